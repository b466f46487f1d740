/** Starts the explorer, or says why it cannot. */

import * as queries from "./api/queries";
import { Explorer } from "./explorer";
import { h } from "./parts/dom";
import { failure, waiting } from "./parts/notice";

const root = document.getElementById("app");

async function start(root: HTMLElement): Promise<void> {
  root.replaceChildren(h("main", "starting", waiting("Loading the graph…")));
  try {
    const [ontology, stats] = await Promise.all([queries.ontology(), queries.stats()]);
    await new Explorer(root, ontology, stats).start();
  } catch (cause) {
    root.replaceChildren(h("main", "starting", h("h1", {}, "Entente"), failure(cause, () => void start(root))));
  }
}

if (root) void start(root);
