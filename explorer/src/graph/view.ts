/** The graph on the screen: draws what it is given, and tells what was done to it. */

import Sigma from "sigma";
import { createNodeBorderProgram } from "@sigma/node-border";
import { createNodeImageProgram } from "@sigma/node-image";
import { createNodeCompoundProgram } from "sigma/rendering";
import { onThemeChange, readTheme } from "../parts/theme";
import type { Drawn } from "../state/filter";
import type { Vocabulary } from "../vocabulary";
import type { LineAttributes, NodeAttributes } from "./attributes";
import { discScale } from "./appearance";
import { Dragging } from "./dragging";
import { Drawing } from "./drawing";
import { Emphasis } from "./emphasis";
import { LabelLayer } from "./label-layer";
import { drawLineLabel, drawNodeHover } from "./labels";
import { Viewpoint } from "./camera";
import { Layout } from "./layout";
import { CurvedLines, StraightLines } from "./line-program";
import { applyPositions, toMatrices } from "./matrix";

export interface GraphEvents {
  select: (entity: string) => void;
  expand: (entity: string) => void;
  open: (fact: string) => void;
  clear: () => void;
}

const PADDING = 48;
const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class GraphView {
  readonly viewpoint: Viewpoint;
  private readonly drawing: Drawing;
  private readonly sigma: Sigma<NodeAttributes, LineAttributes>;
  private readonly emphasis: Emphasis;
  private readonly dragging: Dragging;
  private readonly layout = new Layout();
  private readonly labels = new LabelLayer();
  private theme = readTheme();
  private scale = 1;
  /** Where to go once the layout has found every place. */
  private journey: (() => void) | null = null;

  /** `covered` pixels at the left are not to be used. Throws if the browser has no WebGL. */
  constructor(
    container: HTMLElement,
    vocabulary: Vocabulary,
    covered: () => number,
    events: GraphEvents,
  ) {
    this.drawing = new Drawing(vocabulary);
    this.emphasis = new Emphasis(this.drawing.graph);
    this.sigma = this.render(container);
    this.dragging = new Dragging(this.sigma, this.drawing.graph);
    this.viewpoint = new Viewpoint(this.sigma, covered, () => {
      this.rest();
    });
    this.listen(events);
    // Sigma follows the window's size only, and the panel takes room from the canvas.
    new ResizeObserver(() => {
      this.sigma.resize();
      this.fitDiscs();
      this.sigma.refresh({ skipIndexation: true });
    }).observe(container);
    onThemeChange(() => {
      this.theme = readTheme();
      this.drawing.dress(this.theme);
      this.refresh();
    });
  }

  /** Draw `drawn`; entities that are new find their places, the first time thoroughly. */
  show(drawn: Drawn): void {
    const first = this.drawing.graph.order === 0;
    const { fresh, gone } = this.drawing.become(drawn, this.theme);
    this.fitDiscs();
    this.refresh();
    if (first) this.viewpoint.fit(false);
    // A running layout knows its nodes by their order, which is another one now.
    if (fresh > 0 || (gone > 0 && this.layout.running)) this.arrange(first);
  }

  /** Find every place anew. */
  rearrange(): void {
    this.dragging.pinned.clear();
    this.drawing.scatter();
    this.arrange(true);
    this.viewpoint.fit(true);
  }

  /** Bring a node to the middle: now, or when the running layout has found its place. */
  visit(entity: string): void {
    this.whenPlaced(() => {
      this.viewpoint.visit(entity);
    });
  }

  /** Let an entity or a fact stand out, and bring `about` into sight. */
  select(entity: string | null, fact: string | null, about: readonly string[]): void {
    this.emphasis.selectedEntity = entity;
    this.emphasis.selectedFact = fact;
    this.refresh();
    if (this.journey !== null || this.viewpoint.moving) return;
    this.whenPlaced(() => {
      this.viewpoint.reveal(about);
    });
  }

  private whenPlaced(journey: () => void): void {
    if (this.layout.running) this.journey = journey;
    else journey();
  }

  private fitDiscs(): void {
    const { width, height } = this.sigma.getDimensions();
    this.scale = discScale(Math.min(width, height), this.drawing.graph.order);
    this.sigma.setSetting("stagePadding", Math.min(PADDING, Math.min(width, height) / 10));
  }

  private refresh(): void {
    this.emphasis.update();
    this.sigma.refresh();
  }

  private arrange(thorough: boolean): void {
    const { graph } = this.drawing;
    this.sigma.setCustomBBox(null);
    const order = graph.order;
    this.layout.start(toMatrices(graph, this.dragging.pinned), order, thorough, ({ nodes, last }) => {
      if (STILL.matches && !last) return;
      applyPositions(graph, nodes, this.dragging.held);
      if (!last) return;
      this.drawing.remember();
      this.refresh();
      this.journey?.();
      this.journey = null;
      this.rest();
    });
    this.rest();
  }

  /** The canvas is busy until layout and camera stand still and that has been drawn. */
  private rest(): void {
    this.sigma.getContainer().setAttribute("aria-busy", "true");
    this.sigma.scheduleRender();
  }

  private render(container: HTMLElement): Sigma<NodeAttributes, LineAttributes> {
    const { graph } = this.drawing;
    const disc = createNodeBorderProgram<NodeAttributes, LineAttributes>({
      borders: [
        { size: { value: 0.14 }, color: { attribute: "borderColor" } },
        { size: { fill: true }, color: { attribute: "color" } },
      ],
    });
    const icon = createNodeImageProgram<NodeAttributes, LineAttributes>({
      drawingMode: "color",
      colorAttribute: "iconColor",
      imageAttribute: "image",
      keepWithinCircle: false,
      padding: 0.06,
      size: { mode: "force", value: 96 },
      debounceTimeout: null,
    });
    return new Sigma<NodeAttributes, LineAttributes>(graph, container, {
      defaultNodeType: "entity",
      nodeProgramClasses: { entity: createNodeCompoundProgram([disc, icon]) },
      defaultEdgeType: "straight",
      edgeProgramClasses: { straight: StraightLines, curved: CurvedLines },
      defaultDrawNodeLabel: (context, data) => {
        this.labels.offer(context, data);
      },
      defaultDrawNodeHover: (context, data) => {
        drawNodeHover(context, data, this.theme);
      },
      defaultDrawEdgeLabel: (context, data, source, target) => {
        drawLineLabel(context, data, source, target, this.theme);
      },
      nodeReducer: (id, data) => this.emphasis.node(id, { ...data, size: data.size * this.scale }, this.theme),
      edgeReducer: (id, data) => this.emphasis.line(id, data, this.theme),
      renderEdgeLabels: true,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: PADDING,
      minEdgeThickness: 1.1,
      minCameraRatio: 0.02,
      maxCameraRatio: 6,
      labelDensity: 0.8,
      labelGridCellSize: 90,
      labelRenderedSizeThreshold: 7,
      allowInvalidContainer: true,
    });
  }

  private listen(events: GraphEvents): void {
    this.sigma.on("afterRender", () => {
      this.labels.flush(this.theme);
      const busy = this.layout.running || this.viewpoint.moving;
      this.sigma.getContainer().setAttribute("aria-busy", String(busy));
    });
    const over = (change: Partial<Pick<Emphasis, "hoveredNode" | "hoveredLine">>): void => {
      Object.assign(this.emphasis, change);
      this.emphasis.update();
      this.sigma.refresh({ skipIndexation: true });
      const pointing = this.emphasis.hoveredNode ?? this.emphasis.hoveredLine;
      this.sigma.getContainer().classList.toggle("pointing", pointing !== null);
    };
    this.sigma.on("enterNode", ({ node }) => {
      over({ hoveredNode: node });
    });
    this.sigma.on("leaveNode", () => {
      over({ hoveredNode: null });
    });
    this.sigma.on("enterEdge", ({ edge }) => {
      over({ hoveredLine: edge });
    });
    this.sigma.on("leaveEdge", () => {
      over({ hoveredLine: null });
    });
    this.sigma.on("leaveStage", () => {
      // Sigma would keep these, and not tell when the pointer comes back to them.
      Object.assign(this.sigma, { hoveredNode: null, hoveredEdge: null });
    });
    this.sigma.on("clickNode", ({ node }) => {
      events.select(node);
    });
    this.sigma.on("doubleClickNode", (payload) => {
      payload.preventSigmaDefault();
      if (!(payload.event.original instanceof MouseEvent)) events.expand(payload.node);
    });
    // The browser knows a double click by when it was made; sigma by when it hears of it.
    this.sigma.getMouseCaptor().container.addEventListener("dblclick", () => {
      const { hoveredNode } = this.emphasis;
      if (hoveredNode !== null) events.expand(hoveredNode);
    });
    this.sigma.on("clickEdge", ({ edge }) => {
      events.open(this.drawing.graph.getEdgeAttribute(edge, "fact"));
    });
    this.sigma.on("clickStage", () => {
      events.clear();
    });
  }
}
