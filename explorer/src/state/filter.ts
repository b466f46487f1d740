/** Which part of a scene is drawn: the modalities and classes that are switched on. */

import type { Entity, Modality } from "../api/shapes";
import type { Line, Scene } from "./scene";

/**
 * All four modalities are on at first. A picture that leaves denials out shows
 * a disputed fact as a settled one; each modality has a drawing of its own
 * instead (lines.ts), in form as well as colour, and a switch with its count.
 */
export interface Filter {
  readonly offModalities: ReadonlySet<Modality>;
  readonly offClasses: ReadonlySet<string>;
}

export const EVERYTHING: Filter = { offModalities: new Set(), offClasses: new Set() };

export interface Drawn {
  entities: Entity[];
  lines: Line[];
}

export function toggled<T>(off: ReadonlySet<T>, name: T): ReadonlySet<T> {
  const next = new Set(off);
  if (!next.delete(name)) next.add(name);
  return next;
}

/** The class that an entity is drawn and filtered by: the first of its types. */
export function classOf(entity: Pick<Entity, "types">): string {
  return entity.types[0] ?? "";
}

/**
 * What is drawn, in the order of ids. An entity whose every line is switched
 * off goes too, unless it was expanded or never had a line: it would float.
 */
export function drawn(scene: Scene, filter: Filter): Drawn {
  const candidates = [...scene.entities.values()].filter(
    (entity) => !scene.hidden.has(entity.id) && !filter.offClasses.has(classOf(entity)),
  );
  const present = new Set(candidates.map((entity) => entity.id));
  const lines = [...scene.lines.values()].filter(
    (line) =>
      !filter.offModalities.has(line.modality) &&
      present.has(line.subject) &&
      present.has(line.object),
  );
  const touched = ends(lines);
  const linked = ends([...scene.lines.values()]);
  return {
    entities: candidates
      .filter(({ id }) => touched.has(id) || scene.expanded.has(id) || !linked.has(id))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    lines: lines.sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function ends(lines: readonly Line[]): Set<string> {
  return new Set(lines.flatMap((line) => [line.subject, line.object]));
}

/** How many entities of each class and lines of each modality a scene holds, hidden ones aside. */
export function tally(scene: Scene): { classes: Map<string, number>; modalities: Map<Modality, number> } {
  const classes = new Map<string, number>();
  const modalities = new Map<Modality, number>();
  for (const entity of scene.entities.values()) {
    if (scene.hidden.has(entity.id)) continue;
    classes.set(classOf(entity), (classes.get(classOf(entity)) ?? 0) + 1);
  }
  for (const line of scene.lines.values()) {
    if (scene.hidden.has(line.subject) || scene.hidden.has(line.object)) continue;
    modalities.set(line.modality, (modalities.get(line.modality) ?? 0) + 1);
  }
  return { classes, modalities };
}
