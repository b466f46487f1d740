/** Small marks that the panel repeats: modality, class, belief. */

import type { Entity, Modality } from "../api/shapes";
import { meaning } from "../modality";
import { share } from "../text/format";
import { classOf } from "../state/filter";
import { hashOf } from "../state/address";
import type { Vocabulary } from "../vocabulary";
import { h, setAttributes } from "./dom";

const SVG = "http://www.w3.org/2000/svg";

/** The line that draws a modality, as the graph draws it. */
export function sample(modality: Modality): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  setAttributes(svg, { viewBox: "0 0 30 10", class: `sample ${modality}`, "aria-hidden": "true" });
  const path = (d: string, dashes: string | null): void => {
    const line = document.createElementNS(SVG, "path");
    setAttributes(line, { d, "stroke-dasharray": dashes });
    svg.append(line);
  };
  path("M1 5H29", { asserted: null, planned: "6 3.5", possible: "0.1 4.500", negated: null }[modality]);
  if (modality === "negated") path("M11 1l8 8M19 1l-8 8", null);
  return svg;
}

export function modalityBadge(modality: Modality): HTMLElement {
  const attributes = { title: meaning(modality) };
  return h("span", { class: `badge modality ${modality}`, attributes }, sample(modality), modality);
}

/** A class's icon on a disc of its colour; hollow for what only documents know. */
export function classDisc(name: string, vocabulary: Vocabulary, provisional = false): HTMLElement {
  const colour = vocabulary.colour(name);
  const image = h("img", {
    attributes: { src: vocabulary.icon(name, provisional ? colour : "#ffffff"), alt: "" },
  });
  const disc = h("span", { class: provisional ? "disc hollow" : "disc" }, image);
  disc.style.setProperty("--class-colour", colour);
  return disc;
}

export function entityLink(entity: Entity, vocabulary: Vocabulary): HTMLElement {
  return h(
    "a",
    { class: "entity", attributes: { href: hashOf({ view: "entity", id: entity.id }) } },
    classDisc(classOf(entity), vocabulary, entity.origin === "provisional"),
    h("span", {}, entity.label),
  );
}

/** A belief or confidence as a figure with a bar. */
export function meter(name: string, value: number): HTMLElement {
  const bar = h("span", "bar", h("span", "filled"));
  bar.style.setProperty("--share", String(value));
  return h("span", { class: "meter", attributes: { title: `${name} ${share(value)} of 1` } }, `${name} ${share(value)}`, bar);
}
