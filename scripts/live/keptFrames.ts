/** The newest batches as they are told, up to a number of bytes; the last one is kept whatever its size. */
export class KeptFrames {
  /** By batch, the oldest first. */
  readonly #frames = new Map<number, Buffer>();
  readonly #limit: number;
  #bytes = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The number of the oldest that is kept; 0 where there is none. */
  get oldest(): number {
    const [oldest = 0] = this.#frames.keys();
    return oldest;
  }

  get(batch: number): Buffer | undefined {
    return this.#frames.get(batch);
  }

  add(batch: number, frame: Buffer): void {
    this.#frames.set(batch, frame);
    this.#bytes += frame.length;
    for (const [number, {length}] of this.#frames) {
      if (this.#bytes <= this.#limit || number === batch) break;
      this.#frames.delete(number);
      this.#bytes -= length;
    }
  }

  clear(): void {
    this.#frames.clear();
    this.#bytes = 0;
  }
}
