/**
 * Seeded random streams. Each actor and theme draws from a stream of its own, named for both, so that what
 * one of them draws never moves another. The generator is Baagøe's Alea: exact 32-bit arithmetic, hence the
 * same numbers on every machine.
 */
import seedrandom from "seedrandom";

/** Gives the next number of a stream, at least 0 and below 1. */
export type Stream = () => number;

/** The stream of a name, for example `stream(42, "card/ind-000017")`. */
export function stream(seed: number, name: string): Stream {
  return seedrandom.alea(`${seed}/${name}`);
}

/** True with the given probability. */
export function chance(draw: Stream, probability: number): boolean {
  return draw() < probability;
}

/** A whole number from `low` to `high`, both included. */
export function between(draw: Stream, low: number, high: number): number {
  return low + Math.floor(draw() * (high - low + 1));
}

/** One of the items; throws on an empty list. */
export function pick<T>(draw: Stream, items: readonly T[]): T {
  if (items.length === 0) throw new Error("nothing to pick from: empty list");
  return items[Math.floor(draw() * items.length)] as T;
}

/** The index of a share, drawn with the shares as weights; they need not add up to 1. */
export function pickIndex(draw: Stream, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += weight;
  let rest = draw() * total;
  for (let index = 0; index < weights.length; index++) {
    rest -= weights[index]!;
    if (rest < 0) return index;
  }
  return weights.length - 1;
}
