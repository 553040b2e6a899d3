import {money, percent} from "../format.js";

/** A row of `city-costs`. */
export interface CityPart {
  readonly city: string;
  readonly country: string;
  readonly part: string;
  readonly payer_count: number;
  readonly cost_eur: number;
  readonly basket_eur: number;
  readonly part_count: number;
}

const wholeBasket = 5;

/** The parts of the cities whose basket is whole, dearest city first: the others cannot be compared. */
export function comparableCities(rows: readonly CityPart[]): CityPart[] {
  return rows.filter((row) => row.part_count === wholeBasket);
}

/** The dearest city against the cheapest. */
export function cityFinding(rows: readonly CityPart[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No city has enough regular payers to compare";
  if (first.city === last.city)
    return `The basket costs ${money(first.basket_eur)} in ${first.city}`;
  const more = percent(first.basket_eur / last.basket_eur - 1);
  return `The same basket costs ${more} more in ${first.city} than in ${last.city}`;
}
