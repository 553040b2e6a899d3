/** How long one company waits for its customers, beside its industry. */

import {isBeyondChance} from "../evidence/chance.js";
import {differenceChance} from "../evidence/groups.js";
import {count, duration, percent, type Time} from "../format.js";
import {type Delay, delayNames, type WaitRow} from "./margins.js";

/** A row of `pnl-waits`: of a company, an industry or the bank. */
export type CompanyWait = {
  readonly late_share: number | null;
  readonly median_days: number | null;
  readonly median_term_days: number | null;
  readonly window_from: Time;
  readonly window_to: Time;
} & Readonly<Record<`${Delay}_count` | `${Delay}_eur`, number>>;

const delays = Object.keys(delayNames) as Delay[];

/** The invoices of the whole bank, one row per class of delay; none for no data. */
export function bankWaits(bank: CompanyWait | undefined): WaitRow[] {
  if (!bank) return [];
  const {late_share, median_days, median_term_days, window_from, window_to} = bank;
  return delays.map((delay) => ({
    delay,
    invoice_count: bank[`${delay}_count`],
    amount_eur: bank[`${delay}_eur`],
    late_share,
    median_days,
    median_term_days,
    window_from,
    window_to,
  }));
}

/** The invoices of a row, paid or not. */
export function invoiceCount(row: CompanyWait): number {
  return delays.reduce((sum, delay) => sum + row[`${delay}_count`], 0);
}

export interface WaitShare {
  readonly delay: Delay;
  readonly invoice_count: number;
  readonly company_share: number;
  /** Undefined where the industry is this company alone. */
  readonly industry_share: number | undefined;
}

/** The invoices of a company by their delay, with the shares of its industry; none for no company. */
export function waitShares(
  own: CompanyWait | undefined,
  industry: CompanyWait | undefined,
): WaitShare[] {
  if (!own) return [];
  const [ownCount, others] = [invoiceCount(own), comparable(own, industry)];
  return delays.map((delay) => ({
    delay,
    invoice_count: own[`${delay}_count`],
    company_share: own[`${delay}_count`] / ownCount,
    industry_share: others && others[`${delay}_count`] / invoiceCount(others),
  }));
}

function comparable(own: CompanyWait, industry: CompanyWait | undefined): CompanyWait | undefined {
  return industry && invoiceCount(industry) > invoiceCount(own) ? industry : undefined;
}

/**
 * After how many days customers pay a company, and its industry, if the classes of delay of its invoices differ from
 * those of the other invoices of the industry by more than chance (`differenceChance`).
 */
export function companyWaitFinding(
  name: string,
  own: CompanyWait | undefined,
  industry: CompanyWait | undefined,
): string {
  if (!own) return `${name} has no invoice old enough to tell when its customers pay`;
  if (own.median_days === null) return `Most invoices of ${name} are still open`;
  const text = `Customers pay ${name} after ${duration(own.median_days)}`;
  const other = comparable(own, industry)?.median_days;
  if (other == null) return text;
  if (other === own.median_days) return `${text}, as they do in its industry`;
  const classes = (row: CompanyWait, less?: CompanyWait) =>
    delays.flatMap((delay, at) => {
      const invoices = row[`${delay}_count`] - (less?.[`${delay}_count`] ?? 0);
      return Array.from({length: invoices}, () => at);
    });
  const chance = industry && differenceChance(classes(own), classes(industry, own), meanOf);
  if (!isBeyondChance(chance)) return `${text}, about as in its industry`;
  return `${text}, against ${duration(other)} in its industry`;
}

const meanOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** What the invoices of a company ask for, and how many are paid when they ask for it. */
export function companyWaitText(own: CompanyWait | undefined): string {
  if (!own) return "";
  const all = invoiceCount(own);
  const term = `due in ${duration(own.median_term_days)}`;
  if (all === 1)
    return `Its one invoice was ${term} and ${own.on_time_count === 1 ? "" : "not "}paid on time.`;
  return `The median of its ${count(all)} invoices is ${term}; ${percent(own.on_time_count / all)} were paid on time.`;
}
