import type {Month} from "../day.js";

/**
 * How long a company's cash lasts, where a reader sets a floor or plays a scenario; without these, burn and runway are
 * the measures of measures.ts. Money is in cents and is operating money: the caller leaves transfers between a company's
 * own accounts and financing out, and gives complete months only.
 */

/**
 * Months until the balance reaches the floor at this net burn: 0 if it is there already, undefined if there
 * is no burn.
 */
export function maybeRunwayMonths(
  balanceCents: number,
  netBurnCents: number,
  {floorCents = 0}: {floorCents?: number} = {},
): number | undefined {
  if (netBurnCents <= 0) return undefined;
  return Math.max(0, (balanceCents - floorCents) / netBurnCents);
}

export type RunwayBand = "red" | "amber" | "green" | "no burn";

/** Red below 6 months, amber below 12, green from 12 on; `no burn` for a runway that is undefined. */
export function runwayBand(runwayMonths: number | undefined): RunwayBand {
  if (runwayMonths === undefined) return "no burn";
  if (runwayMonths < 6) return "red";
  return runwayMonths < 12 ? "amber" : "green";
}

/** Money that fills the account without being earned: a loan, new capital. */
export interface Financing {
  readonly cents: number;
  /** In which month ahead it arrives, 1 for the next. */
  readonly ahead: number;
}

/**
 * Balances at the ends of months, `result[path][ahead - 1]`, from net flows of the same shape and a
 * financing, if there is one.
 */
export function balancePaths(
  balanceCents: number,
  netPaths: readonly ArrayLike<number>[],
  {financing}: {financing?: Financing | undefined} = {},
): Float64Array[] {
  return netPaths.map((net) => {
    const balances = new Float64Array(net.length);
    let balance = balanceCents;
    for (let t = 0; t < net.length; t++) {
      balance += net[t]! + (financing?.ahead === t + 1 ? financing.cents : 0);
      balances[t] = balance;
    }
    return balances;
  });
}

export interface ZeroCash {
  /** Share of paths that end some month below the floor. */
  readonly share: number;
  /** The month by which a tenth, a half, nine tenths of all paths have; undefined if not by the horizon. */
  readonly p10: Month | undefined;
  readonly p50: Month | undefined;
  readonly p90: Month | undefined;
}

/**
 * When cash falls below the floor, by the balances of simulated paths at the ends of months; `start` is the
 * first month ahead. A balance on the floor has not fallen below it.
 */
export function zeroCash(
  balances: readonly ArrayLike<number>[],
  start: Month,
  {floorCents = 0}: {floorCents?: number} = {},
): ZeroCash {
  const firsts = balances
    .map((path) => firstBelow(path, floorCents))
    .sort((a, b) => (a === b ? 0 : a - b));
  const monthAt = (share: number) => {
    const first = firsts[Math.ceil(share * firsts.length) - 1] ?? Infinity;
    return first === Infinity ? undefined : start + first;
  };
  return {
    share:
      firsts.length === 0 ? 0 : firsts.filter((first) => first < Infinity).length / firsts.length,
    p10: monthAt(0.1),
    p50: monthAt(0.5),
    p90: monthAt(0.9),
  };
}

/**
 * Whether a company that goes on as forecast breaks even on the money it has: in at least half of the paths
 * three months in a row earn, together, no less than they cost, before cash falls below the floor. A path
 * that does neither within its months does not count as alive. A financing postpones the fall, but is not
 * earned. After Paul Graham, "Default Alive or Default Dead?" (2015).
 */
export function isDefaultAlive(
  balanceCents: number,
  netPaths: readonly ArrayLike<number>[],
  {floorCents = 0, financing}: {floorCents?: number; financing?: Financing | undefined} = {},
): boolean {
  const balances = balancePaths(balanceCents, netPaths, {financing});
  const alive = netPaths.filter((net, i) => {
    const dry = firstBelow(balances[i]!, floorCents);
    for (let t = 2; t < Math.min(net.length, dry); t++)
      if (net[t - 2]! + net[t - 1]! + net[t]! >= 0) return true;
    return false;
  });
  return netPaths.length > 0 && alive.length * 2 >= netPaths.length;
}

/** The first place below the floor, Infinity for none. */
function firstBelow(path: ArrayLike<number>, floorCents: number): number {
  for (let place = 0; place < path.length; place++) if (path[place]! < floorCents) return place;
  return Infinity;
}
