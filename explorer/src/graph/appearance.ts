/** How entities and facts look: the attributes that sigma draws them with. */

import type { Entity, Modality } from "../api/shapes";
import { phrase } from "../modality";
import { mixed, type Theme } from "../parts/theme";
import { classOf } from "../state/filter";
import type { Line } from "../state/scene";
import type { Vocabulary } from "../vocabulary";
import type { LineAttributes, NodeAttributes } from "./attributes";

const SMALLEST = 8;
const LARGEST = 24;
const PULL: Record<Modality, number> = { asserted: 1, planned: 0.7, possible: 0.5, negated: 0.2 };

/** Its radius in pixels, growing with the logarithm of its degree in the store. */
export function radius(degree: number): number {
  return Math.min(LARGEST, SMALLEST + 2.2 * Math.log2(1 + degree));
}

/** Room, in square pixels, that a disc of full size and its label want. */
const ROOM = 6000;
const LEAST_SCALE = 0.4;

/** What discs shrink by, so that `order` of them do not hide each other on a canvas `side` pixels high or wide. */
export function discScale(side: number, order: number): number {
  return Math.min(1, Math.max(LEAST_SCALE, side / Math.sqrt(ROOM * Math.max(order, 1))));
}

type Look = Omit<NodeAttributes, "x" | "y">;

/** Filled with its class's colour, or, known from documents only, an outline in it. */
export function nodeLook(entity: Entity, vocabulary: Vocabulary, theme: Theme): Look {
  const name = classOf(entity);
  const provisional = entity.origin === "provisional";
  const own = vocabulary.colour(name);
  const colour = theme.dark ? mixed(own, "#ffffff", 0.22) : own;
  return {
    size: radius(entity.degree),
    label: entity.label,
    class: name,
    provisional,
    color: provisional ? theme.panel : colour,
    borderColor: provisional ? colour : mixed(colour, theme.ground, 0.35),
    iconColor: provisional ? colour : theme.dark ? "#0b0f14" : "#ffffff",
    // Sigma keeps icons side by side in one texture; the margin keeps them out of each other.
    image: vocabulary.icon(name, "#000000", 4),
  };
}

export function lineLook(line: Line, curvature: number, vocabulary: Vocabulary, theme: Theme): LineAttributes {
  return {
    fact: line.fact,
    label: phrase(vocabulary.predicate(line.predicate), line.modality),
    modality: line.modality,
    size: 1 + line.belief,
    color: theme.lines[line.modality],
    type: curvature === 0 ? "straight" : "curved",
    curvature,
    arrow: !vocabulary.symmetric(line.predicate),
    weight: PULL[line.modality],
  };
}
