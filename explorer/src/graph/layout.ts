/** One running layout at a time, in a worker that is stopped when it is no longer wanted. */

import type { ForceAtlas2Settings } from "graphology-layout-forceatlas2";
import type { Matrices } from "./matrix";

export interface Phase {
  iterations: number;
  settings: Required<ForceAtlas2Settings>;
}

export interface LayoutJob extends Matrices {
  phases: Phase[];
}

export interface LayoutNews {
  nodes: Float32Array;
  last: boolean;
}

const BARNES_HUT_FROM = 400;

/**
 * First untangle, as if nodes were points; then make room for their discs.
 * With discs from the start they block each other's way. The strong gravity
 * keeps parts that are not connected in one picture.
 */
export function phasesFor(order: number, thorough: boolean): Phase[] {
  const settings: Required<ForceAtlas2Settings> = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 300,
    strongGravityMode: true,
    gravity: 0.5,
    slowDown: 1,
    barnesHutOptimize: order > BARNES_HUT_FROM,
    barnesHutTheta: 0.6,
  };
  const budget = Math.round(Math.min(600, Math.max(120, 120_000 / Math.max(order, 1))));
  const share = thorough ? 1 : 0.3;
  return [
    { iterations: Math.round(budget * 0.65 * share), settings },
    {
      iterations: Math.round(budget * 0.35 * share),
      settings: { ...settings, adjustSizes: true, slowDown: 5 },
    },
  ];
}

export class Layout {
  private worker: Worker | null = null;

  get running(): boolean {
    return this.worker !== null;
  }

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
    const job: LayoutJob = { ...matrices, phases: phasesFor(order, thorough) };
    worker.postMessage(job, [matrices.nodes.buffer, matrices.edges.buffer]);
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = null;
  }
}
