import {measureCall, measureNames, measures} from "../../lib/measures/measures.js";

export interface PublishedMeasure {
  readonly measure: string;
  readonly means: string;
  /** How a query calls it. */
  readonly call: string;
  /** The tables over which it is taken. */
  readonly over: string;
}

/** The measures that the published file holds as macros, in the order of their definition. */
export function publishedMeasures(): PublishedMeasure[] {
  return measureNames.map((name) => {
    const {label, words, over} = measures[name];
    return {
      measure: label,
      means: words,
      call: measureCall(name),
      over: over === "legs" ? "bank.transactions with bank.categories" : `bank.${over}`,
    };
  });
}
