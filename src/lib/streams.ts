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
 * whichever stream was asked for last: `of(3)` must be used before `of(4)` is asked for. The function works in the
 * array itself: numbers kept in a closure would be allocated anew at each draw.
 */
export class Streams {
  readonly #states: Float64Array;
  readonly #draw: Stream;
  readonly #select: (place: number) => void;

  /** Streams with these names; each gives the same numbers as `stream(seed, name)`. */
  constructor(seed: number, names: readonly string[]) {
    const states = new Float64Array(names.length * 4);
    for (const [index, name] of names.entries()) seedInto(states, index * 4, `${seed}/${name}`);
    let place = 0;
    this.#states = states;
    this.#select = (selected) => {
      place = selected;
    };
    // One step of Alea (Johannes Baagøe, 2010).
    this.#draw = () => {
      const sum = 2091639 * states[place]! + states[place + 3]! * step;
      const carry = sum | 0;
      const drawn = sum - carry;
      states[place] = states[place + 1]!;
      states[place + 1] = states[place + 2]!;
      states[place + 2] = drawn;
      states[place + 3] = carry;
      return drawn;
    };
  }

  get length(): number {
    return this.#states.length / 4;
  }

  /** The stream of an index, until another one is asked for. Throws on an unknown index. */
  of(index: number): Stream {
    if (!(index >= 0 && index < this.length)) throw new Error(`unknown stream: ${index}`);
    this.#select(index * 4);
    return this.#draw;
  }
}
