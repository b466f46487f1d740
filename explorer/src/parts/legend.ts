/** What the drawing means, and switches for what is drawn. */

import type { Modality } from "../api/shapes";
import { meaning, MODALITIES } from "../modality";
import { count } from "../text/format";
import type { Filter } from "../state/filter";
import type { Vocabulary } from "../vocabulary";
import { classDisc, sample } from "./badges";
import { h } from "./dom";

const NARROW = "(max-width: 60rem)";

export interface Tally {
  classes: ReadonlyMap<string, number>;
  modalities: ReadonlyMap<Modality, number>;
}

export interface LegendEvents {
  toggleModality: (modality: Modality) => void;
  toggleClass: (name: string) => void;
}

/** The modalities in one row, for a legend that is folded. */
function key(): HTMLElement {
  return h(
    "span",
    "key",
    ...MODALITIES.map((modality) => h("span", {}, sample(modality), modality)),
  );
}

export class Legend {
  readonly element: HTMLDetailsElement;
  private readonly modalities = h("div", "switches");
  private readonly classes = h("div", "switches");

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly events: LegendEvents,
  ) {
    const narrow = matchMedia(NARROW).matches;
    this.element = h(
      "details",
      { class: "legend", attributes: { open: !narrow } },
      h("summary", {}, "Legend", key()),
      h(
        "div",
        "legend-body",
        h("h2", {}, "Facts"),
        this.modalities,
        h("h2", {}, "Entities"),
        this.classes,
        h("p", "legend-note", h("span", "disc hollow"), "outlined: known from documents only"),
        h("p", "legend-note", "Thicker lines are believed more; larger discs have more asserted edges."),
      ),
    );
  }

  /** How many pixels of the canvas it covers from the left: none when folded or on a small screen. */
  get covers(): number {
    const small = matchMedia(NARROW).matches;
    return small || !this.element.open ? 0 : this.element.offsetLeft + this.element.offsetWidth;
  }

  update(tally: Tally, filter: Filter): void {
    this.keepingFocus(() => {
      this.modalities.replaceChildren(
        ...MODALITIES.map((modality) =>
          this.toggle(
            modality,
            sample(modality),
            tally.modalities.get(modality) ?? 0,
            !filter.offModalities.has(modality),
            meaning(modality),
            () => {
              this.events.toggleModality(modality);
            },
          ),
        ),
      );
      this.classes.replaceChildren(
        ...this.vocabulary.inOrder(tally.classes.keys()).map((name) =>
          this.toggle(
            this.vocabulary.className(name),
            classDisc(name, this.vocabulary),
            tally.classes.get(name) ?? 0,
            !filter.offClasses.has(name),
            this.vocabulary.classDefinition(name),
            () => {
              this.events.toggleClass(name);
            },
          ),
        ),
      );
    });
  }

  private toggle(
    name: string,
    mark: Node,
    many: number,
    on: boolean,
    title: string,
    act: () => void,
  ): HTMLElement {
    return h(
      "button",
      {
        class: "switch",
        attributes: { type: "button", "aria-pressed": String(on), title, "data-switch": name },
        on: { click: act },
      },
      mark,
      h("span", "switch-name", name),
      h("span", "switch-count", count(many)),
    );
  }

  /** Redrawing a switch must not throw the keyboard out of the legend. */
  private keepingFocus(redraw: () => void): void {
    const focused = document.activeElement;
    const name = focused instanceof HTMLElement ? focused.dataset["switch"] : undefined;
    redraw();
    if (name === undefined) return;
    this.element.querySelector<HTMLElement>(`[data-switch="${CSS.escape(name)}"]`)?.focus();
  }
}
