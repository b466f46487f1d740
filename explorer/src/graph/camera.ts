/** Where the analyst looks from: fits the graph beside what floats above it, and travels. */

import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { LineAttributes, NodeAttributes } from "./attributes";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const CLOSE = 0.7;
const STEP = 1.5;

/** How near to the edge of the canvas, in pixels, a node still counts as in sight. */
const MARGIN = 50;

function reach(values: readonly number[]): { from: number; to: number } {
  return { from: Math.min(...values), to: Math.max(...values) };
}

export class Viewpoint {
  private movements = 0;

  constructor(
    private readonly sigma: Sigma<NodeAttributes, LineAttributes>,
    /** How many pixels at the left of the canvas are covered. */
    private readonly covered: () => number,
    /** Told when it sets out, and when it stands still again. */
    private readonly moved: () => void,
  ) {}

  get moving(): boolean {
    return this.movements > 0;
  }

  /** See the whole graph, at once or by a movement. */
  fit(moving: boolean): void {
    const camera = this.sigma.getCamera();
    const { width, height } = this.sigma.getDimensions();
    const left = Math.min(this.covered(), width / 2);
    const padding = this.sigma.getSetting("stagePadding");
    // At ratio 1 the graph fills the shorter side of the canvas.
    const side = Math.min(width, height) - 2 * padding;
    const ratio = Math.max(1, side / Math.max(width - left - 2 * padding, 1));
    const state = { x: 0.5, y: 0.5, angle: 0, ratio };
    const target = this.shifted(state, left / 2);
    if (moving) this.travel(target, 300);
    else camera.setState(target);
  }

  /** Bring a node to the middle of what is not covered. */
  visit(node: string): void {
    const place = this.sigma.getNodeDisplayData(node);
    if (!place) return;
    const camera = this.sigma.getCamera();
    const { angle, ratio } = camera.getState();
    const state = { x: place.x, y: place.y, angle, ratio: Math.min(ratio, CLOSE) };
    const target = this.shifted(state, this.covered() / 2);
    this.travel(target, 400);
  }

  /** See to it that all these nodes are in sight; what is, stays where it is. */
  reveal(nodes: readonly string[]): void {
    const places = nodes.flatMap((node) => this.sigma.getNodeDisplayData(node) ?? []);
    if (places.length === 0) return;
    const { width, height } = this.sigma.getDimensions();
    const margin = Math.min(MARGIN, width / 4, height / 4);
    const left = Math.min(this.covered(), width / 2);
    const x = reach(places.map((place) => this.sigma.framedGraphToViewport(place).x));
    const y = reach(places.map((place) => this.sigma.framedGraphToViewport(place).y));
    const inside =
      x.from >= left + margin && x.to <= width - margin && y.from >= margin && y.to <= height - margin;
    if (inside) return;
    const wider = Math.max(
      1,
      (x.to - x.from) / (width - left - 2 * margin),
      (y.to - y.from) / (height - 2 * margin),
    );
    const camera = this.sigma.getCamera();
    const middle = this.sigma.viewportToFramedGraph({ x: (x.from + x.to) / 2, y: (y.from + y.to) / 2 });
    const state = { ...camera.getState(), ...middle, ratio: camera.getBoundedRatio(camera.ratio * wider) };
    this.travel(this.shifted(state, left / 2), 400);
  }

  zoom(inwards: boolean): void {
    const camera = this.sigma.getCamera();
    const ratio = camera.getBoundedRatio(camera.ratio * (inwards ? 1 / STEP : STEP));
    this.travel({ ratio }, 200);
  }

  private travel(target: Partial<CameraState>, duration: number): void {
    const camera = this.sigma.getCamera();
    if (STILL.matches) {
      camera.setState(target);
      return;
    }
    this.movements += 1;
    this.moved();
    // A later movement ends an earlier one, so every one ends.
    void camera.animate(target, { duration }).then(() => {
      this.movements -= 1;
      this.moved();
    });
  }

  /** `state` moved so that its centre appears `pixels` further to the right. */
  private shifted(state: CameraState, pixels: number): CameraState {
    const at = (x: number): number =>
      this.sigma.viewportToFramedGraph({ x, y: 0 }, { cameraState: state }).x;
    return { ...state, x: state.x - (at(pixels) - at(0)) };
  }
}
