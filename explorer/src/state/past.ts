/** A value with the steps that led to it, to go back and forth over. */

const STEPS = 100;

export class Past<T> {
  private readonly before: T[] = [];
  private after: T[] = [];

  constructor(private present: T) {}

  get value(): T {
    return this.present;
  }

  get canUndo(): boolean {
    return this.before.length > 0;
  }

  get canRedo(): boolean {
    return this.after.length > 0;
  }

  /** Take a step; what was undone before it is forgotten. */
  step(next: T): void {
    this.before.push(this.present);
    if (this.before.length > STEPS) this.before.shift();
    this.present = next;
    this.after = [];
  }

  /** Replace the present without a step to undo, as the first graph does. */
  begin(first: T): void {
    this.before.length = 0;
    this.after = [];
    this.present = first;
  }

  undo(): void {
    const previous = this.before.pop();
    if (previous === undefined) return;
    this.after.push(this.present);
    this.present = previous;
  }

  redo(): void {
    const next = this.after.pop();
    if (next === undefined) return;
    this.before.push(this.present);
    this.present = next;
  }
}
