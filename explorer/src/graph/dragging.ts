/** Nodes follow the pointer, and stay where they were put. */

import type { MultiDirectedGraph } from "graphology";
import type Sigma from "sigma";
import type { LineAttributes, NodeAttributes } from "./attributes";

export class Dragging {
  /** The node under the pointer's button, if any. */
  held: string | null = null;
  /** Nodes that were put somewhere by hand; the layout leaves them there. */
  readonly pinned = new Set<string>();

  constructor(
    private readonly sigma: Sigma<NodeAttributes, LineAttributes>,
    private readonly graph: MultiDirectedGraph<NodeAttributes, LineAttributes>,
  ) {
    sigma.on("downNode", ({ node }) => {
      this.held = node;
      // Without a fixed frame the whole picture would rescale with the node.
      if (!sigma.getCustomBBox()) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("moveBody", ({ event }) => {
      if (this.held === null || !this.graph.hasNode(this.held)) return;
      this.pinned.add(this.held);
      this.graph.mergeNodeAttributes(this.held, this.sigma.viewportToGraph(event));
      event.preventSigmaDefault();
      event.original.preventDefault();
      event.original.stopPropagation();
    });
    const release = (): void => {
      this.held = null;
    };
    sigma.on("upNode", release);
    sigma.on("upStage", release);
  }
}
