/**
 * Sets of ids of any size: a `Set` of V8 ends at 2^24 values, which eight million customers' accounts pass.
 */

/** Values that one `Set` of V8 takes. */
const mostInSet = 2 ** 24 - 1;

/** A set in as many parts as it needs, `most` values in each. */
export class LargeSet<T> {
  readonly #most: number;
  readonly #parts: Set<T>[] = [new Set()];

  constructor(most: number = mostInSet) {
    this.#most = most;
  }

  has(value: T): boolean {
    for (const part of this.#parts) if (part.has(value)) return true;
    return false;
  }

  add(value: T): void {
    if (this.has(value)) return;
    if (this.#parts.at(-1)!.size >= this.#most) this.#parts.push(new Set());
    this.#parts.at(-1)!.add(value);
  }
}

/**
 * Whole numbers, given as texts and as a rule in sequence: a run of them without a gap takes two numbers, and only what
 * comes out of order is kept by itself.
 */
export class NumberSet {
  /** First and last of each run, in ascending order. */
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];
  readonly #strays = new LargeSet<number>();

  has(text: string): boolean {
    const number = Number(text);
    return (
      number <= (this.#lasts[this.#runBefore(number)] ?? -Infinity) || this.#strays.has(number)
    );
  }

  add(text: string): void {
    const number = Number(text);
    const last = this.#lasts.at(-1) ?? -Infinity;
    if (number === last + 1) this.#lasts[this.#lasts.length - 1] = number;
    else if (number > last) {
      this.#firsts.push(number);
      this.#lasts.push(number);
    } else if (!this.has(text)) this.#strays.add(number);
  }

  /** The place of the last run that begins at the number or before it; -1 where none does. */
  #runBefore(number: number): number {
    let low = 0;
    let high = this.#firsts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#firsts[middle]! <= number) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
