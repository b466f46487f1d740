import { describe, expect, it } from "vitest";
import { CodePoints } from "../src/text/codepoints";

describe("code points", () => {
  it("count an emoji as one, where JavaScript counts two", () => {
    const text = "Tokyo 🤝 Brussels";
    const points = new CodePoints(text);
    expect(text.length).toBe(17);
    expect(points.length).toBe(16);
    expect(points.slice(6, 7)).toBe("🤝");
    expect(points.slice(8, 16)).toBe("Brussels");
    expect(points.unit(8)).toBe(9);
  });

  it("count a flag as its two code points, a joined family as five", () => {
    const points = new CodePoints("🇯🇵 and 👩‍👧‍👦.");
    expect(points.slice(0, 2)).toBe("🇯🇵");
    expect(points.slice(3, 6)).toBe("and");
    expect(points.slice(7, 12)).toBe("👩‍👧‍👦");
    expect(points.length).toBe(13);
  });

  it("count combining marks by themselves, as Python does", () => {
    const points = new CodePoints("Sa\u0303o Tome\u0301 𝕏");
    expect(points.length).toBe(12);
    expect(points.slice(11, 12)).toBe("𝕏");
  });

  it("are the units of a text without astral characters", () => {
    const points = new CodePoints("NATO’s “partners”");
    expect(points.unit(5)).toBe(5);
    expect(points.slice(7, 15)).toBe("“partner");
  });

  it("clamp what lies outside the text", () => {
    const points = new CodePoints("🤝 x");
    expect(points.slice(-5, 1)).toBe("🤝");
    expect(points.slice(2, 99)).toBe("x");
    expect(new CodePoints("").slice(0, 4)).toBe("");
  });

  it("take a lone surrogate for one, and do not lose what follows", () => {
    const points = new CodePoints("a\ud83d 🤝b");
    expect(points.length).toBe(5);
    expect(points.slice(4, 5)).toBe("b");
  });
});
