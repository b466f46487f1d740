/** Keeps a graphology graph equal to what is to be drawn, and remembers where things stood. */

import { MultiDirectedGraph } from "graphology";
import type { Theme } from "../parts/theme";
import type { Drawn } from "../state/filter";
import type { Vocabulary } from "../vocabulary";
import { lineLook, nodeLook } from "./appearance";
import type { LineAttributes, NodeAttributes } from "./attributes";
import { curvatures } from "./parallels";
import { middle, near, type Point } from "./placement";

const SPREAD = 60;

export class Drawing {
  readonly graph = new MultiDirectedGraph<NodeAttributes, LineAttributes>();
  private readonly places = new Map<string, Point>();
  private drawn: Drawn = { entities: [], lines: [] };

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Draw exactly `drawn`. Says how many entities are new to any place, and how many left. */
  become(drawn: Drawn, theme: Theme): { fresh: number; gone: number } {
    this.drawn = drawn;
    this.remember();
    const kept = new Set(drawn.entities.map((entity) => entity.id));
    this.graph.clearEdges();
    const gone = this.graph.filterNodes((id) => !kept.has(id));
    for (const id of gone) this.graph.dropNode(id);
    const fresh = drawn.entities.filter(({ id }) => !this.places.has(id));
    this.place(fresh.map(({ id }) => id));
    this.dress(theme);
    return { fresh: fresh.length, gone: gone.length };
  }

  /** Give every node and line its look again, as after a change of theme. */
  dress(theme: Theme): void {
    for (const entity of this.drawn.entities) {
      const look = nodeLook(entity, this.vocabulary, theme);
      if (this.graph.hasNode(entity.id)) this.graph.mergeNodeAttributes(entity.id, look);
      else this.graph.addNode(entity.id, { ...(this.places.get(entity.id) ?? { x: 0, y: 0 }), ...look });
    }
    this.graph.clearEdges();
    const bends = curvatures(this.drawn.lines);
    for (const line of this.drawn.lines) {
      if (line.subject === line.object) continue;
      const look = lineLook(line, bends.get(line.key) ?? 0, this.vocabulary, theme);
      this.graph.addEdgeWithKey(line.key, line.subject, line.object, look);
    }
  }

  /** Forget every place, so that the next layout starts from scratch. */
  scatter(): void {
    this.places.clear();
    this.place(this.graph.nodes());
    this.graph.forEachNode((id) => {
      this.graph.mergeNodeAttributes(id, this.places.get(id) ?? {});
    });
  }

  remember(): void {
    this.graph.forEachNode((id, { x, y }) => {
      this.places.set(id, { x, y });
    });
  }

  /** Put new entities near the neighbours that stand already, or around the middle. */
  private place(ids: readonly string[]): void {
    const standing = new Map(this.places);
    const anchors = new Map<string, Point[]>();
    for (const { subject, object } of this.drawn.lines) {
      for (const [here, there] of [
        [subject, object],
        [object, subject],
      ] as const) {
        const point = standing.get(there);
        if (point) anchors.set(here, [...(anchors.get(here) ?? []), point]);
      }
    }
    const everywhere = SPREAD * Math.sqrt(Math.max(ids.length, 1));
    for (const id of ids) {
      const around = anchors.get(id);
      this.places.set(
        id,
        around ? near(id, middle(around), SPREAD) : near(id, { x: 0, y: 0 }, everywhere),
      );
    }
  }
}
