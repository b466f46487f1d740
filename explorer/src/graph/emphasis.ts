/** What stands out while something is selected or under the pointer; the rest steps back. */

import type { MultiDirectedGraph } from "graphology";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import { mixed, type Theme } from "../parts/theme";
import type { LineAttributes, NodeAttributes } from "./attributes";

/** Beyond this many lines at one entity, their labels would hide each other. */
const LABELLED_LINES = 24;

type Graph = MultiDirectedGraph<NodeAttributes, LineAttributes>;

export class Emphasis {
  selectedEntity: string | null = null;
  selectedFact: string | null = null;
  hoveredNode: string | null = null;
  hoveredLine: string | null = null;
  private readonly centres = new Set<string>();
  private readonly near = new Set<string>();
  private labelled = true;

  constructor(private readonly graph: Graph) {}

  /** Work out anew what is near; to be called after any change of the above. */
  update(): void {
    this.centres.clear();
    this.near.clear();
    const centre = this.hoveredNode ?? this.selectedEntity;
    if (centre !== null && this.graph.hasNode(centre)) {
      this.centres.add(centre);
      this.near.add(centre);
      this.graph.forEachNeighbor(centre, (id) => this.near.add(id));
      this.labelled = this.graph.degree(centre) <= LABELLED_LINES;
    } else if (this.selectedFact !== null) {
      this.graph.forEachEdge((_, { fact }, source, target) => {
        if (fact === this.selectedFact) this.near.add(source).add(target);
      });
    }
  }

  node(id: string, data: NodeAttributes, theme: Theme): Partial<NodeDisplayData> {
    if (id === this.selectedEntity) return { ...data, highlighted: true, forceLabel: true, zIndex: 3 };
    if (this.near.size === 0 || this.near.has(id)) {
      return { ...data, forceLabel: this.near.has(id) && this.near.size <= LABELLED_LINES, zIndex: 2 };
    }
    const faded: Partial<NodeDisplayData & NodeAttributes> = {
      ...data,
      label: "",
      color: mixed(data.color, theme.ground, 0.78),
      borderColor: mixed(data.borderColor, theme.ground, 0.78),
      iconColor: mixed(data.iconColor, theme.ground, 0.6),
      zIndex: 0,
    };
    return faded;
  }

  line(id: string, data: LineAttributes, theme: Theme): Partial<EdgeDisplayData> {
    const [source, target] = this.graph.extremities(id);
    const chosen = id === this.hoveredLine || data.fact === this.selectedFact;
    if (chosen) return { ...data, size: data.size + 0.9, forceLabel: true, zIndex: 3 };
    if (this.centres.has(source) || this.centres.has(target)) {
      const { label, ...rest } = data;
      return { ...rest, label: this.labelled ? label : null, forceLabel: this.labelled, zIndex: 2 };
    }
    const base = { ...data, label: null };
    return this.near.size === 0 ? { ...base, zIndex: 1 } : { ...base, color: theme.faded, zIndex: 0 };
  }
}
