/** The words around a quote, cut where a reader would cut them. */

import { CodePoints } from "./codepoints";

const REACH = 160;
/** An empty line, or a line that starts as a heading or list item does. */
const BREAK = /\n\s*\n|\n(?=\s*[#\-*•–])/;

/** What precedes a quote: its own paragraph only, from a whole word on. */
export function leading(before: string): string {
  const own = before.split(BREAK).at(-1) ?? "";
  const points = new CodePoints(own);
  if (points.length <= REACH) return own.trimStart();
  const tail = points.slice(points.length - REACH, points.length);
  const space = tail.search(/\s/);
  return `…${space < 0 ? tail : tail.slice(space)}`;
}

/** What follows a quote: its own paragraph only, up to a whole word. */
export function trailing(after: string): string {
  const own = after.split(BREAK)[0] ?? "";
  const points = new CodePoints(own);
  if (points.length <= REACH) return own.trimEnd();
  const head = points.slice(0, REACH);
  const space = head.search(/\s\S*$/);
  return `${space < 0 ? head : head.slice(0, space)}…`;
}
