/** The graph on the screen: draws what it is given, and tells what was done to it. */

import Sigma from "sigma";
import { createNodeBorderProgram } from "@sigma/node-border";
import { createNodeImageProgram } from "@sigma/node-image";
import { createNodeCompoundProgram } from "sigma/rendering";
import { onThemeChange, readTheme } from "../parts/theme";
import type { Drawn } from "../state/filter";
import type { Vocabulary } from "../vocabulary";
import type { LineAttributes, NodeAttributes } from "./attributes";
import { Dragging } from "./dragging";
import { Drawing } from "./drawing";
import { Emphasis } from "./emphasis";
import { drawLineLabel, drawNodeHover, drawNodeLabel } from "./labels";
import { Layout } from "./layout";
import { CurvedLines, StraightLines } from "./line-program";
import { applyPositions, toMatrices } from "./matrix";

export interface GraphEvents {
  select: (entity: string) => void;
  expand: (entity: string) => void;
  open: (fact: string) => void;
  clear: () => void;
}

const STILL = matchMedia("(prefers-reduced-motion: reduce)");

export class GraphView {
  private readonly drawing: Drawing;
  private readonly sigma: Sigma<NodeAttributes, LineAttributes>;
  private readonly emphasis: Emphasis;
  private readonly dragging: Dragging;
  private readonly layout = new Layout();
  private theme = readTheme();

  /** Throws if the browser has no WebGL. */
  constructor(container: HTMLElement, vocabulary: Vocabulary, events: GraphEvents) {
    this.drawing = new Drawing(vocabulary);
    this.emphasis = new Emphasis(this.drawing.graph);
    this.sigma = this.render(container);
    this.dragging = new Dragging(this.sigma, this.drawing.graph);
    this.listen(events);
    onThemeChange(() => {
      this.theme = readTheme();
      this.drawing.dress(this.theme);
      this.refresh();
    });
  }

  /** Draw `drawn`; entities that are new find their places, the first time thoroughly. */
  show(drawn: Drawn): void {
    const first = this.drawing.graph.order === 0;
    const fresh = this.drawing.become(drawn, this.theme);
    this.refresh();
    if (fresh > 0) this.arrange(first);
  }

  /** Find every place anew. */
  rearrange(): void {
    this.dragging.pinned.clear();
    this.drawing.scatter();
    this.arrange(true);
    this.fit();
  }

  select(entity: string | null, fact: string | null): void {
    this.emphasis.selectedEntity = entity;
    this.emphasis.selectedFact = fact;
    this.refresh();
  }

  /** Bring an entity to the middle of the view. */
  visit(entity: string): void {
    const place = this.sigma.getNodeDisplayData(entity);
    if (!place) return;
    const camera = this.sigma.getCamera();
    void camera.animate(
      { x: place.x, y: place.y, ratio: Math.min(camera.ratio, 0.7) },
      { duration: STILL.matches ? 0 : 400 },
    );
  }

  zoomIn(): void {
    void this.sigma.getCamera().animatedZoom({ duration: 200 });
  }

  zoomOut(): void {
    void this.sigma.getCamera().animatedUnzoom({ duration: 200 });
  }

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: STILL.matches ? 0 : 300 });
  }

  private arrange(thorough: boolean): void {
    const { graph } = this.drawing;
    this.sigma.setCustomBBox(null);
    const order = graph.order;
    this.layout.start(toMatrices(graph, this.dragging.pinned), order, thorough, ({ nodes, last }) => {
      if (STILL.matches && !last) return;
      applyPositions(graph, nodes, this.dragging.held);
      if (last) this.drawing.remember();
    });
  }

  private refresh(): void {
    this.emphasis.update();
    this.sigma.refresh();
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
      padding: 0.22,
      size: { mode: "force", value: 96 },
      debounceTimeout: null,
    });
    return new Sigma<NodeAttributes, LineAttributes>(graph, container, {
      defaultNodeType: "entity",
      nodeProgramClasses: { entity: createNodeCompoundProgram([disc, icon]) },
      defaultEdgeType: "straight",
      edgeProgramClasses: { straight: StraightLines, curved: CurvedLines },
      defaultDrawNodeLabel: (context, data) => {
        drawNodeLabel(context, data, this.theme);
      },
      defaultDrawNodeHover: (context, data) => {
        drawNodeHover(context, data, this.theme);
      },
      defaultDrawEdgeLabel: (context, data, source, target) => {
        drawLineLabel(context, data, source, target, this.theme);
      },
      nodeReducer: (id, data) => this.emphasis.node(id, data, this.theme),
      edgeReducer: (id, data) => this.emphasis.line(id, data, this.theme),
      renderEdgeLabels: true,
      enableEdgeEvents: true,
      zIndex: true,
      stagePadding: 48,
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
    this.sigma.on("clickNode", ({ node }) => {
      events.select(node);
    });
    this.sigma.on("doubleClickNode", (payload) => {
      payload.preventSigmaDefault();
      events.expand(payload.node);
    });
    this.sigma.on("clickEdge", ({ edge }) => {
      events.open(this.drawing.graph.getEdgeAttribute(edge, "fact"));
    });
    this.sigma.on("clickStage", () => {
      events.clear();
    });
  }
}
