/**
 * Daily shocks as markets have them: many small, a few very large, and calm and stormy times that last (R. Cont,
 * Empirical properties of asset returns, Quantitative Finance 1, 2001). The variance of each series follows GARCH(1,1)
 * (T. Bollerslev, Journal of Econometrics 31, 1986), the innovations are Student's t with five degrees of freedom; on
 * top of that all series share calm and storm (J. Hamilton and R. Susmel, Journal of Econometrics 64, 1994). Square
 * roots and the four operations only, on rounded numbers, so every engine agrees.
 */
import {normal} from "../../src/lib/normal.js";
import {chance, type Stream} from "../../src/lib/stream.js";

/** Weights of the last shock and of the last variance; what is left pulls the variance to 1. */
const [news, memory] = [0.1, 0.86];
const freedom = 5;
/** √(3/5): brings Student's t with five degrees of freedom to a variance of 1. */
const toUnit = 0.774597;
/** No day is wilder than this, in long-run deviations: above all limits of exchanges. */
const wildest = 9;

/** A series of shocks with mean 0 and, in the long run, variance 1. */
export class Shocks {
  readonly #draw: Stream;
  #variance = 1;

  constructor(draw: Stream) {
    this.#draw = draw;
  }

  next(): number {
    const wanted = Math.sqrt(this.#variance) * student(this.#draw) * toUnit;
    const shock = rounded(Math.min(wildest, Math.max(-wildest, wanted)));
    this.#variance = rounded(1 - news - memory + news * shock * shock + memory * this.#variance);
    return shock;
  }
}

/** Deviations of all shocks in calm and in storm: with the time spent in each, a variance of 1 in the long run. */
const [calm, storm] = [0.72, 1.66];
const [stormBegins, stormEnds] = [1 / 60, 1 / 18];

/** Whether markets are calm or stormy, day by day: a calm of about three months, a storm of about one. */
export class Weather {
  readonly #draw: Stream;
  #isStormy = false;

  constructor(draw: Stream) {
    this.#draw = draw;
  }

  /** The deviation of the next day. */
  next(): number {
    const turns = chance(this.#draw, this.#isStormy ? stormEnds : stormBegins);
    if (turns) this.#isStormy = !this.#isStormy;
    return this.#isStormy ? storm : calm;
  }
}

/** A draw from Student's t: a normal one over the root of a mean of squares of others. */
function student(draw: Stream): number {
  const numerator = normal(draw);
  let squares = 0;
  for (let index = 0; index < freedom; index++) {
    const other = normal(draw);
    squares += other * other;
  }
  return numerator / Math.sqrt(squares / freedom);
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
