import { describe, expect, it } from "vitest";
import type { Edge, Entity, Modality, Subgraph } from "../src/api/shapes";
import { drawn, EVERYTHING, tally, toggled } from "../src/state/filter";
import { Past } from "../src/state/past";
import { add, collapse, EMPTY, hide, linked, showHidden } from "../src/state/scene";

const entity = (id: string, type = "State"): Entity => ({
  id,
  label: id.toUpperCase(),
  types: [type],
  origin: "reference",
  degree: 1,
});

const edge = (subject: string, object: string, modality: Modality = "asserted", key = "1"): Edge => ({
  key: `${subject} ${object} ${modality} ${key}`,
  fact: `${subject} ${object}`,
  predicate: "partnerOf",
  subject,
  object,
  modality,
  belief: 0.5,
});

const part = (ids: string[], edges: Edge[], truncated = false): Subgraph => ({
  nodes: ids.map((id) => entity(id)),
  edges,
  truncated,
});

const names = (entities: { id: string }[]): string[] => entities.map(({ id }) => id);

describe("a scene", () => {
  it("draws the intervals of a fact as one line, at their highest belief", () => {
    const later = { ...edge("a", "b", "asserted", "2"), belief: 0.9 };
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b"), later]), ["a"]);
    expect([...scene.lines.values()].map(({ belief }) => belief)).toEqual([0.9]);
  });

  it("keeps a claim and its denial as two lines", () => {
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b"), edge("a", "b", "negated")]), ["a"]);
    expect(scene.lines.size).toBe(2);
  });

  it("knows whose neighbourhood was cut", () => {
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b")], true), ["a"]);
    expect(scene.expanded.get("a")).toBe(true);
    expect(add(scene, part(["a"], []), ["a"]).expanded.get("a")).toBe(false);
  });

  it("collapses to what others hold in view", () => {
    const edges = [edge("a", "b"), edge("a", "c"), edge("c", "d")];
    const scene = add(EMPTY, part(["a", "b", "c", "d"], edges), ["a"]);
    const after = collapse(scene, "a");
    expect([...after.entities.keys()]).toEqual(["a", "c", "d"]);
    expect(after.lines.size).toBe(2);
    expect(after.expanded.has("a")).toBe(false);
  });

  it("does not collapse a neighbour that was expanded itself", () => {
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b")]), ["a", "b"]);
    expect(collapse(scene, "a").entities.has("b")).toBe(true);
  });

  it("hides and brings back without forgetting", () => {
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b")]), ["a"]);
    const hidden = hide(scene, "b");
    expect(names(drawn(hidden, EVERYTHING).entities)).toEqual(["a"]);
    expect(names(drawn(showHidden(hidden), EVERYTHING).entities)).toEqual(["a", "b"]);
    expect(add(hidden, part(["b"], []), ["b"]).hidden.size).toBe(0);
  });

  it("leaves the scene it was made from as it was", () => {
    const scene = add(EMPTY, part(["a", "b"], [edge("a", "b")]), ["a"]);
    hide(scene, "a");
    collapse(scene, "a");
    add(scene, part(["c"], []), ["c"]);
    expect([...scene.entities.keys()]).toEqual(["a", "b"]);
    expect(scene.hidden.size).toBe(0);
    expect(EMPTY.entities.size).toBe(0);
  });

  it("leaves entities out that nothing links, where that is asked", () => {
    expect(names(linked(part(["a", "b", "c"], [edge("a", "b")])).nodes)).toEqual(["a", "b"]);
  });
});

describe("a filter", () => {
  const scene = add(
    EMPTY,
    {
      nodes: [entity("a"), entity("b", "Organization"), entity("c")],
      edges: [edge("a", "b"), edge("b", "c", "negated")],
      truncated: false,
    },
    ["a"],
  );

  it("lets every modality through at first: a denial is not left out of the picture", () => {
    expect(drawn(scene, EVERYTHING).lines.map(({ modality }) => modality)).toEqual(["asserted", "negated"]);
  });

  it("takes lines off, and the entities that only they held", () => {
    const off = { ...EVERYTHING, offModalities: toggled<Modality>(new Set(), "negated") };
    const { entities, lines } = drawn(scene, off);
    expect(lines).toHaveLength(1);
    expect(names(entities)).toEqual(["a", "b"]);
  });

  it("takes classes off with their lines, but keeps what was expanded", () => {
    const { entities, lines } = drawn(scene, { ...EVERYTHING, offClasses: new Set(["Organization"]) });
    expect(lines).toEqual([]);
    expect(names(entities)).toEqual(["a"]);
  });

  it("switches on and off", () => {
    const off = toggled(new Set<string>(), "x");
    expect([...off]).toEqual(["x"]);
    expect([...toggled(off, "x")]).toEqual([]);
  });

  it("counts what it could show, off or on, but not what is hidden", () => {
    expect(tally(scene).classes).toEqual(new Map([["State", 2], ["Organization", 1]]));
    const { classes, modalities } = tally(hide(scene, "c"));
    expect(classes.get("State")).toBe(1);
    expect(modalities).toEqual(new Map([["asserted", 1]]));
  });
});

describe("the past", () => {
  it("goes back and forth, and forgets what was undone at a new step", () => {
    const past = new Past("a");
    past.step("b");
    past.step("c");
    past.undo();
    past.undo();
    expect([past.value, past.canUndo, past.canRedo]).toEqual(["a", false, true]);
    past.undo();
    past.redo();
    expect(past.value).toBe("b");
    past.step("d");
    past.redo();
    expect([past.value, past.canRedo]).toEqual(["d", false]);
  });

  it("begins without a step to undo", () => {
    const past = new Past("a");
    past.step("b");
    past.begin("c");
    expect([past.value, past.canUndo]).toEqual(["c", false]);
  });
});
