import type {BalanceAccuracy} from "../../src/lib/forecasting/forecast.js";
import {aligned} from "./forecastTable.js";

/** The 80 % band of the balance must hold so many of the outcomes. */
const fewestCovered = 0.75;
const mostCovered = 0.85;
/** How far the number of companies expected to run dry within a year may be from those that did, as a share. */
const dryTolerance = 0.15;
/** The horizon at which the dry are counted and rivals must be beaten, in months. */
const year = 12;

const names = {
  forecast: "this forecast",
  bootstrap: "bootstrap of 12 months",
  mean: "mean of 12 months × n",
} as const;

/** What the forecast misses of its targets so many months ahead, in words; none where it meets them all. */
export function balanceMisses(rows: readonly BalanceAccuracy[], ahead: number): string[] {
  const of = (method: keyof typeof names) =>
    rows.find((row) => row.method === method && row.ahead === ahead);
  const own = of("forecast");
  if (!own) return ["nothing to judge"];
  const misses = [
    ...(own.coverage80 < fewestCovered ? ["80 % band too narrow"] : []),
    ...(own.coverage80 > mostCovered ? ["80 % band too wide"] : []),
  ];
  if (ahead !== year) return misses;
  const off = Math.abs(own.dryExpected / own.dryActual - 1);
  if (!(off <= dryTolerance)) misses.push("expects the wrong number of dry companies");
  for (const name of ["bootstrap", "mean"] as const) {
    const rival = of(name);
    if (rival && own.brier >= rival.brier) misses.push(`Brier not below ${names[name]}`);
    if (rival && own.error >= rival.error) misses.push(`error not below ${names[name]}`);
  }
  return misses;
}

/**
 * A row a horizon and method: the share of balances in the 80 % band, the mean absolute error of the sum of net flows over
 * a mean month's outflow and in euro, of the companies with cash those expected to run dry and those that did, the Brier
 * score of that, and what is missed of the targets.
 */
export function balanceTable(rows: readonly BalanceAccuracy[]): string[] {
  const head = ["months", "method", "80 %", "error", "EUR", "dry exp.", "came", "of", "Brier", ""];
  const cells = rows.map((row) => [
    String(row.ahead),
    names[row.method],
    Number.isNaN(row.coverage80) ? "" : (100 * row.coverage80).toFixed(1),
    row.error.toFixed(3),
    (row.errorCents / 100).toFixed(0),
    row.dryExpected.toFixed(1),
    String(row.dryActual),
    String(row.withCash),
    row.brier.toFixed(4),
    row.method === "forecast" ? verdict(balanceMisses(rows, row.ahead)) : "",
  ]);
  return [
    "balances ahead, operating flows only, from month 24 of 36",
    ...aligned([head, ...cells]),
    isBalanceMissed(rows) ? "the balance MISSES a target" : "the balance meets its targets",
  ];
}

/** Whether a horizon misses a target. */
export function isBalanceMissed(rows: readonly BalanceAccuracy[]): boolean {
  return [3, 6, year].some((ahead) => balanceMisses(rows, ahead).length > 0);
}

function verdict(misses: readonly string[]): string {
  return misses.length === 0 ? "ok" : `MISSED: ${misses.join(", ")}`;
}
