import { describe, expect, it } from "vitest";
import { leading, trailing } from "../src/text/surroundings";

describe("what stands around a quote", () => {
  it("is of the same paragraph", () => {
    expect(leading("The end.\n\nIn Madrid ")).toBe("In Madrid ");
    expect(trailing(" was agreed.\n\n## Next\n")).toBe(" was agreed.");
    expect(trailing(" first\n- second")).toBe(" first");
  });

  it("keeps a hard-wrapped line with its paragraph", () => {
    expect(leading("one line\nand another ")).toBe("one line\nand another ");
  });

  it("is cut at whole words, and says so", () => {
    const long = "word ".repeat(60);
    expect(leading(long)).toMatch(/^… word/);
    expect(trailing(long)).toMatch(/word…$/);
    expect(trailing(long).length).toBeLessThan(170);
  });

  it("never splits a character", () => {
    const hands = "🤝".repeat(400);
    expect(leading(hands)).toBe(`…${"🤝".repeat(160)}`);
    expect(trailing(hands)).toBe(`${"🤝".repeat(160)}…`);
  });
});
