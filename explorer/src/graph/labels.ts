/** Text on the canvas: legible over lines in both themes. */

import type { EdgeDisplayData, NodeDisplayData, PartialButFor } from "sigma/types";
import type { Theme } from "../parts/theme";
import type { LineAttributes } from "./attributes";

export const FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const LABEL_SIZE = 12;

type LabelledNode = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;
type PlacedNode = PartialButFor<NodeDisplayData, "x" | "y" | "size">;
type LabelledLine = PartialButFor<EdgeDisplayData, "label" | "color" | "size">;

/** Text with a rim in the colour of the ground. */
export function haloed(
  context: CanvasRenderingContext2D,
  text: string,
  x: number,
  y: number,
  theme: Theme,
  ink: string,
): void {
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = theme.ground;
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

/** A node that is selected or under the pointer: a ring, and its whole label on a plate. */
export function drawNodeHover(context: CanvasRenderingContext2D, data: LabelledNode, theme: Theme): void {
  context.beginPath();
  context.arc(data.x, data.y, data.size + 4, 0, 2 * Math.PI);
  context.lineWidth = 2.5;
  context.strokeStyle = theme.accent;
  context.stroke();
  if (!data.label) return;
  context.font = `600 ${LABEL_SIZE + 1}px ${FONT}`;
  const width = context.measureText(data.label).width + 14;
  const top = data.y + data.size - 1;
  context.beginPath();
  context.roundRect(data.x - width / 2, top, width, 21, 5);
  context.fillStyle = theme.panel;
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = theme.accent;
  context.stroke();
  context.fillStyle = theme.ink;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(data.label, data.x, top + 11);
  context.textAlign = "start";
}

/** The label along the middle of its line, never upside down. */
export function drawLineLabel(
  context: CanvasRenderingContext2D,
  data: LabelledLine,
  source: PlacedNode,
  target: PlacedNode,
  theme: Theme,
): void {
  if (!data.label) return;
  const dx = target.x - source.x;
  const dy = target.y - source.y;
  if (Math.hypot(dx, dy) < source.size + target.size + 24) return;
  const { curvature, modality } = data as Partial<LineAttributes>;
  const bend = (curvature ?? 0) / 2;
  const upright = dx < 0 ? Math.PI : 0;
  context.save();
  context.translate((source.x + target.x) / 2 + dy * bend, (source.y + target.y) / 2 - dx * bend);
  context.rotate(Math.atan2(dy, dx) + upright);
  context.font = `500 ${LABEL_SIZE - 1}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "bottom";
  // The mark of a denial stands in the middle of its line: leave it free.
  haloed(context, data.label, 0, modality === "negated" ? -9 : -4, theme, data.color);
  context.restore();
}
