/** The colours of the style sheet, for what is drawn on canvas instead of in elements. */

import type { Modality } from "../api/shapes";

export interface Theme {
  ground: string;
  ink: string;
  muted: string;
  panel: string;
  rule: string;
  accent: string;
  faded: string;
  lines: Record<Modality, string>;
  dark: boolean;
}

const DARK = matchMedia("(prefers-color-scheme: dark)");

export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ground: colour("ground"),
    ink: colour("ink"),
    muted: colour("muted"),
    panel: colour("panel"),
    rule: colour("rule"),
    accent: colour("accent"),
    faded: colour("faded"),
    lines: {
      asserted: colour("asserted"),
      planned: colour("planned"),
      possible: colour("possible"),
      negated: colour("negated"),
    },
    dark: DARK.matches,
  };
}

export function onThemeChange(listener: () => void): void {
  DARK.addEventListener("change", listener);
}

/** `colour` (#rgb or #rrggbb) mixed with `part` of another. */
export function mixed(colour: string, other: string, part: number): string {
  const [from, to] = [sixDigits(colour), sixDigits(other)];
  const channel = (hex: string, at: number): number => parseInt(hex.slice(at, at + 2), 16);
  return (
    "#" +
    [1, 3, 5]
      .map((at) => Math.round(channel(from, at) * (1 - part) + channel(to, at) * part))
      .map((value) => value.toString(16).padStart(2, "0"))
      .join("")
  );
}

/** The build shortens #ffffff to #fff. */
function sixDigits(colour: string): string {
  return colour.length === 4 ? `#${colour.slice(1).replace(/./g, "$&$&")}` : colour;
}
