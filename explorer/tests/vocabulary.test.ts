import { describe, expect, it } from "vitest";
import type { Entity, Fact } from "../src/api/shapes";
import { MODALITIES, phrase } from "../src/modality";
import { Vocabulary } from "../src/vocabulary";

const term = { definition: "", superclasses: [], icon: "<path d='M1 1'/>" };
const vocabulary = new Vocabulary({
  classes: [
    { ...term, name: "Topic", label: "topic", colour: "#112233", order: 9 },
    { ...term, name: "State", label: "state", colour: "#445566", order: 1 },
  ],
  predicates: [
    { name: "memberOf", label: "member of", definition: "", inverseLabel: "has member", symmetric: false, order: 1 },
    { name: "partnerOf", label: "partner of", definition: "", inverseLabel: null, symmetric: true, order: 2 },
    { name: "uses", label: "uses", definition: "", inverseLabel: null, symmetric: false, order: 3 },
  ],
});

const entity = (id: string): Entity => ({ id, label: id, types: ["State"], origin: "reference", degree: 0 });
const fact = (predicate: string): Fact => ({
  id: "f",
  predicate,
  subject: entity("a"),
  object: entity("b"),
  modalities: ["asserted"],
  belief: 1,
  evidenceCount: 1,
});

describe("predicates", () => {
  it("read from either end", () => {
    expect(vocabulary.reading("memberOf", false)).toBe("member of");
    expect(vocabulary.reading("memberOf", true)).toBe("has member");
    expect(vocabulary.reading("partnerOf", true)).toBe("partner of");
    expect(vocabulary.reading("uses", true)).toBe("uses (from)");
    expect(vocabulary.reading("unheard", true)).toBe("unheard");
  });

  it("are inverse when the object is in the centre, unless they have no direction", () => {
    expect(vocabulary.isInverse(fact("memberOf"), "b")).toBe(true);
    expect(vocabulary.isInverse(fact("memberOf"), "a")).toBe(false);
    expect(vocabulary.isInverse(fact("partnerOf"), "b")).toBe(false);
  });
});

it("orders classes as the ontology does, and unknown ones last", () => {
  expect(vocabulary.inOrder(["Unheard", "Topic", "State"])).toEqual(["State", "Topic", "Unheard"]);
});

it("draws icons as images of their own, with quotes escaped", () => {
  const icon = vocabulary.icon("State", "#ff0000", 4);
  expect(icon).toMatch(/^data:image\/svg\+xml,[^"'<> ]+/);
  expect(decodeURIComponent(icon)).toContain(`viewBox="-4 -4 32 32"`);
  expect(vocabulary.icon("Unheard", "#fff")).toContain("circle");
});

it("says a modality in words", () => {
  expect(MODALITIES.map((modality) => phrase("member of", modality))).toEqual([
    "member of",
    "member of (planned)",
    "member of (possible)",
    "not member of",
  ]);
});
