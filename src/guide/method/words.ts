/** What the list of measures holds, in words. */
import {type Measure, measures} from "../../lib/measures/measures.js";
import {plural} from "../../lib/words.js";
import type {MeasureValue} from "./measureList.js";

/** The values of the measures of people, of companies, or of all customers. */
export function measuresOf(
  values: readonly MeasureValue[],
  population: Measure["population"],
): MeasureValue[] {
  return values.filter(({measure}) => measures[measure].population === population);
}

/** `30 measures: 14 of people, 11 of companies and 5 of all customers` */
export function measuresText(values: readonly MeasureValue[]): string {
  const [people, companies, customers] = (["people", "companies", "customers"] as const).map(
    (population) => measuresOf(values, population).length,
  );
  const all = plural(values.length, "measure");
  return `${all}: ${people} of people, ${companies} of companies and ${customers} of all customers`;
}
