/** Where the analyst looks from: fits the graph beside what floats above it, and travels. */

import type Sigma from "sigma";
import type { CameraState } from "sigma/types";
import type { LineAttributes, NodeAttributes } from "./attributes";

const STILL = matchMedia("(prefers-reduced-motion: reduce)");
const CLOSE = 0.7;

export class Viewpoint {
  constructor(
    private readonly sigma: Sigma<NodeAttributes, LineAttributes>,
    /** How many pixels at the left of the canvas are covered. */
    private readonly covered: () => number,
  ) {}

  /** See the whole graph, at once or by a movement. */
  fit(moving: boolean): void {
    const camera = this.sigma.getCamera();
    const { width, height } = this.sigma.getDimensions();
    const left = Math.min(this.covered(), width / 2);
    const padding = this.sigma.getSetting("stagePadding");
    // At ratio 1 the graph fills the shorter side of the canvas.
    const side = Math.min(width, height) - 2 * padding;
    const ratio = Math.max(1, side / Math.max(width - left - padding, 1));
    const state = { x: 0.5, y: 0.5, angle: 0, ratio };
    const target = this.shifted(state, left / 2);
    if (moving && !STILL.matches) void camera.animate(target, { duration: 300 });
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
    void camera.animate(target, { duration: STILL.matches ? 0 : 400 });
  }

  zoom(inwards: boolean): void {
    const camera = this.sigma.getCamera();
    const duration = STILL.matches ? 0 : 200;
    void (inwards ? camera.animatedZoom({ duration }) : camera.animatedUnzoom({ duration }));
  }

  /** `state` moved so that its centre appears `pixels` further to the right. */
  private shifted(state: CameraState, pixels: number): CameraState {
    const at = (x: number): number =>
      this.sigma.viewportToFramedGraph({ x, y: 0 }, { cameraState: state }).x;
    return { ...state, x: state.x - (at(pixels) - at(0)) };
  }
}
