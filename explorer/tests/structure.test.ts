import { expect, it } from "vitest";
import { CodePoints } from "../src/text/codepoints";
import { structure } from "../src/text/structure";

it("shows words that no block covers, and leaves marks between blocks out", () => {
  const text = new CodePoints("## Heading 🤝\n\nForgotten words\n\n- item");
  const blocks = [
    { start: 3, end: 12, kind: "heading" as const, level: 2 },
    { start: 33, end: 37, kind: "item" as const, level: 1 },
  ];
  const drawn = structure(text, blocks, "paragraph");
  expect(drawn.map(({ kind }) => kind)).toEqual(["heading", "paragraph", "item"]);
  expect(drawn.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
    "Heading 🤝",
    "Forgotten words\n\n-",
    "item",
  ]);
});

it("draws a text without blocks as one", () => {
  expect(structure(new CodePoints("ent:x a ent:State ."), [], "code")).toEqual([
    { start: 0, end: 19, kind: "code", level: 0 },
  ]);
});
