/** One running layout at a time, in a worker that is stopped when it is no longer wanted. */

import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import type { Matrices } from "./matrix";

export interface LayoutJob extends Matrices {
  settings: Required<ForceAtlas2Settings>;
  iterations: number;
}

export interface LayoutNews {
  nodes: Float32Array;
  last: boolean;
}

const BARNES_HUT_FROM = 400;

export function settingsFor(order: number): Required<ForceAtlas2Settings> {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: true,
    edgeWeightInfluence: 1,
    scalingRatio: 60,
    strongGravityMode: false,
    gravity: 0.6,
    slowDown: 1 + Math.log(Math.max(order, 2)),
    barnesHutOptimize: order > BARNES_HUT_FROM,
    barnesHutTheta: 0.6,
  };
}

/** How many steps a graph gets: enough to settle, fewer as they get dearer. */
export function iterationsFor(order: number, thorough: boolean): number {
  const full = Math.round(Math.min(600, Math.max(120, 120_000 / Math.max(order, 1))));
  return thorough ? full : Math.round(full / 3);
}

export class Layout {
  private worker: Worker | null = null;

  /** Start with `matrices`, which are handed over; `hear` gets the positions as they change. */
  start(matrices: Matrices, order: number, thorough: boolean, hear: (news: LayoutNews) => void): void {
    this.stop();
    const worker = new Worker(new URL("./layout.worker.ts", import.meta.url), { type: "module" });
    this.worker = worker;
    worker.addEventListener("message", (event: MessageEvent<LayoutNews>) => {
      if (this.worker !== worker) return;
      if (event.data.last) this.stop();
      hear(event.data);
    });
    const job: LayoutJob = {
      ...matrices,
      settings: settingsFor(order),
      iterations: iterationsFor(order, thorough),
    };
    worker.postMessage(job, [matrices.nodes.buffer, matrices.edges.buffer]);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
