/**
 * How well the balance ahead was forecast, out of sample, beside two rivals that anyone could use: twelve months drawn
 * from the company's own last twelve, and its mean month times twelve.
 *
 * The balance is cash at the origin and the operating flows since: what the account would hold if nobody lent, put in
 * or took out capital. Financing is decided by people and cannot be read from the months before, so that neither forecast
 * nor outcome has it; a company is dry once that balance ends a month below zero.
 */
import {deviation, mean, range} from "d3-array";
import {pick, type Stream} from "../stream.js";
import type {Company} from "./companyForecast.js";
import {isJudgedAt, type PastForecast} from "./pastForecasts.js";
import {quantilesAhead} from "./pathQuantiles.js";
import {balancePaths} from "./runway.js";

/** A company with its cash on all accounts at the end of each month, in cents. */
export interface CompanyWithCash extends Company {
  readonly balance: readonly number[];
}

/** How far ahead balances are judged, in months. */
const balanceHorizons = [3, 6, 12] as const;

const balanceMethods = ["forecast", "bootstrap", "mean"] as const;
export type BalanceMethod = (typeof balanceMethods)[number];

/** How well one method forecast balances so many months ahead. */
export interface BalanceAccuracy {
  readonly method: BalanceMethod;
  readonly ahead: number;
  /** After how many months of the bank the forecasts were made. */
  readonly origins: readonly number[];
  readonly forecasts: number;
  /** The share of balances inside the 80 % band; NaN for a method without one. */
  readonly coverage80: number;
  /** Mean absolute error of the sum of the months' net flows, over the company's mean monthly outflow. */
  readonly error: number;
  /** The same in cents. */
  readonly errorCents: number;
  /** By how much the forecast's error is below this method's; and how far chance moves that (its standard error). */
  readonly lead: number;
  readonly leadNoise: number;
  /** Forecasts of companies that had cash at the origin; of them those expected to run dry, and those that did. */
  readonly withCash: number;
  readonly dryExpected: number;
  readonly dryActual: number;
  /** Mean squared distance of the probability of running dry from 1 or 0 (Brier 1950); below is better. */
  readonly brier: number;
}

/** A balance of one company by one method, held against what came. */
export interface JudgedBalance {
  readonly method: BalanceMethod;
  readonly ahead: number;
  readonly origin: number;
  /** How many months of the bank there are by now. */
  readonly months: number;
  readonly isInside: boolean;
  readonly error: number;
  readonly errorCents: number;
  readonly lead: number;
  readonly hasCash: boolean;
  readonly dryShare: number;
  readonly isDry: boolean;
}

/** The accuracy of each method at each horizon that can be judged. */
export function balanceBacktest(judged: readonly JudgedBalance[]): BalanceAccuracy[] {
  const origins = [...new Set(judged.map(({origin}) => origin))];
  const counted = judged.filter(({origin, ahead, months}) =>
    isJudgedAt(origin, origins, ahead, months),
  );
  return balanceHorizons.flatMap((ahead) =>
    balanceMethods.flatMap((method) => {
      const own = counted.filter((one) => one.ahead === ahead && one.method === method);
      return own.length === 0 ? [] : [summary(method, ahead, own)];
    }),
  );
}

/** The balances of one forecast at each horizon that has come. `random` draws the rival's futures. */
export function judgeBalances(
  {company, origin, known, paths}: PastForecast<CompanyWithCash>,
  random: Stream,
): JudgedBalance[] {
  const net = company.inflow.map((value, t) => value - company.outflow[t]!);
  const before = net.slice(0, known);
  const cash = company.balance[known - 1]!;
  const months = origin + net.length - known;
  const usual = mean(company.outflow.slice(Math.max(0, known - 12), known)) || 1;
  const came = balancePaths(cash, [net.slice(known)])[0]!;
  const futures: {readonly [method in BalanceMethod]: readonly ArrayLike<number>[]} = {
    forecast: paths.net,
    ...rivals(before, came.length, paths.net.length, random),
  };
  const judged = balanceHorizons.filter((ahead) => ahead <= came.length);
  const dryFrom = (path: Float64Array) => path.findIndex((cents) => cents < 0);
  const told = balanceMethods.map((method) => {
    const balances = balancePaths(cash, futures[method]);
    return {
      method,
      dryMonths: balances.map(dryFrom),
      bands: judged.map((ahead) => quantilesAhead(balances, ahead, [0.1, 0.5, 0.9])),
    };
  });
  const ours = told.find(({method}) => method === "forecast")!.bands;
  return told.flatMap(({method, dryMonths, bands}) =>
    judged.map((ahead, place): JudgedBalance => {
      const [low, middle, high] = bands[place]!;
      const isDry = (month: number) => month >= 0 && month < ahead;
      const actual = came[ahead - 1]!;
      const errorCents = Math.abs(middle! - actual);
      return {
        method,
        ahead,
        origin,
        months,
        isInside: actual >= low! && actual <= high!,
        error: errorCents / usual,
        errorCents,
        lead: (errorCents - Math.abs(ours[place]![1]! - actual)) / usual,
        hasCash: cash > 0,
        dryShare: dryMonths.filter(isDry).length / dryMonths.length,
        isDry: isDry(dryFrom(came)),
      };
    }),
  );
}

/** Futures of net flow by the two rivals. */
function rivals(
  net: readonly number[],
  months: number,
  count: number,
  random: Stream,
): {readonly bootstrap: number[][]; readonly mean: number[][]} {
  const last = net.slice(-12);
  const usual = mean(last) ?? 0;
  return {
    bootstrap: range(count).map(() => range(months).map(() => pick(random, last))),
    mean: [range(months).map(() => usual)],
  };
}

function summary(
  method: BalanceMethod,
  ahead: number,
  own: readonly JudgedBalance[],
): BalanceAccuracy {
  const solvent = own.filter(({hasCash}) => hasCash);
  return {
    method,
    ahead,
    origins: [...new Set(own.map(({origin}) => origin))].sort((a, b) => a - b),
    forecasts: own.length,
    coverage80: method === "mean" ? Number.NaN : mean(own, ({isInside}) => Number(isInside))!,
    error: mean(own, ({error}) => error)!,
    errorCents: mean(own, ({errorCents}) => errorCents)!,
    lead: mean(own, ({lead}) => lead)!,
    leadNoise: (deviation(own, ({lead}) => lead) ?? 0) / Math.sqrt(own.length),
    withCash: solvent.length,
    dryExpected: solvent.reduce((sum, {dryShare}) => sum + dryShare, 0),
    dryActual: solvent.filter(({isDry}) => isDry).length,
    brier: mean(solvent, ({dryShare, isDry}) => (dryShare - Number(isDry)) ** 2) ?? Number.NaN,
  };
}
