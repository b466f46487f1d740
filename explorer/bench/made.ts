/** A made graph drawn by the explorer's own view: `?nodes=` entities and `?lines=` facts. */

import type { Entity } from "../src/api/shapes";
import { GraphView } from "../src/graph/view";
import { fraction } from "../src/graph/placement";
import { MODALITIES } from "../src/modality";
import type { Line } from "../src/state/scene";
import { Vocabulary } from "../src/vocabulary";

const CLASSES = 8;

function pick(count: number, seed: string): number {
  return Math.floor(fraction(seed) * count);
}

/** Some are much better connected than others, as in a real graph. */
function end(nodes: number, seed: string): string {
  return `e${Math.floor(nodes * fraction(seed) ** 2)}`;
}

function made(nodes: number, lines: number): { entities: Entity[]; lines: Line[] } {
  const entities = Array.from({ length: nodes }, (_, at): Entity => ({
    id: `e${at}`,
    label: `entity number ${at}`,
    types: [`class${pick(CLASSES, `class ${at}`)}`],
    origin: pick(4, `origin ${at}`) === 0 ? "provisional" : "reference",
    degree: Math.round(200 / (1 + at / 20)),
  }));
  const drawn = Array.from({ length: lines }, (_, at): Line => ({
    key: `l${at}`,
    fact: `f${at}`,
    predicate: "knows",
    subject: end(nodes, `subject ${at}`),
    object: end(nodes, `object ${at}`),
    modality: MODALITIES[pick(MODALITIES.length, `modality ${at}`)] ?? "asserted",
    belief: fraction(`belief ${at}`),
  }));
  return { entities, lines: drawn };
}

const vocabulary = new Vocabulary({
  classes: Array.from({ length: CLASSES }, (_, order) => ({
    name: `class${order}`,
    label: `class ${order}`,
    definition: "",
    superclasses: [],
    colour: ["#1f5fa8", "#138a8a", "#7a5bc0", "#c77d0a", "#b33a2c", "#2f8f55", "#a04c86", "#5b6f1f"][order] ?? "",
    icon: "<circle cx='12' cy='12' r='6'/>",
    order,
  })),
  predicates: [
    { name: "knows", label: "knows", definition: "", inverseLabel: null, symmetric: false, order: 0 },
  ],
});

const asked = new URLSearchParams(location.search);
const graph = made(Number(asked.get("nodes")), Number(asked.get("lines")));
const container = document.querySelector<HTMLElement>(".canvas");
if (!container) throw new Error("no canvas");
const ignore = (): void => undefined;
const view = new GraphView(container, vocabulary, () => 0, {
  select: ignore,
  expand: ignore,
  open: ignore,
  clear: ignore,
});

/** Milliseconds of script until the first frame is drawn. */
function draw(): number {
  const start = performance.now();
  view.show(graph);
  return performance.now() - start;
}

Object.assign(globalThis, { draw });
