/** One company beside its industry: the rows and words of its page on profit and loss. */
import {isBeyondChance} from "../evidence/chance.js";
import {differenceChance, shiftChance} from "../evidence/groups.js";
import {number, percent, rounded, type Time} from "../format.js";
import {inWords, plural, someOf} from "../words.js";
import type {CustomerShare} from "./margins.js";
import {type PnlMonth, type PnlResult, pnlResults} from "./profitAndLoss.js";
import {type CategoryAmount, type StatementLine, statement} from "./statement.js";

export interface ComparedLine extends StatementLine {
  /** The same line of the whole industry, as a share of its revenue. */
  readonly industry_share: number | undefined;
}

/** A company's statement with the shares of its industry beside it. */
export function comparedStatement(
  own: readonly CategoryAmount[],
  industry: readonly CategoryAmount[],
): ComparedLine[] {
  const shares = new Map(statement(industry).map(({key, share}) => [key, share]));
  return statement(own).map((line) => ({...line, industry_share: shares.get(line.key)}));
}

export interface SeasonPoint {
  readonly month: Time;
  readonly who: "company" | "industry";
  readonly mean_share: number;
}

/** Revenue of each month as a share of the mean of the last twelve, for a company and its industry. */
export function seasonPoints(
  own: readonly PnlResult[],
  industry: readonly PnlResult[],
): SeasonPoint[] {
  const points = (rows: readonly PnlResult[], who: SeasonPoint["who"]) => {
    const year = rows.slice(-12);
    const mean = year.reduce((sum, {revenue_eur}) => sum + revenue_eur, 0) / year.length;
    return mean > 0
      ? rows.map(({month, revenue_eur}) => ({month, who, mean_share: revenue_eur / mean}))
      : [];
  };
  return [...points(own, "company"), ...points(industry, "industry")];
}

/** How far a company's months swing beside its industry's, if that is more than the same months shared out by lot would. */
export function seasonFinding(name: string, points: readonly SeasonPoint[]): string {
  const shares = (who: SeasonPoint["who"]) =>
    points.filter((point) => point.who === who).map(({mean_share}) => mean_share);
  const swing = (values: readonly number[]) =>
    values.length === 0 ? undefined : Math.max(...values) - Math.min(...values);
  const [ownShares, industryShares] = [shares("company"), shares("industry")];
  const [own, industry] = [swing(ownShares), swing(industryShares)];
  if (own === undefined || industry === undefined) return `${name} has no revenue to compare`;
  if (ownShares.length === 1) return `${name} has one month here, and one month shows no season`;
  const isAlike =
    Math.abs(own - industry) < 0.01 ||
    !isBeyondChance(differenceChance(ownShares, industryShares, swing));
  return `The revenue of ${name} swings ${isAlike ? "about as much" : timesText(own / industry)} as its industry’s`;
}

/** `twice as much`, `three times as much`, `less than half as much`; in between, to the tenth. */
function timesText(ratio: number): string {
  if (ratio >= 1.95 && ratio < 2.5) return "twice as much";
  if (ratio >= 2.5) return `${inWords(Math.round(ratio))} times as much`;
  return ratio < 0.5 ? "less than half as much" : `${number(ratio, 1)} times as much`;
}

/** In how many months a company spent more than it took in. */
export function companyFinding(name: string, results: readonly PnlResult[]): string {
  if (results.length === 0) return `${name} has no complete month here yet`;
  const lost = results.filter(({result_eur}) => result_eur < 0).length;
  if (results.length === 1) return `${name} ${lost === 0 ? "did not lose" : "lost"} money`;
  return `${name} lost money in ${someOf(lost, results.length, "month")}`;
}

/**
 * The margin of a company against its industry's, as a title of the statement, if the months of the two differ by more
 * than chance (`shiftChance` of month against month, which leaves the season out).
 */
export function comparedFinding(
  name: string,
  own: readonly PnlMonth[],
  industry: readonly PnlMonth[],
): string {
  const result = comparedStatement(own, industry).find(({key}) => key === "result");
  if (result?.share === undefined) return `${name} has no revenue to compare`;
  const [share, industryShare] = [result.share, result.industry_share];
  const kept = keptText(share);
  if (industryShare === undefined) return `${name} ${kept}`;
  if (rounded(share, 3) === rounded(industryShare, 3))
    return `${name} ${kept}, as did its industry`;
  const margins = new Map(pnlResults(industry).map((row) => [Number(row.month), row.margin_share]));
  const shifts = pnlResults(own).flatMap(({month, margin_share}) => {
    const other = margins.get(Number(month));
    return margin_share === undefined || other === undefined ? [] : [margin_share - other];
  });
  if (!isBeyondChance(shiftChance(shifts)))
    return `${name} ${kept}, no clear difference from its industry`;
  return `${name} ${kept}; its industry ${keptText(industryShare)}`;
}

function keptText(share: number): string {
  return `${share < 0 ? "lost" : "kept"} ${percent(Math.abs(share), 1)} of revenue`;
}

/** Whom a company's invoices depend on, in a sentence; one without invoices sells at a till. */
export function customersText(name: string, row: CustomerShare | undefined): string {
  if (!row) return `${name} was paid no invoices in the last year: its customers pay at the till.`;
  if (row.customer_count === 1) return `One customer pays all invoices of ${name}.`;
  return (
    `${name} was paid by ${plural(row.customer_count, "customer")}: the largest brought ${percent(row.top_share)} ` +
    `of the money, the five largest ${percent(row.top_five_share)}.`
  );
}
