/** How companies differ: margins, late customers, dependence on few customers. */
import {count, duration, money, number, percent, type Time} from "../format.js";
import {middleOf} from "../middle.js";
import {agree, allOf, inWords, plural, sentence, someOf} from "../words.js";

/** A row of `pnl-margins`. */
export interface CompanyMargin {
  readonly user_id: string;
  readonly name: string;
  readonly industry: string;
  readonly city: string;
  readonly revenue_eur: number;
  readonly result_eur: number;
  readonly margin_share: number | null;
  readonly month_count: number;
}

export interface MarginBand {
  readonly band: string;
  /** The least margin of the band, as a share; the first band has no lower end. */
  readonly from: number;
  readonly company_count: number;
}

/** The dataset `pnl-margin-bands`: companies by margin. */
export interface Margins {
  /** Companies with revenue, and those of them that made a profit. */
  readonly company_count: number;
  readonly kept_count: number;
  /** The margin that half of them reach; null without any. */
  readonly median_share: number | null;
  readonly month_count: number;
  readonly bands: readonly MarginBand[];
}

/** The width of a band, and where the closed bands begin and end. */
export const marginStep = 0.05;
const step = marginStep;
const [least, most] = [-0.2, 0.15];

/** All companies together; `rows` are of `pnl-margins`. */
export function marginsOf(rows: readonly CompanyMargin[]): Margins {
  const known = rows.flatMap(({margin_share}) => (margin_share === null ? [] : [margin_share]));
  return {
    company_count: known.length,
    kept_count: known.filter((share) => share > 0).length,
    median_share: known.length === 0 ? null : middleOf(known),
    month_count: rows[0]?.month_count ?? 1,
    bands: marginBands(rows),
  };
}

/** Companies by margin, in bands of five points; the outer bands are open. */
function marginBands(rows: readonly CompanyMargin[]): MarginBand[] {
  const inner = Math.round((most - least) / step);
  const counts = Array.from({length: inner + 2}, () => 0);
  for (const {margin_share} of rows) {
    if (margin_share === null) continue;
    const place = Math.floor((margin_share - least) / step + 1e-9) + 1;
    const band = Math.min(inner + 1, Math.max(0, place));
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return counts.map((company_count, band) => {
    const from = Math.round((least + (band - 1) * step) * 100) / 100;
    return {band: bandName(from), from, company_count};
  });
}

function bandName(from: number): string {
  if (from < least) return `below ${percent(least, 0)}`;
  if (from >= most) return `${percent(most, 0)} or more`;
  return `${number(100 * from)} to ${percent(from + step, 0)}`;
}

/** Where a band begins, on an axis; the first has no lower end. */
export function marginEdge(from: number): string {
  return from < least ? "less" : percent(from, 0);
}

/** How many companies kept anything. */
export function marginFinding({company_count, kept_count}: Margins): string {
  if (company_count === 0) return "No company had revenue";
  if (company_count === 1)
    return `The one company made ${kept_count === 1 ? "a profit" : "no profit"}`;
  if (kept_count === company_count)
    return `${allOf(kept_count, "company", "companies")} made a profit`;
  return `${sentence(someOf(kept_count, company_count, "company", "companies"))} made a profit`;
}

/** The invoices of one class of delay; what is not of the class is the same in each row. */
export interface WaitRow {
  readonly delay: Delay;
  readonly invoice_count: number;
  readonly amount_eur: number;
  readonly late_share: number | null;
  readonly median_days: number | null;
  readonly median_term_days: number | null;
  readonly window_from: Time;
  readonly window_to: Time;
}

export type Delay = "on_time" | "week" | "fortnight" | "month" | "later" | "open";

export const delayNames = {
  on_time: "On time",
  week: "1–7 days",
  fortnight: "8–14 days",
  month: "15–30 days",
  later: "Over 30",
  open: "Still open",
} as const satisfies Record<Delay, string>;

/** What share of invoices is not paid when due. */
export function waitFinding(rows: readonly WaitRow[]): string {
  const late = rows[0]?.late_share ?? undefined;
  if (late === undefined) return "No invoices are old enough to tell when they are paid";
  if (late === 0) return "Every invoice was paid on time";
  if (late === 1) return "No invoice was paid on time";
  return `${percent(late)} of invoices are paid late or not at all`;
}

/** The median wait against the median term, in a sentence or two. */
export function waitText(rows: readonly WaitRow[]): string {
  const [row] = rows;
  if (!row || row.median_term_days === null) return "";
  const open = rows.find(({delay}) => delay === "open");
  const rest =
    open && open.invoice_count > 0
      ? ` ${sentence(plural(open.invoice_count, "invoice"))}, worth ` +
        `${money(open.amount_eur)}${open.invoice_count === 1 ? ", is" : " together, are"} still unpaid 120 days ` +
        "or more after being issued."
      : "";
  if (row.median_days === null) return `More than half of all invoices are still unpaid.${rest}`;
  return (
    `The median invoice is due in ${duration(row.median_term_days)} and paid in ` +
    `${duration(row.median_days)}.${rest}`
  );
}

/** A row of `pnl-customers`: of a company, or of all that were paid invoices together. */
export interface CustomerShare {
  readonly company_count: number;
  /** Of them, those that get a tenth or more from one customer: the usual mark of a risk of its own. */
  readonly concentrated_count: number;
  readonly customer_count: number;
  /** Of all companies, the highest of any. */
  readonly top_share: number | null;
  readonly top_five_share: number | null;
}

/** How many companies depend on one customer, in a sentence. */
export function customersOfAllText(row: CustomerShare | undefined): string {
  if (!row || row.top_share === null) return "No company was paid an invoice.";
  const {company_count, concentrated_count, top_share} = row;
  const most = `the largest share is ${percent(top_share)}`;
  if (concentrated_count === 0)
    return `No company gets a tenth of its invoiced revenue from one customer; ${most}.`;
  if (company_count === 1)
    return `The one company that writes invoices gets ${percent(top_share)} of their money from one customer.`;
  if (concentrated_count === company_count)
    return (
      `All ${count(company_count)} companies that write invoices get a tenth or more of that money from one customer; ` +
      `${most}.`
    );
  return (
    `${sentence(inWords(concentrated_count))} of ${count(company_count)} companies ` +
    `${agree(concentrated_count, "gets", "get")} a tenth or more of their invoiced revenue from one customer; ${most}.`
  );
}
