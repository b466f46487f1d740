/**
 * Offsets in Entente are Unicode code points; JavaScript strings count UTF-16
 * units. One index converts between the two for one text.
 */

const SURROGATE = /[\ud800-\udbff][\udc00-\udfff]/;

export class CodePoints {
  readonly length: number;
  /** The unit at which each code point starts, or null where the two are the same. */
  private readonly units: Uint32Array | null;

  constructor(readonly text: string) {
    if (!SURROGATE.test(text)) {
      this.units = null;
      this.length = text.length;
      return;
    }
    const units = new Uint32Array(text.length + 1);
    let count = 0;
    let unit = 0;
    for (const character of text) {
      units[count++] = unit;
      unit += character.length;
    }
    units[count] = unit;
    this.units = units.subarray(0, count + 1);
    this.length = count;
  }

  /** The UTF-16 unit at which code point `offset` starts; offsets outside the text are clamped. */
  unit(offset: number): number {
    const within = Math.min(Math.max(offset, 0), this.length);
    return this.units ? (this.units[within] ?? this.text.length) : within;
  }

  /** The text of code points [start, end). */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}
