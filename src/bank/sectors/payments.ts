/** Which sectors pay which: rows over `sector-flows`. */
import {industryName} from "../../lib/bank/industries.js";
import {industryInText} from "../../lib/companies/industryNames.js";
import {money, percent} from "../../lib/format.js";
import {least, sum} from "../../lib/sectors/groups.js";
import type {SectorSum} from "./revenue.js";

/** A row of `sector-flows`. */
export interface SectorPayment {
  readonly payer_industry: string;
  readonly payee_industry: string;
  readonly paid_eur: number;
  readonly payment_count: number;
  readonly month_count: number;
}

export function paymentsFinding(rows: readonly SectorPayment[]): string {
  const most = least(rows, ({paid_eur}) => -paid_eur);
  if (!most) return "No company pays another one of this bank";
  const {payer_industry, payee_industry, paid_eur} = most;
  const whom =
    payer_industry === payee_industry ? "its own sector" : industryInText(payee_industry);
  return `${industryName(payer_industry)} pays ${whom} the most: ${money(paid_eur)}`;
}

/** How much of what companies take in comes from other companies of this bank. */
export function paymentsText(
  rows: readonly SectorPayment[],
  {sectors}: {readonly sectors: readonly Pick<SectorSum, "revenue_eur">[]},
): string {
  const paid = sum(rows, ({paid_eur}) => paid_eur);
  const all = sum(sectors, ({revenue_eur}) => revenue_eur);
  if (all === 0) return "No company has revenue yet.";
  return (
    `Companies of this bank paid each other ${money(paid)}, ${percent(paid / all)} of their revenue: most of their ` +
    "customers and suppliers bank elsewhere."
  );
}
