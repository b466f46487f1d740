/** The ontology as the explorer reads it: what terms are called and how classes are drawn. */

import type { ClassTerm, Entity, Fact, Ontology, PredicateTerm } from "./api/shapes";
import { classOf } from "./state/filter";

const NO_COLOUR = "#6b7a8f";
const NO_ICON = "<circle cx='12' cy='12' r='6'/>";

export class Vocabulary {
  private readonly classes: ReadonlyMap<string, ClassTerm>;
  private readonly predicates: ReadonlyMap<string, PredicateTerm>;

  constructor(ontology: Ontology) {
    this.classes = new Map(ontology.classes.map((term) => [term.name, term]));
    this.predicates = new Map(ontology.predicates.map((term) => [term.name, term]));
  }

  colour(name: string): string {
    return this.classes.get(name)?.colour ?? NO_COLOUR;
  }

  /** The icon of a class as an SVG image, drawn in `stroke` with `margin` of its 24 units around it. */
  icon(name: string, stroke: string, margin = 0): string {
    const inside = this.classes.get(name)?.icon ?? NO_ICON;
    const svg =
      `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="${-margin} ${-margin} ${24 + 2 * margin} ${24 + 2 * margin}" ` +
      `fill="none" stroke="${stroke}" stroke-width="2" stroke-linecap="round" ` +
      `stroke-linejoin="round">${inside}</svg>`;
    return `data:image/svg+xml,${encodeURIComponent(svg)}`;
  }

  className(name: string): string {
    return this.classes.get(name)?.label ?? name;
  }

  classDefinition(name: string): string {
    return this.classes.get(name)?.definition ?? "";
  }

  /** An entity's types in words, such as `state` or `summit, meeting`. */
  typesOf(entity: Entity): string {
    return entity.types.map((name) => this.className(name)).join(", ") || this.className(classOf(entity));
  }

  /** Class names in the ontology's order. */
  inOrder(names: Iterable<string>): string[] {
    const rank = (name: string): number => this.classes.get(name)?.order ?? Number.MAX_SAFE_INTEGER;
    return [...names].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  }

  predicate(name: string): string {
    return this.predicates.get(name)?.label ?? name;
  }

  predicateDefinition(name: string): string {
    return this.predicates.get(name)?.definition ?? "";
  }

  symmetric(name: string): boolean {
    return this.predicates.get(name)?.symmetric ?? false;
  }

  predicateRank(name: string): number {
    return this.predicates.get(name)?.order ?? Number.MAX_SAFE_INTEGER;
  }

  /** A predicate's label as read from `subject` or, with `inverse`, from its object. */
  reading(name: string, inverse: boolean): string {
    const term = this.predicates.get(name);
    if (!term || !inverse || term.symmetric) return this.predicate(name);
    return term.inverseLabel ?? `${term.label} (from)`;
  }

  /** Whether `fact` is read from its object when `id` is in the centre. */
  isInverse(fact: Fact, id: string): boolean {
    return fact.object.id === id && fact.subject.id !== id && !this.symmetric(fact.predicate);
  }
}
