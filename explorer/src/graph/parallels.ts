/** Lines between the same two entities, bent apart so that each can be seen and picked. */

import type { Line } from "../state/scene";

const STEP = 0.22;
const MOST = 0.9;

/**
 * The curvature of each line by key, 0 for one that is alone. It is signed as
 * seen from the line's own subject, so opposite lines bend to opposite sides.
 */
export function curvatures(lines: readonly Line[]): Map<string, number> {
  const bundles = new Map<string, Line[]>();
  for (const line of lines) {
    const pair = [line.subject, line.object].sort().join("\n");
    const bundle = bundles.get(pair);
    if (bundle) bundle.push(line);
    else bundles.set(pair, [line]);
  }
  const result = new Map<string, number>();
  for (const bundle of bundles.values()) {
    const step = Math.min(STEP, (2 * MOST) / bundle.length);
    bundle.forEach((line, at) => {
      const offset = (at - (bundle.length - 1) / 2) * step;
      result.set(line.key, line.subject < line.object ? offset : offset === 0 ? 0 : -offset);
    });
  }
  return result;
}
