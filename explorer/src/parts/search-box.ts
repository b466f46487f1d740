/** The search box with its completion: an ARIA combobox over the entities' labels. */

import type { Entity } from "../api/shapes";
import * as queries from "../api/queries";
import { ServiceError } from "../api/service";
import { classOf } from "../state/filter";
import type { Vocabulary } from "../vocabulary";
import { classDisc } from "./badges";
import { glyph, h, setAttributes } from "./dom";

const PAUSE_MS = 140;
const RESULTS = 10;

export class SearchBox {
  readonly element: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly list: HTMLUListElement;
  private readonly status: HTMLElement;
  private results: Entity[] = [];
  private active = -1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: AbortController | null = null;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly choose: (entity: Entity) => void,
  ) {
    this.input = h("input", {
      attributes: {
        id: "search",
        type: "search",
        placeholder: "Search entities",
        autocomplete: "off",
        spellcheck: "false",
        role: "combobox",
        "aria-label": "Search entities",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "search-results",
      },
      on: {
        input: () => {
          this.schedule();
        },
        keydown: (event) => {
          this.key(event);
        },
        focus: () => {
          if (this.results.length > 0) this.open(true);
        },
        blur: () => {
          this.open(false);
        },
      },
    });
    this.list = h("ul", {
      attributes: { id: "search-results", role: "listbox", "aria-label": "Entities found", hidden: true },
    });
    this.status = h("p", { class: "search-status", attributes: { role: "status" } });
    this.element = h(
      "div",
      { class: "search", attributes: { role: "search" } },
      glyph("M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z", "M15.500 15.500L21 21"),
      this.input,
      this.list,
      this.status,
    );
  }

  focus(): void {
    this.input.focus();
    this.input.select();
  }

  private schedule(): void {
    clearTimeout(this.timer);
    this.running?.abort();
    const text = this.input.value.trim();
    if (text === "") {
      this.show([], "");
      return;
    }
    this.timer = setTimeout(() => void this.find(text), PAUSE_MS);
  }

  private async find(text: string): Promise<void> {
    const running = new AbortController();
    this.running = running;
    try {
      const found = await queries.search(text, RESULTS, running.signal);
      if (running === this.running) this.show(found, found.length === 0 ? "Nothing of that name." : "");
    } catch (cause) {
      if (running.signal.aborted) return;
      const error = cause instanceof ServiceError ? `${cause.message} ${cause.hint}` : String(cause);
      this.show([], error);
    }
  }

  private show(results: Entity[], status: string): void {
    this.results = results;
    this.list.replaceChildren(...results.map((entity, at) => this.option(entity, at)));
    this.status.textContent = status;
    this.open(results.length > 0);
    this.activate(-1);
  }

  private option(entity: Entity, at: number): HTMLElement {
    return h(
      "li",
      {
        attributes: { id: `search-result-${at}`, role: "option", "aria-selected": "false" },
        on: {
          // Before the input loses its focus, and with it the list its place.
          pointerdown: (event) => {
            event.preventDefault();
            this.pick(at);
          },
        },
      },
      classDisc(classOf(entity), this.vocabulary, entity.origin === "provisional"),
      h("span", "result-label", entity.label),
      h("span", "muted", this.vocabulary.typesOf(entity)),
    );
  }

  private key(event: KeyboardEvent): void {
    const many = this.results.length;
    if (event.key === "ArrowDown" && many > 0) this.move((this.active + 1) % many);
    else if (event.key === "ArrowUp" && many > 0) this.move(this.active <= 0 ? many - 1 : this.active - 1);
    else if (event.key === "Enter" && many > 0) this.pick(Math.max(this.active, 0));
    else if (event.key === "Escape" && !this.list.hidden) this.open(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private move(to: number): void {
    this.open(true);
    this.activate(to);
  }

  private activate(at: number): void {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = at;
    const option = this.list.children[at];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    setAttributes(this.input, { "aria-activedescendant": option ? option.id : null });
  }

  private open(open: boolean): void {
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
  }

  private pick(at: number): void {
    const entity = this.results[at];
    if (!entity) return;
    this.input.value = "";
    this.show([], "");
    this.choose(entity);
  }
}
