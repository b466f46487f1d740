/** Buttons for the view of the graph and for steps back and forth. */

import { glyph, h } from "./dom";

export interface Tool {
  name: string;
  glyph: string[];
  act: () => void;
}

export const GLYPHS = {
  zoomIn: ["M12 5v14", "M5 12h14"],
  zoomOut: ["M5 12h14"],
  fit: ["M4 9V4h5", "M15 4h5v5", "M20 15v5h-5", "M9 20H4v-5"],
  arrange: ["M12 7v4M12 11l-5 4M12 11l5 4", "M12 3a2 2 0 1 0 0 4 2 2 0 0 0 0-4z", "M5.500 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4z", "M18.500 15a2 2 0 1 0 0 4 2 2 0 0 0 0-4z"],
  undo: ["M9 14L4 9l5-5", "M4 9h10a6 6 0 0 1 0 12h-3"],
  redo: ["M15 14l5-5-5-5", "M20 9H10a6 6 0 0 0 0 12h3"],
  reveal: ["M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12z", "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"],
};

export class Toolbar {
  readonly element: HTMLElement;
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(tools: readonly Tool[]) {
    this.element = h(
      "div",
      { class: "toolbar", attributes: { role: "toolbar", "aria-label": "Graph" } },
      ...tools.map((tool) => this.button(tool)),
    );
  }

  enable(name: string, enabled: boolean): void {
    const button = this.buttons.get(name);
    if (button) button.disabled = !enabled;
  }

  private button(tool: Tool): HTMLButtonElement {
    const button = h(
      "button",
      {
        attributes: { type: "button", "aria-label": tool.name, title: tool.name },
        on: { click: tool.act },
      },
      glyph(...tool.glyph),
    );
    this.buttons.set(tool.name, button);
    return button;
  }
}
