import type {CategoryName} from "../../lib/bank/categories.js";
import {inAnyOf, isBeyondChance, pairsOf, studentTails} from "../../lib/evidence/chance.js";
import {money, percent} from "../../lib/format.js";
import {withinChance} from "../../lib/words.js";

/** A row of `city-costs`. */
export interface CityPart {
  readonly city: string;
  readonly country: string;
  readonly part: CategoryName;
  readonly payer_count: number;
  readonly cost_eur: number;
  readonly basket_eur: number;
  /** The standard error of `basket_eur`. */
  readonly basket_error_eur: number;
  readonly part_count: number;
}

const allParts = 5;

/** The parts of the cities where all of them are paid, the city with most spending first: the others cannot be compared. */
export function comparableCities(rows: readonly CityPart[]): CityPart[] {
  return rows.filter((row) => row.part_count === allParts);
}

/** The parts of the first so many cities. */
export function inFirst(rows: readonly CityPart[], count: number): CityPart[] {
  const cities = [...new Set(rows.map(({city}) => city))].slice(0, count);
  return rows.filter(({city}) => cities.includes(city));
}

/**
 * Where people pay most and least, if the two ends of the ranking differ by more than the ends of so many equal cities
 * would. It is what regular payers there spend: not the price of one basket.
 */
export function cityFinding(rows: readonly CityPart[]): string {
  const cities = rows.filter((row, at) => rows.findIndex(({city}) => city === row.city) === at);
  const [first, last] = [cities.at(0), cities.at(-1)];
  if (!first || !last) return "No city has enough regular payers to compare";
  if (first === last)
    return `Regular payers in ${first.city} pay ${money(first.basket_eur)} a month`;
  const more = percent(first.basket_eur / last.basket_eur - 1);
  if (!isBeyondChance(inAnyOf(pairsOf(cities.length), endsChance(first, last, rows))))
    return `Costs in ${first.city} and ${last.city}, the highest and lowest, differ only ${withinChance}`;
  return `People in ${first.city} pay ${money(first.basket_eur)} a month, ${more} more than people in ${last.city}`;
}

/** How often chance sets two cities so far apart; freedom by the part that the fewest people pay for. */
function endsChance(one: CityPart, other: CityPart, rows: readonly CityPart[]): number {
  const error = Math.hypot(one.basket_error_eur, other.basket_error_eur);
  const payers = (city: string) =>
    Math.min(...rows.filter((row) => row.city === city).map(({payer_count}) => payer_count));
  const freedom = payers(one.city) + payers(other.city) - 2;
  if (error === 0) return 1;
  return studentTails((one.basket_eur - other.basket_eur) / error, freedom);
}
