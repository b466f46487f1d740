/** A document's text as the blocks to draw, with nothing of it left out. */

import type { Block } from "../api/shapes";
import type { CodePoints } from "./codepoints";

const WORDS = /[\p{L}\p{N}]/u;

/**
 * The blocks in order, and between them whatever words they do not cover (as
 * `rest`): the reader sees the whole document, however it was cut. What is
 * left out is space and marks such as the `##` of a heading.
 */
export function structure(text: CodePoints, blocks: readonly Block[], rest: Block["kind"]): Block[] {
  const drawn: Block[] = [];
  let at = 0;
  const fill = (until: number): void => {
    if (until > at && WORDS.test(text.slice(at, until))) {
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
