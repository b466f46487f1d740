/** How spans that overlap cut a stretch of text into pieces that do not. */

export type MarkRole = "quote" | "context" | "passage";

/** A span to mark; `passage` names the evidence it belongs to. */
export interface Mark {
  start: number;
  end: number;
  role: MarkRole;
  passage: string;
}

/** A stretch with the same marks all over. */
export interface Piece {
  start: number;
  end: number;
  quote: boolean;
  context: boolean;
  /** The evidences quoted here, the shortest quote first: the most particular one. */
  passages: string[];
}

/** The pieces of [start, end), in order and without gaps. */
export function pieces(start: number, end: number, marks: readonly Mark[]): Piece[] {
  if (end <= start) return [];
  const touching = marks
    .filter((mark) => mark.start < end && mark.end > start)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const cuts = new Set([start, end]);
  for (const mark of touching) {
    cuts.add(Math.max(mark.start, start));
    cuts.add(Math.min(mark.end, end));
  }
  const stations = [...cuts].sort((a, b) => a - b);
  return stations.slice(0, -1).map((from, at) => {
    const to = stations[at + 1] ?? end;
    const over = touching.filter((mark) => mark.start <= from && mark.end >= to);
    return {
      start: from,
      end: to,
      quote: over.some((mark) => mark.role === "quote"),
      context: over.some((mark) => mark.role === "context"),
      passages: [...new Set(over.filter((m) => m.role !== "context").map((m) => m.passage))],
    };
  });
}
