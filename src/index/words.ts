/** What the first page says of the whole bank: rows for its charts and the words above them. */
import {isBeyondChance} from "../lib/evidence/chance.js";
import {trendChance} from "../lib/evidence/months.js";
import {money, monthText, percent, type Time} from "../lib/format.js";
import {changeOf, comparedLast, moved, plural, someOf, withinChance} from "../lib/words.js";

/** A row of `bank-balances`. */
export interface BalanceRow {
  readonly month: Time;
  readonly account_kind: string;
  readonly owner_kind: string;
  readonly balance_eur: number;
  readonly is_complete: boolean;
}

/** A row of `bank-flows`. */
export interface FlowRow {
  readonly month: Time;
  readonly customer_count: number;
  readonly in_eur: number;
  readonly out_eur: number;
  readonly inside_eur: number;
  readonly motion_eur: number;
  readonly is_complete: boolean;
}

/** The rows of whole months: a month that has just begun compares with nothing. */
export function completeMonths<Row extends {is_complete: boolean}>(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.is_complete);
}

export interface KindBalance {
  readonly month: Time;
  readonly account_kind: string;
  readonly balance_eur: number;
}

/** Balances by kind of account, people and companies together, in the order of the rows. */
export function kindBalances(rows: readonly BalanceRow[]): KindBalance[] {
  const sums = new Map<string, KindBalance>();
  for (const {month, account_kind, balance_eur} of rows) {
    const key = `${Number(month)} ${account_kind}`;
    const sum = (sums.get(key)?.balance_eur ?? 0) + balance_eur;
    sums.set(key, {month, account_kind, balance_eur: sum});
  }
  return [...sums.values()];
}

/** All balances at the end of each month, in order. */
export function totalBalances(rows: readonly BalanceRow[]): number[] {
  const sums = new Map<number, number>();
  for (const {month, balance_eur} of rows) {
    sums.set(Number(month), (sums.get(Number(month)) ?? 0) + balance_eur);
  }
  return [...sums.values()];
}

/** Two or three sentences on the last month, for the top of the page. */
export function glanceText(flows: readonly FlowRow[], balances: readonly BalanceRow[]): string {
  const [before, now] = [flows.at(-2), flows.at(-1)];
  if (!now) return "The bank holds no complete month yet, so there is nothing to tell.";
  const total = totalBalances(balances).at(-1) ?? 0;
  const end = `At the end of ${monthText(now.month)}`;
  const holding =
    now.customer_count === 0
      ? `${end}, nobody had an account at this bank.`
      : `${end}, ${plural(now.customer_count, "customer")} kept ${money(total)} at this bank.`;
  const motion = `During the month, ${money(now.motion_eur)} changed hands`;
  const change = before
    ? `, ${comparedLast(
        flows.map((row) => row.motion_eur),
        monthText(before.month),
      )}`
    : "";
  return `${holding} ${motion}${change}; ${borderText(now)}.`;
}

/** Which way the money went over the border of the bank. */
function borderText({in_eur, out_eur}: FlowRow): string {
  const net = in_eur - out_eur;
  const {direction} = changeOf(in_eur, out_eur, {tolerance: 0.001});
  if (direction === "same" || direction === "unknown") return "as much came in as went out";
  return `${money(Math.abs(net))} more ${net > 0 ? "came in than went out" : "went out than came in"}`;
}

/**
 * `Money in savings accounts rose 24% since May 2025 and is 38% of all balances`, of the kind that moved most; or that it
 * moved within chance, where its monthly changes have no direction.
 */
export function balanceFinding(rows: readonly KindBalance[]): string {
  const kinds = [...new Set(rows.map((row) => row.account_kind))].map((kind) => {
    const own = rows.filter((row) => row.account_kind === kind);
    return {
      kind,
      change: changeOf(own.at(-1)?.balance_eur, own.at(0)?.balance_eur),
      holds: isBeyondChance(trendChance(own.map((row) => row.balance_eur))),
      last: own.at(-1),
    };
  });
  const [most] = kinds.sort(
    (a, b) =>
      Math.abs(b.change.difference ?? 0) - Math.abs(a.change.difference ?? 0) ||
      (a.change.difference ? 0 : (b.last?.balance_eur ?? 0) - (a.last?.balance_eur ?? 0)),
  );
  const lastMonth = rows.at(-1)?.month;
  if (!most?.last) return "No balances to show";
  const total = rows
    .filter((row) => Number(row.month) === Number(lastMonth))
    .reduce((sum, row) => sum + row.balance_eur, 0);
  const name = `Money in ${most.kind} accounts`;
  const part = total > 0 ? `is ${percent(most.last.balance_eur / total)} of all balances` : "";
  if (Number(rows.at(0)?.month) === Number(lastMonth)) return `${name} ${part || "is nothing"}`;
  const isSame = most.change.direction === "same";
  const verb = most.holds || isSame ? moved(most.change) : `moved ${withinChance}`;
  return `${name} ${verb} since ${monthText(rows.at(0)?.month)}${part && ` and ${part}`}`;
}

export interface DirectedFlow {
  readonly month: Time;
  readonly direction: "in" | "out";
  /** Positive in, negative out. */
  readonly amount_eur: number;
}

/** Two rows a month: what came in and, below zero, what went out. */
export function directedFlows(rows: readonly FlowRow[]): DirectedFlow[] {
  return rows.flatMap(({month, in_eur, out_eur}) => [
    {month, direction: "in", amount_eur: in_eur} as const,
    {month, direction: "out", amount_eur: out_eur === 0 ? 0 : -out_eur} as const,
  ]);
}

/** In how many months more came in than went out. */
export function flowFinding(rows: readonly DirectedFlow[]): string {
  const nets = new Map<number, number>();
  for (const {month, amount_eur} of rows) {
    nets.set(Number(month), (nets.get(Number(month)) ?? 0) + amount_eur);
  }
  const gains = [...nets.values()].filter((net) => net > 0).length;
  if (nets.size === 1)
    return gains === 1 ? "More came in than went out" : "No more came in than went out";
  const months = someOf(gains, nets.size, "month");
  return gains === 0
    ? `In ${months} did more come in than go out`
    : `More came in than went out in ${months}`;
}
