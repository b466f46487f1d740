/** The panel: loads what the address names and shows it, or why it cannot. */

import * as queries from "../api/queries";
import { ServiceError } from "../api/service";
import type { DocumentBrief, Entity, Page, Passage, Stats } from "../api/shapes";
import { button, h } from "../parts/dom";
import { failure, waiting } from "../parts/notice";
import { type Address, hashOf, OVERVIEW } from "../state/address";
import type { Context } from "./context";
import { documentView } from "./document";
import { entityView } from "./entity";
import { factView } from "./fact";
import { overview } from "./overview";

const DOCUMENTS = 50;
/** Passages marked in one document; beyond, it is said that some are not. */
const PASSAGES = 1000;

export interface PanelSources {
  stats: () => Stats;
  inView: () => readonly Entity[];
}

/** What the panel shows, and which entities and fact it is about. */
export interface View {
  element: HTMLElement;
  about: string[];
  fact: string | null;
}

export class Panel {
  readonly element: HTMLElement;
  private running: AbortController | null = null;
  private shown: Address | null = null;
  private documents: Page<DocumentBrief> | null = null;

  constructor(
    private readonly context: Context,
    private readonly sources: PanelSources,
  ) {
    this.element = h("aside", { class: "panel", attributes: { "aria-label": "Details", tabindex: -1 } });
  }

  /**
   * Show what `address` names; the heading takes the focus if the panel had
   * changed before. Gives what is shown, or null if that failed or was overtaken.
   */
  async show(address: Address): Promise<View | null> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    const slow = setTimeout(() => {
      this.element.replaceChildren(waiting("Loading…"));
    }, 150);
    let view: View | null = null;
    let content: HTMLElement;
    try {
      view = await this.load(address, running.signal);
      content = view.element;
    } catch (cause) {
      if (running.signal.aborted) return null;
      content = failure(cause, () => void this.show(address));
    } finally {
      clearTimeout(slow);
    }
    if (running.signal.aborted) return null;
    const moved = this.shown !== null;
    this.shown = address;
    this.element.replaceChildren(address.view === "overview" ? "" : crumbs(), content);
    this.element.dataset["view"] = address.view;
    this.element.scrollTop = 0;
    if (moved) content.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    content.querySelector(".text mark")?.scrollIntoView({ block: "center" });
    return view;
  }

  /** The graph has changed: draw the overview again if it is what is shown, and leave the focus. */
  refresh(): void {
    if (this.shown?.view !== "overview" || !this.documents) return;
    const { scrollTop } = this.element;
    this.element.replaceChildren(this.overview(this.documents));
    this.element.scrollTop = scrollTop;
  }

  private overview(documents: Page<DocumentBrief>): HTMLElement {
    const content = { stats: this.sources.stats(), documents, inView: this.sources.inView() };
    return overview(content, this.context.vocabulary);
  }

  private async load(address: Address, signal: AbortSignal): Promise<View> {
    switch (address.view) {
      case "overview": {
        this.documents = await queries.documents(DOCUMENTS);
        return { element: this.overview(this.documents), about: [], fact: null };
      }
      case "entity": {
        const entity = there(await queries.entity(address.id, signal), "entity");
        return { element: entityView(entity, this.context), about: [entity.id], fact: null };
      }
      case "fact": {
        const fact = there(await queries.fact(address.id, signal), "fact");
        const about = [fact.subject.id, fact.object.id];
        return { element: factView(fact, this.context), about, fact: fact.id };
      }
      case "document":
        return this.loadDocument(address.id, address.evidence, signal);
    }
  }

  private async loadDocument(
    id: string,
    evidence: string | null,
    signal: AbortSignal,
  ): Promise<View> {
    const [found, first] = await Promise.all([
      queries.document(id, signal),
      queries.passages(id, null, signal),
    ]);
    const document = there(found, "document");
    const passages: Passage[] = [...first.nodes];
    let { hasNextPage, endCursor } = first.pageInfo;
    while (hasNextPage && passages.length < PASSAGES) {
      const page = await queries.passages(id, endCursor, signal);
      passages.push(...page.nodes);
      ({ hasNextPage, endCursor } = page.pageInfo);
    }
    if (evidence !== null && !passages.some((passage) => passage.id === evidence)) {
      passages.push(there(await queries.passage(evidence, signal), "evidence"));
    }
    const chosen = passages.find((passage) => passage.id === evidence)?.fact;
    return {
      element: documentView({ document, passages, cut: hasNextPage, evidence }, this.context),
      about: chosen ? [chosen.subject.id, chosen.object.id] : [],
      fact: chosen ? chosen.id : null,
    };
  }
}

/** The ways out of a view. */
function crumbs(): HTMLElement {
  return h(
    "nav",
    { class: "crumbs", attributes: { "aria-label": "Panel" } },
    button("‹ Back", () => {
      history.back();
    }, { class: "plain" }),
    h("a", { attributes: { href: hashOf(OVERVIEW) } }, "Overview"),
  );
}

function there<T>(value: T | null, kind: string): T {
  if (value !== null) return value;
  throw new ServiceError(
    `This ${kind} is not in the store.`,
    "not-found",
    "The link may be older than the store, or its document was removed. Search for it by name.",
    false,
  );
}
