/** The frame around everything: header, canvas with its tools, panel, messages. */

import type { Stats } from "../api/shapes";
import type { Address } from "../state/address";
import { count, counted } from "../text/format";
import { button, glyph, h } from "./dom";
import { GLYPHS, Toolbar } from "./toolbar";

export interface PageEvents {
  zoomIn: () => void;
  zoomOut: () => void;
  fit: () => void;
  arrange: () => void;
  undo: () => void;
  redo: () => void;
  reveal: () => void;
  search: () => void;
}

export interface GraphState {
  canUndo: boolean;
  canRedo: boolean;
  hidden: number;
  entities: number;
  lines: number;
}

const MESSAGE_MS = 6000;

export class Page {
  /** Where the graph is drawn. */
  readonly canvas = h("div", { class: "canvas", attributes: { role: "img" } });
  private readonly toolbar: Toolbar;
  private readonly messages = h("div", { class: "messages", attributes: { "aria-live": "polite" } });
  private readonly caption = h("p", "caption");
  private readonly main: HTMLElement;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    root: HTMLElement,
    private readonly stats: Stats,
    search: HTMLElement,
    legend: HTMLElement,
    panel: HTMLElement,
    events: PageEvents,
  ) {
    this.toolbar = new Toolbar([
      { name: "Zoom in", glyph: GLYPHS.zoomIn, act: events.zoomIn },
      { name: "Zoom out", glyph: GLYPHS.zoomOut, act: events.zoomOut },
      { name: "Fit to view", glyph: GLYPHS.fit, act: events.fit },
      { name: "Arrange anew", glyph: GLYPHS.arrange, act: events.arrange },
      { name: "Undo", glyph: GLYPHS.undo, act: events.undo },
      { name: "Redo", glyph: GLYPHS.redo, act: events.redo },
      { name: "Show hidden entities", glyph: GLYPHS.reveal, act: events.reveal },
    ]);
    const stage = h(
      "section",
      { class: "stage", attributes: { "aria-label": "Graph" } },
      this.canvas,
      legend,
      this.toolbar.element,
      this.caption,
      this.messages,
    );
    this.main = h("main", {}, stage, panel);
    root.replaceChildren(header(stats, search), this.main);
    this.shortcuts(events);
  }

  update(state: GraphState): void {
    this.toolbar.enable("Undo", state.canUndo);
    this.toolbar.enable("Redo", state.canRedo);
    this.toolbar.enable("Show hidden entities", state.hidden > 0);
    const content = `${counted(state.entities, "entity", "entities")}, ${counted(state.lines, "line")}`;
    this.canvas.setAttribute("aria-label", `Graph of ${content}; the overview lists them.`);
    const hidden = state.hidden > 0 ? `, ${count(state.hidden)} hidden` : "";
    this.caption.textContent =
      `${count(state.entities)} of ${counted(this.stats.entities, "entity", "entities")}, ` +
      `${counted(state.lines, "line")} in view${hidden}`;
  }

  /** Give the panel the room that a view needs. */
  arrangeFor(view: Address["view"]): void {
    this.main.dataset["view"] = view;
  }

  /** Whether something that was asked for has yet to come. */
  busy(busy: boolean): void {
    this.main.setAttribute("aria-busy", String(busy));
  }

  /** The address that panel and picture have come to show. */
  shows(hash: string): void {
    this.main.dataset["shows"] = hash;
  }

  /** A passing message. */
  tell(words: string): void {
    clearTimeout(this.timer);
    this.messages.replaceChildren(h("p", "message", words));
    this.timer = setTimeout(() => {
      this.messages.replaceChildren();
    }, MESSAGE_MS);
  }

  /** A message that stays until it is dismissed. */
  say(message: HTMLElement): void {
    clearTimeout(this.timer);
    const dismiss = button("Dismiss", () => {
      this.messages.replaceChildren();
    }, { class: "plain" });
    message.append(dismiss);
    message.addEventListener("click", (event) => {
      if (event.target instanceof HTMLButtonElement) this.messages.replaceChildren();
    });
    this.messages.replaceChildren(message);
  }

  noGraph(): void {
    this.canvas.append(
      h("p", "no-graph", "This browser cannot draw the graph because WebGL is off. Search and panel work without it."),
    );
  }

  private shortcuts(events: PageEvents): void {
    document.addEventListener("keydown", (event) => {
      const typing = event.target instanceof HTMLInputElement;
      const command = event.ctrlKey || event.metaKey;
      if (event.key === "/" && !typing && !command) events.search();
      else if (command && !typing && event.key.toLowerCase() === "z") {
        if (event.shiftKey) events.redo();
        else events.undo();
      } else return;
      event.preventDefault();
    });
  }
}

function header(stats: Stats, search: HTMLElement): HTMLElement {
  return h(
    "header",
    "top",
    h(
      "h1",
      {},
      h(
        "a",
        { class: "brand", attributes: { href: "#" } },
        glyph("M8.200 9.200l3 6M15.800 9.200l-3 6M9.500 7.500h5", "M7.500 5.300a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z", "M16.500 5.300a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z", "M12 14.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400z"),
        "Entente",
      ),
    ),
    search,
    h(
      "p",
      "totals",
      `${counted(stats.facts, "fact")} · ${counted(stats.evidence, "evidence", "evidence")} · ${counted(stats.documents, "document")}`,
    ),
  );
}
