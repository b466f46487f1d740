/** A drawn graph as the flat arrays that ForceAtlas2 iterates over, and back. */

import type { MultiDirectedGraph } from "graphology";
import type { LineAttributes, NodeAttributes } from "./attributes";

/** Numbers a node and an edge take up, as graphology-layout-forceatlas2 lays them out. */
const NODE = 10;
const EDGE = 3;

/** The room that a disc of `size` gets: itself, a gap to draw lines in, and its label. */
function room(size: number): number {
  return 2 * size + 10;
}

export interface Matrices {
  nodes: Float32Array;
  edges: Float32Array;
}

type Drawn = MultiDirectedGraph<NodeAttributes, LineAttributes>;

export function toMatrices(graph: Drawn, pinned: ReadonlySet<string>): Matrices {
  const index = new Map<string, number>();
  const nodes = new Float32Array(graph.order * NODE);
  graph.forEachNode((id, { x, y, size }) => {
    const at = index.size * NODE;
    index.set(id, at);
    // x, y, four speeds, mass, convergence, size, fixed
    nodes.set([x, y, 0, 0, 0, 0, 1, 1, room(size), pinned.has(id) ? 1 : 0], at);
  });
  const edges = new Float32Array(graph.size * EDGE);
  let at = 0;
  graph.forEachEdge((_, { weight }, source, target) => {
    const from = index.get(source) ?? 0;
    const to = index.get(target) ?? 0;
    nodes[from + 6] = (nodes[from + 6] ?? 0) + weight;
    nodes[to + 6] = (nodes[to + 6] ?? 0) + weight;
    edges.set([from, to, weight], at);
    at += EDGE;
  });
  return { nodes, edges };
}

/** Put the positions of `nodes` on the graph they were taken from, in its order. */
export function applyPositions(graph: Drawn, nodes: Float32Array, except: string | null): void {
  let at = 0;
  graph.updateEachNodeAttributes(
    (id, attributes) => {
      const x = nodes[at] ?? 0;
      const y = nodes[at + 1] ?? 0;
      at += NODE;
      return id === except ? attributes : { ...attributes, x, y };
    },
    { attributes: ["x", "y"] },
  );
}
