/** One entity: who or what it is, and its facts by predicate. */

import * as queries from "../api/queries";
import type { EntityDetail, Fact } from "../api/shapes";
import { classDisc } from "../parts/badges";
import { button, h } from "../parts/dom";
import { classOf } from "../state/filter";
import { counted, webAddress } from "../text/format";
import type { Context } from "./context";
import { factRow } from "./fact-row";
import { paged } from "./paged";

export function entityView(entity: EntityDetail, context: Context): HTMLElement {
  return h(
    "article",
    { class: "view entity-view" },
    heading(entity, context),
    actions(entity, context),
    entity.alternative.length > 0 &&
      h("p", "also", h("span", "muted", "also "), entity.alternative.join(" · ")),
    properties(entity),
    facts(entity, context),
  );
}

function heading(entity: EntityDetail, { vocabulary }: Context): HTMLElement {
  const provisional = entity.origin === "provisional";
  const about = [
    counted(entity.degree, "asserted edge"),
    entity.mentions > 0 ? counted(entity.mentions, "mention") : "",
  ];
  return h(
    "header",
    "heading",
    classDisc(classOf(entity), vocabulary, provisional),
    h(
      "div",
      {},
      h("h2", { attributes: { tabindex: -1 } }, entity.label),
      h(
        "p",
        "badges",
        ...entity.types.map((name) =>
          h(
            "span",
            { class: "badge", attributes: { title: vocabulary.classDefinition(name) } },
            vocabulary.className(name),
          ),
        ),
        provisional &&
          h(
            "span",
            { class: "badge provisional", attributes: { title: "known from documents only" } },
            "provisional",
          ),
        h("span", "muted", about.filter((part) => part !== "").join(" · ")),
      ),
    ),
  );
}

function actions(entity: EntityDetail, context: Context): HTMLElement {
  const bar = h("div", "actions");
  const draw = (): void => {
    const state = context.neighbourhood(entity.id);
    const grow = async (limit?: number): Promise<void> => {
      await context.expand(entity.id, limit);
      draw();
    };
    bar.replaceChildren(
      ...[
        state === "none" && button("Expand", () => void grow(), { class: "primary" }),
        state === "cut" && button("Show more neighbours", () => void grow(MORE), { class: "primary" }),
        state !== "none" &&
          button("Collapse", () => {
            context.collapse(entity.id);
            draw();
          }),
        button("Hide", () => {
          context.hide(entity.id);
        }),
      ].filter((item) => item !== false),
      state === "cut" ? h("p", "cut", "Only a part of its neighbours is in view.") : "",
    );
  };
  draw();
  return bar;
}

const MORE = 400;

function properties(entity: EntityDetail): HTMLElement | false {
  if (entity.properties.length === 0) return false;
  return h(
    "dl",
    "properties",
    ...entity.properties.flatMap(({ label, values }) => [
      h("dt", {}, label),
      h("dd", {}, ...values.map((value) => h("span", {}, literal(value)))),
    ]),
  );
}

function literal(value: string): Node | string {
  const href = webAddress(value);
  return href ? h("a", { attributes: { href, rel: "noopener noreferrer", target: "_blank" } }, value) : value;
}

function facts(entity: EntityDetail, context: Context): HTMLElement {
  return h(
    "section",
    { attributes: { "aria-label": "Facts" } },
    h("h3", {}, counted(entity.facts.totalCount, "fact")),
    paged(
      entity.facts,
      (items) => groups(entity.id, items, context),
      (after) => queries.moreFacts(entity.id, after),
    ),
  );
}

/** Facts under the predicate as read from the entity, in the ontology's order. */
function groups(id: string, items: readonly Fact[], context: Context): HTMLElement {
  const { vocabulary } = context;
  const byReading = new Map<string, Fact[]>();
  const sorted = [...items].sort(
    (a, b) => vocabulary.predicateRank(a.predicate) - vocabulary.predicateRank(b.predicate),
  );
  for (const fact of sorted) {
    const reading = vocabulary.reading(fact.predicate, vocabulary.isInverse(fact, id));
    byReading.set(reading, [...(byReading.get(reading) ?? []), fact]);
  }
  return h(
    "div",
    "fact-groups",
    ...[...byReading].map(([reading, members]) =>
      h(
        "section",
        "fact-group",
        h(
          "h4",
          { attributes: { title: vocabulary.predicateDefinition(members[0]?.predicate ?? "") } },
          reading,
        ),
        h("ul", "facts", ...members.map((fact) => factRow(fact, id, context))),
      ),
    ),
  );
}
