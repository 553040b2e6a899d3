/** The companies of the runway page: their rows as the forecast wants them, and how long their cash lasts. */
import type {CompanyWithCash} from "../forecasting/forecast.js";
import {maybeRunwayMonths, type RunwayBand, runwayBand} from "../forecasting/runway.js";
import type {Time} from "../format.js";
import {centsFromEur} from "../money.js";
import {monthDate, monthNumber, monthRows} from "../month.js";

/** The numbers of trailing months that `company-paces` has a value for, in the order of its lists. */
export const trailingMonths = [3, 6, 12] as const;

/** A row of `company-paces`: lists hold a value for each of `trailingMonths`. */
export interface RunwayPace {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  /** The last complete month. */
  readonly last_month: Time;
  readonly closing_balance_eur: number;
  readonly month_count: readonly number[];
  readonly gross_burn_eur: readonly number[];
  readonly net_burn_eur: readonly number[];
  readonly runway_months: readonly (number | null)[];
}

/** A row of `company-months`: lists hold a value per month from `first_month` on. */
export interface RunwayCompany {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly first_month: Time;
  readonly inflow_eur: readonly number[];
  readonly outflow_eur: readonly number[];
  readonly financing_eur: readonly number[];
  readonly closing_balance_eur: readonly number[];
  readonly employee_count: number | null;
  readonly head_cost_eur: number | null;
}

/** A month of a company; the first day. */
export interface CompanyMonth {
  readonly month: Date;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
  readonly financing_eur: number;
  readonly closing_balance_eur: number;
}

/** How long one company's cash lasts at the pace of its last months. */
export interface Runway {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly closing_balance_eur: number;
  readonly gross_burn_eur: number;
  /** Below 0 the company earns. */
  readonly net_burn_eur: number;
  readonly month_count: number;
  /** The last complete month, from whose end on the cash lasts. */
  readonly last_month: Time;
  /** Null without a burn, 0 without cash. */
  readonly runway_months: number | null;
  readonly band: RunwayBand;
  /** The first day of the month in which cash ends at this pace; null without a burn. */
  readonly zero_month: Time;
}

/** The company as the forecast takes it, grouped by industry, with its cash, in cents. */
export function seriesOf(row: RunwayCompany): CompanyWithCash {
  return {
    id: row.user_id,
    group: row.industry,
    start: monthNumber(row.first_month),
    inflow: row.inflow_eur.map(centsFromEur),
    outflow: row.outflow_eur.map(centsFromEur),
    balance: row.closing_balance_eur.map(centsFromEur),
  };
}

/** A company's months, one row each. */
export function monthsOf(row: RunwayCompany): CompanyMonth[] {
  const columns = ["inflow_eur", "outflow_eur", "financing_eur", "closing_balance_eur"] as const;
  return monthRows(row, columns).map((month) => ({
    ...month,
    net_eur: (centsFromEur(month.inflow_eur) - centsFromEur(month.outflow_eur)) / 100,
  }));
}

/** The first day of the month after the last one; undefined for none. */
export function nextMonth(months: readonly CompanyMonth[]): Date | undefined {
  const last = months.at(-1);
  return last && monthDate(monthNumber(last.month) + 1);
}

/** How long the cash of a company lasts at the pace of its last 3, 6 or 12 months. */
export function runwayOf(row: RunwayPace, trailing: number): Runway {
  const at = (trailingMonths as readonly number[]).indexOf(trailing);
  const runway = row.runway_months[at] ?? null;
  const last = monthNumber(row.last_month);
  return {
    user_id: row.user_id,
    name: row.name,
    industry: row.industry,
    closing_balance_eur: row.closing_balance_eur,
    gross_burn_eur: row.gross_burn_eur[at] ?? 0,
    net_burn_eur: row.net_burn_eur[at] ?? 0,
    month_count: row.month_count[at] ?? 0,
    last_month: monthDate(last),
    ...lasting(runway, last + 1),
  };
}

/** The same for the cash above a floor, which the reader sets. */
export function aboveFloor(runway: Runway, floor_eur: number): Runway {
  const months = maybeRunwayMonths(
    centsFromEur(runway.closing_balance_eur),
    centsFromEur(runway.net_burn_eur),
    {floorCents: centsFromEur(floor_eur)},
  );
  return {...runway, ...lasting(months ?? null, monthNumber(runway.last_month) + 1)};
}

function lasting(
  runway_months: number | null,
  next: number,
): Pick<Runway, "runway_months" | "band" | "zero_month"> {
  return {
    runway_months,
    band: runwayBand(runway_months ?? undefined),
    zero_month: runway_months === null ? null : endOfCash(next, runway_months),
  };
}

/** All companies, the shortest runway first, among equals the deepest burn; those without a burn last. */
export function ranked<More extends object>(
  rows: readonly (RunwayPace & More)[],
  trailing: number,
): (Runway & More)[] {
  const last = Number.POSITIVE_INFINITY;
  return rows
    .map((row): Runway & More => ({...row, ...runwayOf(row, trailing)}))
    .sort(
      (a, b) =>
        compare(a.runway_months ?? last, b.runway_months ?? last) ||
        b.net_burn_eur - a.net_burn_eur ||
        compare(a.user_id, b.user_id),
    );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}

/** The month that so many months of cash reach into, counted from the first month ahead; null beyond ten years. */
function endOfCash(next: number, runwayMonths: number): Date | null {
  return runwayMonths > 120 ? null : monthDate(next + Math.max(0, Math.ceil(runwayMonths) - 1));
}
