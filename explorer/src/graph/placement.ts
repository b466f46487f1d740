/** Where an entity stands before the layout has moved it: the same place in every session. */

export interface Point {
  x: number;
  y: number;
}

/** A number in [0, 1) from a text (FNV-1a): no clock, no random source. */
export function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** A place within `radius` of `centre` that depends on `id` alone. */
export function near(id: string, centre: Point, radius: number): Point {
  const angle = 2 * Math.PI * fraction(id);
  const distance = radius * (0.4 + 0.6 * Math.sqrt(fraction(`${id} distance`)));
  return { x: centre.x + distance * Math.cos(angle), y: centre.y + distance * Math.sin(angle) };
}

/** The middle of some points; the origin if there are none. */
export function middle(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  const many = Math.max(points.length, 1);
  return { x: sum.x / many, y: sum.y / many };
}
