/** A whole document with its structure, and every place in it that states a fact. */

import type { Block, DocumentDetail, Modality, Passage } from "../api/shapes";
import { phrase } from "../modality";
import { modalityBadge } from "../parts/badges";
import { h } from "../parts/dom";
import { hashOf } from "../state/address";
import { CodePoints } from "../text/codepoints";
import { counted, published, webAddress } from "../text/format";
import { pieces, type Mark, type Piece } from "../text/marks";
import { structure } from "../text/structure";
import type { Context } from "./context";

/** What the facts of a piece of text say, and how the most particular one is meant. */
interface Said {
  title: string;
  modality: Modality;
}

export interface DocumentContent {
  document: DocumentDetail;
  passages: readonly Passage[];
  /** Whether more passages are stored than were read. */
  cut: boolean;
  evidence: string | null;
}

export function documentView(content: DocumentContent, context: Context): HTMLElement {
  const { document, passages, evidence } = content;
  const text = new CodePoints(document.text);
  const marks = marksOf(passages, evidence);
  const reference = document.mediaType.includes("turtle");
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const said = (ids: readonly string[]): Said => {
    const found = ids.flatMap((id) => byId.get(id) ?? []);
    return {
      title: found.map((passage) => sentence(passage, context)).join("\n"),
      modality: found[0]?.modality ?? "asserted",
    };
  };
  return h(
    "article",
    { class: reference ? "view document-view code" : "view document-view" },
    heading(document),
    chosen(content, context),
    content.cut && h("p", "cut", "Only a part of the passages is marked."),
    h(
      "div",
      { class: "text", attributes: { lang: document.language } },
      ...structure(text, document.blocks, reference ? "code" : "paragraph").map((block) =>
        blockElement(block, inline(text, block, marks, document.id, said)),
      ),
    ),
  );
}

function heading(document: DocumentDetail): HTMLElement {
  const href = webAddress(document.address);
  const about = [
    document.publisher,
    document.date && published(document.date),
    document.locations.map(({ name }) => name).join(", "),
    counted(document.evidenceCount, "evidence", "evidence"),
  ].filter((part): part is string => Boolean(part));
  return h(
    "header",
    {},
    h("h2", { attributes: { tabindex: -1 } }, document.title),
    h("p", "muted", about.join(" · ")),
    href &&
      h("p", {}, h("a", { attributes: { href, rel: "noopener noreferrer", target: "_blank" } }, href)),
  );
}

/** The evidence that the address names, with the way to its neighbours in the text. */
function chosen({ document, passages, evidence }: DocumentContent, context: Context): HTMLElement {
  const ordered = [...passages].sort((a, b) => a.start - b.start || a.end - b.end);
  const at = ordered.findIndex(({ id }) => id === evidence);
  const link = (passage: Passage | undefined, words: string): Node =>
    passage
      ? h("a", { class: "step", attributes: { href: linkTo(document.id, passage.id) } }, words)
      : h("span", "step muted", words);
  const found = ordered[at];
  return h(
    "nav",
    { class: "passage-bar", attributes: { "aria-label": "Passages" } },
    link(at < 0 ? undefined : ordered[at - 1], "‹ previous"),
    found
      ? stated(found, context)
      : h("span", "muted", ordered.length > 0 ? "Underlined passages state facts." : "No passage states a fact."),
    link(at < 0 ? ordered[0] : ordered[at + 1], "next ›"),
    found ? others(ordered, found, context) : null,
  );
}

/** The other facts that the chosen words state, or a part of them. */
function others(ordered: readonly Passage[], chosen: Passage, context: Context): HTMLElement | false {
  const beside = ordered.filter((x) => x !== chosen && x.start < chosen.end && x.end > chosen.start);
  if (beside.length === 0) return false;
  return h(
    "details",
    {},
    h("summary", {}, `${counted(beside.length, "more fact")} stated here`),
    h("ul", "others", ...beside.map((passage) => h("li", {}, stated(passage, context)))),
  );
}

function stated(passage: Passage, context: Context): HTMLElement {
  return h(
    "a",
    { class: "passage", attributes: { href: hashOf({ view: "fact", id: passage.fact.id }) } },
    modalityBadge(passage.modality),
    sentence(passage, context),
  );
}

function sentence({ fact, modality }: Passage, { vocabulary }: Context): string {
  const predicate = phrase(vocabulary.predicate(fact.predicate), modality);
  return `${fact.subject.label} – ${predicate} – ${fact.object.label}`;
}

function linkTo(document: string, evidence: string): string {
  return hashOf({ view: "document", id: document, evidence });
}

export function marksOf(passages: readonly Passage[], evidence: string | null): Mark[] {
  return passages.flatMap(({ id, start, end, context }): Mark[] => [
    { start, end, passage: id, role: id === evidence ? "quote" : "passage" },
    ...(id === evidence
      ? context.map((span): Mark => ({ start: span.start, end: span.end, passage: id, role: "context" }))
      : []),
  ]);
}

function blockElement(block: Block, children: Node[]): HTMLElement {
  switch (block.kind) {
    case "title":
      return h("h3", "title", ...children);
    case "heading":
      return h(block.level <= 1 ? "h3" : block.level === 2 ? "h4" : "h5", {}, ...children);
    case "item": {
      const item = h("p", "item", ...children);
      item.style.setProperty("--depth", String(Math.max(block.level, 1)));
      return item;
    }
    case "code":
      return h("pre", {}, ...children);
    case "cell":
    case "caption":
      return h("p", block.kind, ...children);
    case "paragraph":
      return h("p", {}, ...children);
  }
}

function inline(
  text: CodePoints,
  block: Block,
  marks: readonly Mark[],
  document: string,
  said: (passages: readonly string[]) => Said,
): Node[] {
  return pieces(block.start, block.end, marks).map((piece) => {
    const words = text.slice(piece.start, piece.end);
    const body = piece.quote
      ? h("mark", {}, words)
      : piece.context
        ? h("span", "context", words)
        : globalThis.document.createTextNode(words);
    const [passage] = otherThanQuoted(piece);
    if (passage === undefined) return body;
    const { title, modality } = said(piece.passages);
    const href = linkTo(document, passage);
    return h("a", { class: `stated ${modality}`, attributes: { href, title } }, body);
  });
}

/** Where to go from a piece: the evidences that quote it; none from the chosen quote alone. */
function otherThanQuoted(piece: Piece): string[] {
  return piece.quote ? piece.passages.slice(0, 0) : piece.passages;
}
