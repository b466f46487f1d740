/** Runs ForceAtlas2 off the main thread: a fixed number of iterations, so the same graph ends the same. */

import iterate from "graphology-layout-forceatlas2/iterate";
import type { LayoutJob, LayoutNews } from "./layout";

declare const self: DedicatedWorkerGlobalScope;

const REPORT_EVERY_MS = 40;

self.addEventListener("message", (event: MessageEvent<LayoutJob>) => {
  const { nodes, edges, settings, iterations } = event.data;
  let reported = performance.now();
  for (let done = 1; done <= iterations; done++) {
    iterate(settings, nodes, edges);
    const last = done === iterations;
    if (last || performance.now() - reported > REPORT_EVERY_MS) {
      reported = performance.now();
      const copy = nodes.slice();
      self.postMessage({ nodes: copy, last } satisfies LayoutNews, [copy.buffer]);
    }
  }
});
