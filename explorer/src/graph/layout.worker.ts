/** Runs ForceAtlas2 off the main thread: a fixed number of iterations, so the same graph ends the same. */

import iterate from "graphology-layout-forceatlas2/iterate";
import type { LayoutJob, LayoutNews } from "./layout";

declare const self: DedicatedWorkerGlobalScope;

const REPORT_EVERY_MS = 40;

self.addEventListener("message", (event: MessageEvent<LayoutJob>) => {
  const { nodes, edges, phases } = event.data;
  let reported = performance.now();
  const report = (last: boolean): void => {
    reported = performance.now();
    const copy = nodes.slice();
    self.postMessage({ nodes: copy, last } satisfies LayoutNews, [copy.buffer]);
  };
  for (const { iterations, settings } of phases) {
    for (let done = 0; done < iterations; done++) {
      iterate(settings, nodes, edges);
      if (performance.now() - reported > REPORT_EVERY_MS) report(false);
    }
  }
  report(true);
});
