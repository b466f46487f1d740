/** A document's text as the blocks to draw, with nothing of it left out. */

import type { Block } from "../api/shapes";
import type { CodePoints } from "./codepoints";

/**
 * The blocks in order, and between them whatever text they do not cover (as
 * `rest`): the reader sees the whole document, however it was cut.
 */
export function structure(text: CodePoints, blocks: readonly Block[], rest: Block["kind"]): Block[] {
  const drawn: Block[] = [];
  let at = 0;
  const fill = (until: number): void => {
    if (until > at && text.slice(at, until).trim() !== "") {
      drawn.push({ start: at, end: until, kind: rest, level: 0 });
    }
  };
  for (const block of [...blocks].sort((a, b) => a.start - b.start)) {
    fill(block.start);
    drawn.push(block);
    at = Math.max(at, block.end);
  }
  fill(text.length);
  return drawn;
}
