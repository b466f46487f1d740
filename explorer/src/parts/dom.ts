/** Elements, built without ever parsing text as HTML. */

export type Child = Node | string | null | false;

interface Properties {
  class?: string;
  /** Attributes by name; null and false leave one out, true sets it empty. */
  attributes?: Record<string, string | number | boolean | null>;
  on?: { [E in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[E]) => void };
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties | string = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  const { class: name, attributes, on } =
    typeof properties === "string" ? { class: properties } : properties;
  if (name) element.className = name;
  if (attributes) setAttributes(element, attributes);
  for (const [event, listener] of Object.entries(on ?? {})) {
    element.addEventListener(event, listener as EventListener);
  }
  element.append(...children.filter((child): child is Node | string => isShown(child)));
  return element;
}

export function setAttributes(
  element: Element,
  attributes: Record<string, string | number | boolean | null>,
): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

function isShown(child: Child): boolean {
  return child !== null && child !== false && child !== "";
}

export function button(label: string, action: () => void, properties: Properties = {}): HTMLButtonElement {
  return h(
    "button",
    {
      ...properties,
      attributes: { type: "button", ...properties.attributes },
      on: { ...properties.on, click: action },
    },
    label,
  );
}

const SVG = "http://www.w3.org/2000/svg";

/** A line drawing of 24 by 24 from path data, in the colour of the text around it. */
export function glyph(...paths: string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  setAttributes(svg, { viewBox: "0 0 24 24", class: "glyph", "aria-hidden": "true" });
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
