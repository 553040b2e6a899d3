import {setTimeout as sleep} from "node:timers/promises";

/** So much is made up for when batches come late, in milliseconds. */
const arrearsMs = 1000;

/** The clock of a live stream: how far the bank's time may come, and when the next batch is due. */
export class Pace {
  readonly #intervalMs: number;
  /** Seconds of the bank a second of the clock on the wall; undefined where full batches set the pace. */
  readonly #speed: number | undefined;
  #from: {readonly bank: number; readonly wall: number};
  #dueAt = performance.now();

  /** `at`: where the bank's time stands, in seconds since 1970. */
  constructor(
    at: number,
    {intervalSeconds, speed}: {intervalSeconds: number; speed?: number | undefined},
  ) {
    this.#intervalMs = intervalSeconds * 1000;
    this.#speed = speed;
    this.#from = {bank: at, wall: performance.now()};
  }

  /** The instant up to which may be posted now. */
  get until(): number {
    const {bank, wall} = this.#from;
    if (this.#speed === undefined) return Number.POSITIVE_INFINITY;
    return Math.floor(bank + ((performance.now() - wall) / 1000) * this.#speed);
  }

  /** Whether the bank's time, which has come so far, is behind its clock. */
  isBehind(at: number): boolean {
    return this.#speed !== undefined && at < this.until;
  }

  /** Sets the bank's clock anew, after it was held. */
  restart(at: number): void {
    this.#from = {bank: at, wall: performance.now()};
    this.#dueAt = performance.now();
  }

  /** Waits until the next batch is due; ends at once when the signal aborts. */
  async next(signal: AbortSignal): Promise<void> {
    this.#dueAt = Math.max(this.#dueAt + this.#intervalMs, performance.now() - arrearsMs);
    await pause(this.#dueAt - performance.now(), signal);
  }
}

/** Waits; ends at once when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, {signal});
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
