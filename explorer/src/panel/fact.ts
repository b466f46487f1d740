/** One fact with every evidence: claims and denials side by side. */

import * as queries from "../api/queries";
import type { Evidence, FactDetail, Page } from "../api/shapes";
import { entityLink, meter, modalityBadge } from "../parts/badges";
import { h } from "../parts/dom";
import { phrase } from "../modality";
import { count, counted } from "../text/format";
import type { Vocabulary } from "../vocabulary";
import type { Context } from "./context";
import { evidenceCard } from "./evidence";
import { paged } from "./paged";

export function factView(fact: FactDetail, context: Context): HTMLElement {
  const disputed = fact.claims.totalCount > 0 && fact.denials.totalCount > 0;
  return h(
    "article",
    { class: "view fact-view" },
    statement(fact, context),
    h(
      "p",
      "badges",
      ...fact.modalities.map(modalityBadge),
      meter("belief", fact.belief),
      h("span", "muted", counted(fact.evidenceCount, "evidence", "evidence")),
    ),
    disputed && h("p", "disputed", "Disputed: some sources state it, others deny it."),
    h(
      "div",
      "sides",
      side(fact, "claims", fact.claims, context),
      side(fact, "denials", fact.denials, context),
    ),
  );
}

function statement(fact: FactDetail, { vocabulary }: Context): HTMLElement {
  const arrow = vocabulary.symmetric(fact.predicate) ? "—" : "→";
  const title = { title: vocabulary.predicateDefinition(fact.predicate) };
  return h(
    "h2",
    { class: "statement", attributes: { tabindex: -1 } },
    entityLink(fact.subject, vocabulary),
    h(
      "span",
      { class: "predicate", attributes: title },
      wording(fact, vocabulary),
      h("span", { attributes: { "aria-hidden": "true" } }, ` ${arrow}`),
    ),
    entityLink(fact.object, vocabulary),
  );
}

/** The predicate as every evidence puts it: a fact that is only denied must not read as a claim. */
function wording({ predicate, modalities }: FactDetail, vocabulary: Vocabulary): string {
  const label = vocabulary.predicate(predicate);
  const [only, ...others] = modalities;
  return only === undefined || others.length > 0 ? label : phrase(label, only);
}

function side(
  fact: FactDetail,
  name: "claims" | "denials",
  page: Page<Evidence>,
  context: Context,
): HTMLElement | false {
  if (page.totalCount === 0) return false;
  return h(
    "section",
    `side ${name}`,
    h("h3", {}, `${name === "claims" ? "Claims" : "Denials"} (${count(page.totalCount)})`),
    paged(
      page,
      (items) => h("ol", "evidence", ...items.map((item) => h("li", {}, evidenceCard(item, context)))),
      (after) => queries.moreEvidence(fact.id, name, after),
    ),
  );
}
