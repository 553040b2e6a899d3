/** What the profit and loss page says: words and rows of the months of companies. */
import {count, money, moneyExact, monthText, percent, type Time, type Value} from "../format.js";
import {comparedLast, inWords, someOf} from "../words.js";
import type {CashTie} from "./companyMonths.js";
import {lastMonths} from "./companyMonths.js";
import {amountOf, type CategoryAmount, marginOf, statement} from "./statement.js";

const pnlParts = ["revenue", "operating", "payroll", "tax", "banking"] as const;

export type PnlPart = (typeof pnlParts)[number];

export const pnlPartNames = {
  revenue: "Revenue",
  operating: "Running costs",
  payroll: "Payroll",
  tax: "Quarterly tax",
  banking: "Fees and interest",
} as const satisfies Record<PnlPart, string>;

const totals = {
  revenue: "revenue",
  operating: "operating",
  payroll: "payroll_total",
  tax: "tax",
  banking: "banking",
} as const satisfies Record<PnlPart, string>;

export interface PnlMonth extends CategoryAmount {
  readonly month: Time;
}

export interface PnlPoint {
  readonly month: Time;
  readonly part: PnlPart;
  readonly amount_eur: number;
}

export interface PnlResult {
  readonly month: Time;
  readonly revenue_eur: number;
  /** Running costs, payroll, tax, fees and interest; positive. */
  readonly expenses_eur: number;
  readonly result_eur: number;
  readonly margin_share: number | undefined;
}

/** The months of rows, in order. */
function byMonth(rows: readonly PnlMonth[]): [Time, PnlMonth[]][] {
  const months = new Map<number, [Time, PnlMonth[]]>();
  for (const row of rows) {
    const own = months.get(Number(row.month));
    if (own) own[1].push(row);
    else months.set(Number(row.month), [row.month, [row]]);
  }
  return [...months.values()];
}

/** Revenue and costs of each month for a chart of stacked bars; costs are negative. */
export function pnlPoints(rows: readonly PnlMonth[]): PnlPoint[] {
  return byMonth(rows).flatMap(([month, own]) => {
    const lines = statement(own);
    return pnlParts.map((part) => ({month, part, amount_eur: amountOf(lines, totals[part])}));
  });
}

/** Revenue, expenses and result of each month. */
export function pnlResults(rows: readonly PnlMonth[]): PnlResult[] {
  return byMonth(rows).map(([month, own]) => {
    const lines = statement(own);
    const revenue = amountOf(lines, "revenue");
    const result = amountOf(lines, "result");
    const expenses = Math.round((revenue - result) * 100) / 100;
    return {
      month,
      revenue_eur: revenue,
      expenses_eur: expenses,
      result_eur: result,
      margin_share: marginOf(lines),
    };
  });
}

/** `a profit of €1.2m` or `a loss of €1.2m`, of what stayed after all costs. */
function profitText(resultEur: number): string {
  if (resultEur === 0) return "neither a profit nor a loss";
  return `a ${resultEur > 0 ? "profit" : "loss"} of ${money(Math.abs(resultEur))}`;
}

/** The opening of the page: the last month, and what remained of a year. */
export function pnlText(rows: readonly PnlMonth[]): string {
  const results = pnlResults(rows);
  const [before, last] = [results.at(-2), results.at(-1)];
  if (!last) return "No company has a complete month here, so there is no profit or loss to tell.";
  const change = before
    ? `, ${comparedLast(
        results.map((row) => row.revenue_eur),
        monthText(before.month),
      )},`
    : "";
  const lastText =
    `In ${monthText(last.month)} the companies took in ${money(last.revenue_eur)}${change} and paid ` +
    `${money(last.expenses_eur)}, ${profitText(last.result_eur)}.`;
  if (!before) return lastText;
  const year = lastMonths(rows, 12);
  const lines = statement(year);
  const months = inWords(Math.min(12, results.length));
  const margin = marginOf(lines);
  if (margin === undefined) return lastText;
  return (
    `${lastText} The last ${months} months brought ${profitText(amountOf(lines, "result"))}, ` +
    `${percent(Math.abs(margin))} of revenue.`
  );
}

/** In how many months something was left, and what the quarterly tax has to do with it. */
export function pnlFinding(points: readonly PnlPoint[]): string {
  const months = resultsOf(points);
  if (months.length === 0) return "No revenue and no expenses to show";
  const lost = months.filter(({result}) => result < 0);
  const [only] = months;
  if (months.length === 1 && only)
    return only.result < 0 ? "Companies lost money" : "Companies lost no money";
  const taxed = lost.filter(({tax}) => tax < 0).length;
  const which = someOf(lost.length, months.length, "month");
  const head = `Companies lost money in ${which}`;
  if (taxed === 0) return head;
  if (taxed < lost.length) return `${head}; quarterly tax fell in ${count(taxed)} of them`;
  return `${head}, ${lost.length === 1 ? "when" : "each time"} quarterly tax was due`;
}

function resultsOf(points: readonly PnlPoint[]): {result: number; tax: number}[] {
  const months = new Map<number, {result: number; tax: number}>();
  for (const {month, part, amount_eur} of points) {
    const own = months.get(Number(month)) ?? {result: 0, tax: 0};
    own.result += amount_eur;
    if (part === "tax") own.tax += amount_eur;
    months.set(Number(month), own);
  }
  return [...months.values()];
}

/** What became of each euro, as a title over the statement. */
export function statementFinding(amounts: readonly CategoryAmount[]): string {
  const lines = statement(amounts);
  const margin = marginOf(lines);
  if (lines.length === 0) return "No statement to show";
  if (margin === undefined) return "Money went out, and no revenue came in";
  const cents = Math.round(margin * 1000) / 10;
  if (cents === 0) return "Of €100 of revenue, nothing remained";
  return cents > 0
    ? `Of €100 of revenue, ${money(cents)} remained`
    : `For €100 of revenue, ${money(100 - cents)} was spent`;
}

/** Whether a statement ties to the balances, in a sentence. */
export function tieText(tie: CashTie | undefined): string {
  if (!tie) return "";
  const {monthCount, openingEur, closingEur, differenceEur} = tie;
  const span =
    `Cash went from ${moneyExact(openingEur)} to ${moneyExact(closingEur)} over ` +
    `${monthCount === 1 ? "this month" : `these ${count(monthCount)} months`}`;
  return differenceEur === 0
    ? `${span}, exactly as the statement says.`
    : `${span}; the statement misses ${moneyExact(differenceEur)} of that.`;
}

/** Percent with one decimal, for margins. */
export function marginText(share: Value): string {
  return percent(share, 1);
}
