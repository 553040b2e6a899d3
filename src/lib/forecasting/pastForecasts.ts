import {max, min} from "d3-array";
import type {Stream} from "../stream.js";
import {firstOrigin} from "./calibration.js";
import type {CashPaths} from "./cashPaths.js";
import {type Company, forecastCompanies, monthsOf} from "./companyForecast.js";

/** A forecast made as if so many months ago, beside what came. */
export interface PastForecast<Known extends Company = Company> {
  /** The company with all its months, those that came included. */
  readonly company: Known;
  /** How many months of the bank were known. */
  readonly origin: number;
  /** How many months of the company were known. */
  readonly known: number;
  readonly paths: CashPaths;
}

/** How far ahead a forecast looks, in months. */
export const monthsAhead = 12;
/** Forecasts of fewer months than that are not judged. */
const fewestKnown = 6;

/**
 * The numbers of months, of so many, after which forecasts can be made and then judged: a year and half a year before
 * the end, and each of the three before the last three months, as far as they have half a year before them.
 */
export function pastOrigins(months: number): number[] {
  return [12, 6, 5, 4, 3].map((back) => months - back).filter((origin) => origin >= fewestKnown);
}

/**
 * The origins whose forecasts are judged `ahead` months on: those that knew a whole year, and only where there are none
 * those that knew less.
 */
export function isJudgedAt(
  origin: number,
  origins: readonly number[],
  ahead: number,
  months: number,
) {
  const whole = origins.filter((other) => other >= firstOrigin && other + ahead <= months);
  return origin + ahead <= months && (whole.length === 0 || origin >= firstOrigin);
}

/** How many months the companies of a bank span. */
function monthsOfAll(companies: readonly Company[]): number {
  const first = min(companies, ({start}) => start) ?? 0;
  return (max(companies, ({start, inflow}) => start + inflow.length) ?? first) - first;
}

/**
 * The forecasts of a bank as if after so many of its months, each with what was known of all companies then; of those whose
 * months reach to the bank's last; one by one, and `random` as for `forecastCompanies`.
 */
export function* pastForecasts<Known extends Company>(
  companies: readonly Known[],
  random: Stream,
  {origins = pastOrigins(monthsOfAll(companies)), paths = 1000}: PastOptions = {},
): Generator<PastForecast<Known>> {
  const first = min(companies, ({start}) => start) ?? 0;
  const months = monthsOfAll(companies);
  const whole = companies.filter(({start, inflow}) => start + inflow.length === first + months);
  const byId = new Map(whole.map((company) => [company.id, company]));
  for (const origin of origins) {
    const cut = whole.map((company) =>
      monthsOf(company, 0, Math.max(0, origin - (company.start - first))),
    );
    const horizon = Math.min(monthsAhead, months - origin);
    for (const {id, start, paths: drawn} of forecastCompanies(cut, horizon, random, {paths})) {
      const company = byId.get(id)!;
      yield {company, origin, known: start - company.start, paths: drawn};
    }
  }
}

export interface PastOptions {
  readonly origins?: readonly number[];
  readonly paths?: number;
}
