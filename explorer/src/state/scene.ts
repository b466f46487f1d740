/** What the analyst has brought into view: immutable, so that every step can be undone. */

import type { Edge, Entity, Modality, Subgraph } from "../api/shapes";

/** One drawn line: a fact in one modality, whatever intervals it holds in. */
export interface Line {
  key: string;
  fact: string;
  predicate: string;
  subject: string;
  object: string;
  modality: Modality;
  belief: number;
}

export interface Scene {
  readonly entities: ReadonlyMap<string, Entity>;
  readonly lines: ReadonlyMap<string, Line>;
  /** The entities whose neighbourhood was asked for; true where it was cut. */
  readonly expanded: ReadonlyMap<string, boolean>;
  readonly hidden: ReadonlySet<string>;
}

export const EMPTY: Scene = {
  entities: new Map(),
  lines: new Map(),
  expanded: new Map(),
  hidden: new Set(),
};

/** The line that draws `edge`: its intervals share it, at their highest belief. */
export function lineKey(edge: Pick<Edge, "fact" | "modality">): string {
  return `${edge.fact} ${edge.modality}`;
}

/** The scene with a subgraph added; `from` are the entities that were expanded. */
export function add(scene: Scene, part: Subgraph, from: readonly string[]): Scene {
  const entities = new Map(scene.entities);
  const lines = new Map(scene.lines);
  const expanded = new Map(scene.expanded);
  const hidden = new Set(scene.hidden);
  for (const entity of part.nodes) entities.set(entity.id, entity);
  for (const edge of part.edges) {
    const key = lineKey(edge);
    const { fact, predicate, subject, object, modality } = edge;
    const belief = Math.max(edge.belief, lines.get(key)?.belief ?? 0);
    lines.set(key, { key, fact, predicate, subject, object, modality, belief });
  }
  for (const id of from) {
    expanded.set(id, part.truncated);
    hidden.delete(id);
  }
  return { entities, lines, expanded, hidden };
}

/** A subgraph without the entities that no edge in it touches. */
export function linked(part: Subgraph): Subgraph {
  const touched = new Set(part.edges.flatMap(({ subject, object }) => [subject, object]));
  return { ...part, nodes: part.nodes.filter(({ id }) => touched.has(id)) };
}

/** The scene without one entity in view; nothing is forgotten. */
export function hide(scene: Scene, id: string): Scene {
  return { ...scene, hidden: new Set(scene.hidden).add(id) };
}

export function showHidden(scene: Scene): Scene {
  return { ...scene, hidden: new Set() };
}

/**
 * The scene without the neighbours that only `id` brought in: those that touch
 * nothing else in view and were not expanded themselves.
 */
export function collapse(scene: Scene, id: string): Scene {
  const neighbours = new Map<string, Set<string>>();
  for (const { subject, object } of scene.lines.values()) {
    link(neighbours, subject, object);
    link(neighbours, object, subject);
  }
  const gone = new Set(
    [...(neighbours.get(id) ?? [])].filter(
      (other) => neighbours.get(other)?.size === 1 && !scene.expanded.has(other),
    ),
  );
  const expanded = new Map(scene.expanded);
  expanded.delete(id);
  return {
    entities: new Map([...scene.entities].filter(([key]) => !gone.has(key))),
    lines: new Map([...scene.lines].filter(([, x]) => !gone.has(x.subject) && !gone.has(x.object))),
    expanded,
    hidden: new Set([...scene.hidden].filter((key) => !gone.has(key))),
  };
}

function link(neighbours: Map<string, Set<string>>, from: string, to: string): void {
  const known = neighbours.get(from);
  if (known) known.add(to);
  else neighbours.set(from, new Set([to]));
}
