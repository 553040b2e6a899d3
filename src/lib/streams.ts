import seedrandom from "seedrandom";
import type {Stream} from "./stream.js";

const step = 2.3283064365386963e-10; // 2^-32, as in Alea

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
    names.forEach((name, index) => {
      const {s0, s1, s2, c} = seedrandom.alea(`${seed}/${name}`, {state: true}).state();
      states.set([s0, s1, s2, c], index * 4);
    });
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
