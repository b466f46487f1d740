import iterate from "graphology-layout-forceatlas2/iterate";
import { MultiDirectedGraph } from "graphology";
import { describe, expect, it } from "vitest";
import type { LineAttributes, NodeAttributes } from "../src/graph/attributes";
import { inTwo } from "../src/graph/label-layer";
import { phasesFor } from "../src/graph/layout";
import { applyPositions, toMatrices } from "../src/graph/matrix";
import { curvatures } from "../src/graph/parallels";
import { fraction, middle, near } from "../src/graph/placement";
import type { Line } from "../src/state/scene";

const line = (key: string, subject: string, object: string): Line => ({
  key,
  fact: key,
  predicate: "partnerOf",
  subject,
  object,
  modality: "asserted",
  belief: 1,
});

describe("places", () => {
  it("are the same in every session, and differ between entities", () => {
    const centre = { x: 10, y: -5 };
    const place = near("https://entente.example/id/nato", centre, 60);
    expect(near("https://entente.example/id/nato", centre, 60)).toEqual(place);
    expect(near("https://entente.example/id/nat0", centre, 60)).not.toEqual(place);
    const distance = Math.hypot(place.x - centre.x, place.y - centre.y);
    expect(distance).toBeLessThanOrEqual(60);
    expect(distance).toBeGreaterThan(20);
  });

  it("spread over the whole circle", () => {
    const quarters = new Set(Array.from({ length: 64 }, (_, at) => Math.floor(4 * fraction(`id/${at}`))));
    expect(quarters.size).toBe(4);
  });

  it("have a middle", () => {
    expect(middle([{ x: 0, y: 2 }, { x: 4, y: 4 }])).toEqual({ x: 2, y: 3 });
    expect(middle([])).toEqual({ x: 0, y: 0 });
  });
});

describe("parallel lines", () => {
  it("are straight when alone", () => {
    expect(curvatures([line("1", "a", "b")]).get("1")).toBe(0);
  });

  it("bend to different sides, whichever way they point", () => {
    const bends = curvatures([line("1", "a", "b"), line("2", "b", "a"), line("3", "a", "b")]);
    // As seen from `a`: a line from `b` bends the other way round.
    const seen = [bends.get("1"), -(bends.get("2") ?? 0), bends.get("3")].map((bend) => (bend ?? 9) + 0);
    expect(new Set(seen).size).toBe(3);
    expect(seen[0]).toBe(-(seen[2] ?? 0));
  });

  it("stay within bounds however many they are", () => {
    const many = Array.from({ length: 40 }, (_, at) => line(String(at), "a", "b"));
    expect(Math.max(...[...curvatures(many).values()].map(Math.abs))).toBeLessThan(1);
  });
});

describe("the layout", () => {
  function star(leaves: number): MultiDirectedGraph<NodeAttributes, LineAttributes> {
    const graph = new MultiDirectedGraph<NodeAttributes, LineAttributes>();
    const attributes = { size: 10 } as NodeAttributes;
    graph.addNode("hub", { ...attributes, x: 0, y: 0 });
    for (let at = 0; at < leaves; at++) {
      const id = `leaf ${at}`;
      graph.addNode(id, { ...attributes, ...near(id, { x: 0, y: 0 }, 60) });
      graph.addEdge("hub", id, { weight: 1 } as LineAttributes);
    }
    return graph;
  }

  function run(graph: MultiDirectedGraph<NodeAttributes, LineAttributes>, pinned = new Set<string>()): Float32Array {
    const { nodes, edges } = toMatrices(graph, pinned);
    for (const { iterations, settings } of phasesFor(graph.order, true)) {
      for (let done = 0; done < iterations; done++) iterate(settings, nodes, edges);
    }
    return nodes;
  }

  it("ends the same every time", () => {
    expect(run(star(12))).toEqual(run(star(12)));
  });

  it("makes room for every disc", () => {
    const graph = star(24);
    applyPositions(graph, run(graph), null);
    const places = graph.mapNodes((_, { x, y }) => ({ x, y }));
    for (const [at, one] of places.entries()) {
      for (const other of places.slice(0, at)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(18);
      }
    }
  });

  it("leaves what was put somewhere by hand, and what is being held", () => {
    const graph = star(6);
    const place = graph.getNodeAttributes("leaf 3");
    const before = { x: place.x, y: place.y };
    const nodes = run(graph, new Set(["leaf 3"]));
    applyPositions(graph, nodes, "leaf 4");
    expect(graph.getNodeAttribute("leaf 3", "x")).toBeCloseTo(before.x, 3);
    const held = near("leaf 4", { x: 0, y: 0 }, 60);
    expect(graph.getNodeAttribute("leaf 4", "x")).toBe(held.x);
    expect(graph.getNodeAttribute("leaf 5", "x")).not.toBe(near("leaf 5", { x: 0, y: 0 }, 60).x);
  });

  it("takes fewer steps as graphs grow", () => {
    const steps = (order: number): number =>
      phasesFor(order, true).reduce((sum, { iterations }) => sum + iterations, 0);
    expect(steps(50)).toBeGreaterThan(steps(1000));
    expect(steps(10_000)).toBeGreaterThan(50);
  });
});

describe("labels", () => {
  it("break near their middle, at a space", () => {
    expect(inTwo("NATO")).toEqual(["NATO"]);
    expect(inTwo("defence research and development")).toEqual(["defence research", "and development"]);
  });

  it("are cut where no space helps, between characters", () => {
    expect(inTwo("🤝".repeat(30))).toEqual([`${"🤝".repeat(23)}…`]);
  });
});
