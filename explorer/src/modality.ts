/** The four modalities: their order, their words and the colour each is drawn in. */

import type { Modality } from "./api/shapes";

export const MODALITIES: readonly Modality[] = ["asserted", "planned", "possible", "negated"];

const MEANINGS: Record<Modality, string> = {
  asserted: "stated as actual",
  planned: "announced, sought or being negotiated",
  possible: "could, may or should be so",
  negated: "denied",
};

export function meaning(modality: Modality): string {
  return MEANINGS[modality];
}

/** A predicate's label as a line in this modality says it. */
export function phrase(label: string, modality: Modality): string {
  if (modality === "asserted") return label;
  return modality === "negated" ? `not ${label}` : `${label} (${modality})`;
}
