/** The labels of one frame: the largest nodes first, and none over another. */

import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { Theme } from "../parts/theme";
import { CodePoints } from "../text/codepoints";
import { FONT, haloed, LABEL_SIZE } from "./labels";

const WIDEST = 20;
const LINE = LABEL_SIZE + 2;

type Labelled = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export class LabelLayer {
  private readonly offered: Labelled[] = [];
  private context: CanvasRenderingContext2D | null = null;

  /** Sigma offers the labels of a frame one by one, in no order of interest. */
  offer(context: CanvasRenderingContext2D, data: Labelled): void {
    this.context = context;
    if (data.label) this.offered.push(data);
  }

  /** Draw what was offered. */
  flush(theme: Theme): void {
    const context = this.context;
    const labels = this.offered.splice(0).sort((a, b) => Number(b.forceLabel) - Number(a.forceLabel) || b.size - a.size);
    if (!context) return;
    context.font = `500 ${LABEL_SIZE}px ${FONT}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    const taken: Box[] = [];
    for (const { label, x, y, size } of labels) {
      const rows = inTwo(label ?? "");
      const half = Math.max(...rows.map((row) => context.measureText(row).width)) / 2;
      const top = y + size + 2;
      const box = { left: x - half, right: x + half, top, bottom: top + rows.length * LINE };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      rows.forEach((row, at) => {
        haloed(context, row, x, top + 1 + at * LINE, theme, theme.ink);
      });
    }
    context.textAlign = "start";
  }
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** A long label on two lines, broken at the space nearest to its middle; the second is cut. */
export function inTwo(label: string): string[] {
  if (new CodePoints(label).length <= WIDEST) return [label];
  const spaces = [...label.matchAll(/\s/g)].map(({ index }) => index);
  const middle = label.length / 2;
  const [at] = spaces.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle));
  return at === undefined ? [shortened(label)] : [shortened(label.slice(0, at)), shortened(label.slice(at + 1))];
}

function shortened(row: string): string {
  const points = new CodePoints(row);
  return points.length > WIDEST + 4 ? `${points.slice(0, WIDEST + 3)}…` : row;
}
