/** How fast the bank's time goes by, measured from batches as they come. */

/** Over how many milliseconds the speed is measured. */
const span = 10_000;

/** Seconds of the bank's time in a second, of the batches of the last ten seconds; undefined before the second batch. */
export class Pace {
  readonly #seen: {readonly now: number; readonly at: number}[] = [];

  /** Notes that the bank's time had come to `at` (seconds) when the reader's clock said `now` (milliseconds). */
  note(at: number, now: number): void {
    const seen = this.#seen;
    seen.push({now, at});
    while (seen.length > 2 && seen[0]!.now < now - span) seen.shift();
  }

  get speed(): number | undefined {
    const [first, last] = [this.#seen[0], this.#seen.at(-1)];
    if (!first || !last || last.now <= first.now) return undefined;
    return (1000 * (last.at - first.at)) / (last.now - first.now);
  }

  /** Forgets what was measured: a jump is no speed. */
  clear(): void {
    this.#seen.length = 0;
  }
}

/** `as fast as life`, `90 seconds a second`, `5 minutes a second`, `1 hour a second`, `2.5 days a second`. */
export function paceText(speed: number): string {
  if (speed < 1.5) return "as fast as life";
  const [size, unit] =
    speed < 100
      ? [1, "second"]
      : speed < 3000
        ? [60, "minute"]
        : speed < 80_000
          ? [3600, "hour"]
          : [86_400, "day"];
  const amount =
    Math.round((speed / size) * (speed / size < 9.5 ? 2 : 1)) / (speed / size < 9.5 ? 2 : 1);
  return `${amount} ${unit}${amount === 1 ? "" : "s"} a second`;
}
