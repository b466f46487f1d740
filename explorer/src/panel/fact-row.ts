/** One fact in the list of an entity: the other end, how it is stated, and a way in. */

import type { Fact } from "../api/shapes";
import { classDisc, meter, modalityBadge } from "../parts/badges";
import { h } from "../parts/dom";
import { classOf } from "../state/filter";
import { hashOf } from "../state/address";
import { counted } from "../text/format";
import type { Context } from "./context";

export function factRow(fact: Fact, seenFrom: string, { vocabulary }: Context): HTMLElement {
  const other = fact.subject.id === seenFrom ? fact.object : fact.subject;
  return h(
    "li",
    "fact-row",
    h(
      "a",
      { class: "fact-link", attributes: { href: hashOf({ view: "fact", id: fact.id }) } },
      classDisc(classOf(other), vocabulary, other.origin === "provisional"),
      h(
        "span",
        "fact-words",
        h("span", "fact-other", other.label),
        h(
          "span",
          "fact-manner",
          ...fact.modalities.map(modalityBadge),
          meter("belief", fact.belief),
          h("span", "muted", counted(fact.evidenceCount, "evidence", "evidence")),
        ),
      ),
    ),
  );
}
