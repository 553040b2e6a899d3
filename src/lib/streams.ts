import {drawAlea, seedAlea} from "./alea.js";
import type {Stream} from "./stream.js";

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
    for (const [index, name] of names.entries()) seedAlea(states, index * 4, `${seed}/${name}`);
    let place = 0;
    this.#states = states;
    this.#select = (selected) => {
      place = selected;
    };
    this.#draw = () => drawAlea(states, place);
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
