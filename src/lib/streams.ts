import type {Stream} from "./stream.js";

const step = 2.3283064365386963e-10; // 2^-32, as in Alea

/**
 * Writes the state of a new generator to four places, as Alea's constructor makes it: three numbers hashed from
 * a blank, less what is hashed from the name three times over, and a carry of 1. Written out here because
 * seedrandom makes five closures for each generator, and this makes none.
 */
function seedInto(states: Float64Array, place: number, name: string): void {
  let hash = 0xefc8249d;
  for (let number = 0; number < 3; number++) {
    hash = mash(hash, " ");
    states[place + number] = (hash >>> 0) * step;
  }
  for (let number = 0; number < 3; number++) {
    hash = mash(hash, name);
    const left = states[place + number]! - (hash >>> 0) * step;
    states[place + number] = left < 0 ? left + 1 : left;
  }
  states[place + 3] = 1;
}

/** Baagøe's Mash: stirs a text into a hash. */
function mash(from: number, text: string): number {
  let hash = from;
  for (let index = 0; index < text.length; index++) {
    hash += text.charCodeAt(index);
    let high = 0.02519603282416938 * hash;
    hash = high >>> 0;
    high -= hash;
    high *= hash;
    hash = high >>> 0;
    high -= hash;
    hash += high * 0x100000000;
  }
  return hash;
}

/**
 * Many streams that take turns. A generator object of its own for each of 200,000 actor-and-theme pairs would
 * fill the memory, so their states lie in one array of four numbers each, and one function draws from
 * whichever stream was asked for last: `of(3)` must be used before `of(4)` is asked for.
 */
export class Streams {
  readonly #states: Float64Array;
  readonly #draw: Stream;
  readonly #select: (index: number) => void;

  /** Streams with these names; each gives the same numbers as `stream(seed, name)`. */
  constructor(seed: number, names: readonly string[]) {
    const states = new Float64Array(names.length * 4);
    for (const [index, name] of names.entries()) seedInto(states, index * 4, `${seed}/${name}`);
    let place = -1;
    let [s0, s1, s2, c] = [0, 0, 0, 0];
    this.#states = states;
    this.#select = (index) => {
      if (place >= 0) {
        states[place] = s0;
        states[place + 1] = s1;
        states[place + 2] = s2;
        states[place + 3] = c;
      }
      place = index * 4;
      s0 = states[place]!;
      s1 = states[place + 1]!;
      s2 = states[place + 2]!;
      c = states[place + 3]!;
    };
    // One step of Alea (Johannes Baagøe, 2010).
    this.#draw = () => {
      const sum = 2091639 * s0 + c * step;
      s0 = s1;
      s1 = s2;
      c = sum | 0;
      s2 = sum - c;
      return s2;
    };
  }

  get length(): number {
    return this.#states.length / 4;
  }

  /** The stream of an index, until another one is asked for. Throws on an unknown index. */
  of(index: number): Stream {
    if (!(index >= 0 && index < this.length)) throw new Error(`unknown stream: ${index}`);
    this.#select(index);
    return this.#draw;
  }
}
