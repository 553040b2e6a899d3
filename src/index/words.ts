/** What the first page says of the whole bank, and of what moved in it. */
import {isBeyondChance} from "../lib/evidence/chance.js";
import {trendChance} from "../lib/evidence/months.js";
import {money, monthText, percent, points} from "../lib/format.js";
import {
  agree,
  type Change,
  changeOf,
  comparedLast,
  inWords,
  moved,
  plural,
  sentence,
  someOf,
  withinChance,
} from "../lib/words.js";
import type {Indicator} from "./indicators.js";
import {
  type BalanceRow,
  type DirectedFlow,
  type FlowRow,
  type IndicatorMonth,
  type KindBalance,
  totalBalances,
} from "./months.js";

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
 * `Money in savings accounts rose 24% since May 2025 and is 38% of all balances`, of the kind that moved most; or that
 * it moved within chance, where its monthly changes have no direction.
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

/** In how many months more came in than went out. */
export function flowFinding(rows: readonly DirectedFlow[]): string {
  const nets = new Map<number, number>();
  for (const {month, amount_eur} of rows) {
    nets.set(Number(month), (nets.get(Number(month)) ?? 0) + amount_eur);
  }
  const gains = [...nets.values()].filter((net) => net > 0).length;
  if (nets.size === 1)
    return gains === 1 ? "More came in than went out" : "At most as much came in as went out";
  const months = someOf(gains, nets.size, "month");
  return gains === 0
    ? `In ${months} did more come in than go out`
    : `More came in than went out in ${months}`;
}

/** A series that may be told: its months, and whether what it did holds among all that were looked at. */
interface Candidate {
  readonly holds: boolean;
  readonly months: readonly IndicatorMonth[];
}

/** How many of the candidates are told, of how many, and what it means that there are none. */
export function findingsText(ranked: readonly Candidate[], chosen: readonly Candidate[]): string {
  const last = ranked[0]?.months.at(-1)?.month;
  if (last === undefined)
    return "Nothing to compare yet: a finding needs five complete months of data.";
  const watched = `the ${inWords(ranked.length)} series that the site watches`;
  const month = monthText(last);
  const held = ranked.filter(({holds}) => holds).length;
  if (held === 0)
    return `Nothing moved beyond chance in ${month}: all of ${watched} did what they do in other months.`;
  if (chosen.length === 0)
    return `Nothing of note moved in ${month}: of ${watched}, ${inWords(held)} moved beyond chance, for few customers.`;
  const these = agree(chosen.length, "this", "these");
  const more = held > chosen.length ? `, and ${these} stood out most` : "";
  return (
    `No editor chose ${these}. Of ${watched}, ${inWords(held)} moved further in ${month} than the noise ` +
    `of other months explains${more}.`
  );
}

/**
 * `The revenue of companies rose 4.2% to €17.3m in October 2026, the highest since July 2026.`, or, where that may be
 * noise, `The revenue of companies moved within chance, to €17.3m in October 2026.`
 */
export function findingText(
  {subject, format, inPoints}: Indicator,
  months: readonly IndicatorMonth[],
  holds: boolean,
): string {
  const [before, now] = months.slice(-2) as [IndicatorMonth, IndicatorMonth];
  const value = format(now.value);
  const change = changeOf(now.value, before.value);
  const opening = sentence(subject);
  const when = `in ${monthText(now.month)}`;
  if (change.direction === "same" || value === format(before.value)) {
    return `${opening} stayed at ${value} ${when}.`;
  }
  if (!holds) return `${opening} moved ${withinChance}, to ${value} ${when}.`;
  const asAmount = inPoints || before.value * now.value < 0;
  const by = asAmount ? "amount" : "share";
  const verb = moved(change, {by, format: inPoints ? points : format});
  return `${opening} ${verb} to ${value} ${when}${extremeOf(months, change)}.`;
}

/** `, the highest since March 2026` if the value exceeds that of the five months before at least, else nothing. */
function extremeOf(months: readonly IndicatorMonth[], change: Change): string {
  if (change.direction !== "rise" && change.direction !== "fall") return "";
  const {value} = months.at(-1)!;
  const exceeds = (other: number) =>
    change.direction === "rise" ? other >= value : other <= value;
  const earlier = months.slice(0, -1);
  const rank = earlier.findLastIndex((row) => exceeds(row.value));
  const word = change.direction === "rise" ? "highest" : "lowest";
  if (rank < 0) return `, the ${word} of all ${months.length} months`;
  return earlier.length - rank > 5 ? `, the ${word} since ${monthText(earlier[rank]!.month)}` : "";
}
