/**
 * Short texts that repeat in many rows, each kept once as the bytes it has in a CSV field: a leg then carries
 * a number, and writing it is a copy.
 */
export class Texts {
  #bytes = new Uint8Array(1 << 16);
  #words = new DataView(this.#bytes.buffer);
  #used = 0;
  #starts = new Int32Array(1024);
  #count = 0;
  readonly #known = new Map<string, number>();
  readonly #encoder = new TextEncoder();

  /** The number of a text, the same for the same text. */
  of(text: string): number {
    return this.raw(csvField(text));
  }

  /** As `of`, for one or more fields already in their CSV form. */
  raw(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const encoded = this.#encoder.encode(text);
    while (this.#used + encoded.length + wordSize > this.#bytes.length) {
      this.#bytes = enlarged(this.#bytes, new Uint8Array(this.#bytes.length * 2));
      this.#words = new DataView(this.#bytes.buffer);
    }
    if (this.#count + 1 >= this.#starts.length) {
      this.#starts = enlarged(this.#starts, new Int32Array(this.#starts.length * 2));
    }
    this.#bytes.set(encoded, this.#used);
    this.#used += encoded.length;
    this.#starts[this.#count + 1] = this.#used;
    this.#known.set(text, this.#count);
    return this.#count++;
  }

  /** Copies the bytes of a text to a place, as `copyWords` does, and returns the place behind them. */
  copy(text: number, target: DataView, at: number): number {
    return copyWords(this.#words, this.#starts[text]!, this.#starts[text + 1]!, target, at);
  }
}

const wordSize = 4;

/**
 * Copies the bytes between two places, four at a time, and returns the place behind them in the target. What lies there
 * is overwritten up to three bytes further: both sides need that much room.
 */
export function copyWords(
  source: DataView,
  from: number,
  to: number,
  target: DataView,
  at: number,
): number {
  const shift = at - from;
  for (let place = from; place < to; place += wordSize) {
    target.setInt32(place + shift, source.getInt32(place));
  }
  return to + shift;
}

/** A text as a field of RFC 4180: quoted only where it must be. */
export function csvField(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function enlarged<T extends {set(values: T): void}>(values: T, target: T): T {
  target.set(values);
  return target;
}
