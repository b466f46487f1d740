/** Subgraphs as the scene takes them in: with every line between what will be in view. */

import { expand, prominent } from "./queries";
import type { Subgraph } from "./shapes";
import { linked } from "../state/scene";

/** The most entities that the service takes or gives at once. */
const MOST = 500;
const FEW = 8;

/**
 * Up to `limit` entities around `starts`, and the lines between all of them
 * and `shown`: a neighbour of two entities in view is tied to both.
 */
export async function neighbourhood(
  starts: readonly string[],
  limit: number,
  shown: Iterable<string> = [],
): Promise<Subgraph> {
  const part = await expand([...starts], limit);
  const known = new Set(shown);
  const fresh = part.nodes.filter(({ id }) => !known.has(id));
  if (fresh.length === 0 || known.size === 0) return part;
  const edges = [...part.edges];
  for (const some of shares([...known], MOST - Math.min(fresh.length, MOST - 1))) {
    const ids = [...some, ...fresh.map(({ id }) => id)].slice(0, MOST);
    // With no room for more, an expansion is the lines between its starts.
    edges.push(...(await expand(ids, ids.length)).edges);
  }
  return { ...part, edges };
}

function shares<T>(items: readonly T[], size: number): T[][] {
  const many = Math.ceil(items.length / size);
  return Array.from({ length: many }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/**
 * What the documents speak of most, and what they say holds between it. A
 * store without documents gives its most connected entities instead.
 */
export async function firstGraph(size: number): Promise<Subgraph> {
  const mentioned = (await prominent("mentions", size)).map(({ id }) => id);
  if (mentioned.length >= FEW) {
    const part = linked(await expand(mentioned, mentioned.length));
    if (part.nodes.length >= FEW) return part;
  }
  const connected = (await prominent("degree", FEW)).map(({ id }) => id);
  return connected.length > 0 ? expand(connected, size) : { nodes: [], edges: [], truncated: false };
}
