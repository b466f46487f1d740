import { describe, expect, it } from "vitest";
import { pieces, type Mark } from "../src/text/marks";

const mark = (start: number, end: number, passage: string, role: Mark["role"] = "passage"): Mark => ({
  start,
  end,
  passage,
  role,
});

describe("pieces", () => {
  it("cover the stretch without gaps or overlaps, whatever the marks do", () => {
    const cut = pieces(10, 60, [mark(0, 20, "a"), mark(15, 30, "b", "quote"), mark(25, 99, "c")]);
    expect(cut[0]?.start).toBe(10);
    expect(cut.at(-1)?.end).toBe(60);
    for (let at = 1; at < cut.length; at++) expect(cut[at]?.start).toBe(cut[at - 1]?.end);
    expect(cut.map(({ quote }) => quote)).toEqual([false, true, true, true, false]);
    expect(cut.map(({ passages }) => passages)).toEqual([["a"], ["b", "a"], ["b"], ["b", "c"], ["c"]]);
  });

  it("name the shortest quote first, so that a clause inside a sentence can be reached", () => {
    const [, inner] = pieces(0, 100, [mark(0, 90, "sentence"), mark(20, 40, "clause")]);
    expect(inner?.passages).toEqual(["clause", "sentence"]);
  });

  it("keep context apart from what is quoted", () => {
    const [context, rest] = pieces(0, 20, [mark(0, 8, "a", "context")]);
    expect(context).toMatchObject({ context: true, quote: false, passages: [] });
    expect(rest).toMatchObject({ context: false, passages: [] });
  });

  it("ignore marks elsewhere and stretches without text", () => {
    expect(pieces(10, 20, [mark(0, 10, "a"), mark(20, 30, "b")])).toHaveLength(1);
    expect(pieces(10, 10, [mark(0, 30, "a")])).toEqual([]);
  });
});
