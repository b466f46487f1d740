/** One evidence: the quote within its surroundings, and everything that is known of it. */

import type { Evidence, Qualifier } from "../api/shapes";
import { entityLink, meter, modalityBadge } from "../parts/badges";
import { h } from "../parts/dom";
import { hashOf } from "../state/address";
import { date, published, webAddress } from "../text/format";
import { leading, trailing } from "../text/surroundings";
import type { Context } from "./context";

export function evidenceCard(evidence: Evidence, context: Context): HTMLElement {
  return h(
    "article",
    { class: `evidence-card ${evidence.modality}`, attributes: { "data-evidence": evidence.id } },
    h(
      "p",
      "badges",
      modalityBadge(evidence.modality),
      evidence.kind !== "text" && h("span", "badge", evidence.kind),
      verification(evidence),
    ),
    ...evidence.context.map(({ quote }) => h("p", "governing", h("span", "muted", "read with "), quote)),
    quotation(evidence),
    speakers(evidence, context),
    details(evidence, context),
    origin(evidence),
  );
}

function quotation(evidence: Evidence): HTMLElement | false {
  if (evidence.quote === "") return false;
  return h(
    "blockquote",
    evidence.kind === "reference" ? "code" : "",
    h("span", "around", leading(evidence.before)),
    h("mark", {}, evidence.quote),
    h("span", "around", trailing(evidence.after)),
  );
}

/** Where a reference statement was read; what nobody has checked says so. */
function verification(evidence: Evidence): Node | false {
  if (evidence.kind !== "reference") return false;
  if (evidence.source === null) {
    return h(
      "span",
      { class: "badge unverified", attributes: { title: "no source was recorded for this statement" } },
      "unverified",
    );
  }
  const href = webAddress(evidence.source);
  return href
    ? h("a", { class: "source", attributes: { href, rel: "noopener noreferrer", target: "_blank" } }, evidence.source)
    : h("span", "source", `source: ${evidence.source}`);
}

function speakers({ saidBy }: Evidence, { vocabulary }: Context): HTMLElement | false {
  if (saidBy.length === 0) return false;
  return h(
    "p",
    "speakers",
    h("span", "muted", "said by "),
    ...saidBy.flatMap((speaker, at) => [
      at > 0 ? h("span", "muted", " citing ") : "",
      entityLink(speaker, vocabulary),
    ]),
  );
}

function details(evidence: Evidence, context: Context): HTMLElement {
  const row = (name: string, ...value: (Node | string)[]): HTMLElement[] => [
    h("dt", {}, name),
    h("dd", {}, ...value),
  ];
  return h(
    "dl",
    "properties",
    ...(evidence.time === null ? [] : row("time", date(evidence.time))),
    ...evidence.qualifiers.flatMap((x) => row(x.label, qualifierValue(x, context))),
    ...row("reading", `${evidence.polarity}, ${evidence.status}`),
    ...row("confidence", meter("", evidence.confidence)),
    ...row("extractor", `${evidence.extractor} ${evidence.version}`.trim() || "none"),
  );
}

function qualifierValue({ entity, value }: Qualifier, { vocabulary }: Context): Node | string {
  return entity ? entityLink(entity, vocabulary) : value;
}

function origin({ document, id }: Evidence): HTMLElement {
  const about = [document.publisher, document.date && published(document.date)].filter((part) => part);
  return h(
    "footer",
    {},
    h(
      "a",
      {
        class: "document",
        attributes: { href: hashOf({ view: "document", id: document.id, evidence: id }) },
      },
      h("span", "document-title", document.title),
      h("span", "muted", about.join(" · ") || document.name),
    ),
  );
}
