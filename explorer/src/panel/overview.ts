/** The panel before anything is selected: what the store holds, its documents, what is in view. */

import type { DocumentBrief, Entity, Page, Stats } from "../api/shapes";
import { h } from "../parts/dom";
import { entityLink } from "../parts/badges";
import { withCode } from "../parts/notice";
import { hashOf } from "../state/address";
import { count, counted, published } from "../text/format";
import type { Vocabulary } from "../vocabulary";

const LISTED = 200;

export interface OverviewContent {
  stats: Stats;
  documents: Page<DocumentBrief>;
  inView: readonly Entity[];
}

export function overview(content: OverviewContent, vocabulary: Vocabulary): HTMLElement {
  const { stats, documents, inView } = content;
  return h(
    "div",
    "view overview",
    h("h2", { attributes: { tabindex: -1 } }, "In this store"),
    figures(stats),
    documents.totalCount === 0 ? howToLoad() : documentList(documents),
    entityList(inView, vocabulary),
  );
}

function figures(stats: Stats): HTMLElement {
  const figure = (value: number, name: string): HTMLElement =>
    h("div", "figure", h("dt", {}, name), h("dd", {}, count(value)));
  return h(
    "dl",
    "figures",
    figure(stats.entities, "entities"),
    figure(stats.facts, "facts"),
    figure(stats.evidence, "evidence"),
    figure(stats.documents, "documents"),
  );
}

function howToLoad(): HTMLElement {
  return h(
    "section",
    "notice empty",
    h("h3", {}, "No documents yet"),
    h("p", {}, ...withCode("Load some from the command line, then reload this page:")),
    h("pre", {}, "entente load path/to/documents"),
    h("p", "muted", ...withCode("Text, Markdown, HTML, PDF and DOCX are read. `entente load samples` loads the samples.")),
  );
}

function documentList(documents: Page<DocumentBrief>): HTMLElement {
  const rest = documents.totalCount - documents.nodes.length;
  return h(
    "section",
    {},
    h("h3", {}, "Documents"),
    h(
      "ul",
      "documents",
      ...documents.nodes.map((document) => h("li", {}, documentLink(document))),
    ),
    rest > 0 && h("p", "muted", `and ${counted(rest, "more document")}`),
  );
}

function documentLink(document: DocumentBrief): HTMLElement {
  const about = [document.publisher, document.date && published(document.date), counted(document.evidenceCount, "evidence", "evidence")];
  return h(
    "a",
    {
      class: "document",
      attributes: { href: hashOf({ view: "document", id: document.id, evidence: null }) },
    },
    h("span", "document-title", document.title),
    h("span", "muted", about.filter((part) => part).join(" · ")),
  );
}

/** The graph as a list: what the picture shows, for keyboards and screen readers. */
function entityList(inView: readonly Entity[], vocabulary: Vocabulary): HTMLElement {
  const ranked = [...inView].sort((a, b) => b.degree - a.degree || (a.label < b.label ? -1 : 1));
  const rest = ranked.length - LISTED;
  return h(
    "section",
    {},
    h("h3", {}, `In view (${count(inView.length)})`),
    h("ul", "entities", ...ranked.slice(0, LISTED).map((entity) => entityRow(entity, vocabulary))),
    rest > 0 && h("p", "muted", `and ${counted(rest, "less connected entity", "less connected entities")}`),
  );
}

function entityRow(entity: Entity, vocabulary: Vocabulary): HTMLElement {
  const degree = { title: counted(entity.degree, "asserted edge") };
  return h(
    "li",
    {},
    entityLink(entity, vocabulary),
    h("span", { class: "muted", attributes: degree }, count(entity.degree)),
  );
}
