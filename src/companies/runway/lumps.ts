/** The payments whose day is known long before: people, and the tax office each quarter. */

import type {DuePayment} from "../../lib/companies/company.js";
import {dayMs} from "../../lib/day.js";
import {asDate, dayText, money, monthText, type Time} from "../../lib/format.js";
import {centsFromEur} from "../../lib/money.js";
import {monthDate, monthNumber} from "../../lib/month.js";

export const lumpNames = {
  payroll: "Payroll",
  social_contributions: "Social contributions",
  vat: "VAT",
  corporate_tax: "Corporate tax",
} as const;

export type LumpName = keyof typeof lumpNames;

/** In months. */
const period = {payroll: 1, social_contributions: 1, vat: 3, corporate_tax: 3} as const;

/** A row of `cash-lumps`. */
export interface Lump {
  readonly user_id: string;
  readonly month: Time;
  readonly category: LumpName;
  readonly paid_on: Time;
  readonly amount_eur: number;
}

/** A lump that is to come: its usual day, and the mean of the last times. */
export interface ComingLump {
  readonly due_on: Date;
  readonly category: LumpName;
  readonly amount_eur: number;
  /** What the amount is the mean of. */
  readonly seen_count: number;
}

/** What a company paid its people, and the tax office, in a month. */
export interface LumpBar {
  readonly month: Time;
  readonly kind: "payroll" | "tax";
  readonly amount_eur: number;
}

/** Payroll with social contributions, and taxes, by month: one row a month and kind. */
export function lumpBars(lumps: readonly Lump[]): LumpBar[] {
  const bars = new Map<string, LumpBar>();
  for (const {month, category, amount_eur} of lumps) {
    const kind = period[category] === 1 ? "payroll" : "tax";
    const key = `${Number(month)} ${kind}`;
    const cents = centsFromEur(bars.get(key)?.amount_eur ?? 0) + centsFromEur(amount_eur);
    bars.set(key, {month, kind, amount_eur: cents / 100});
  }
  return [...bars.values()];
}

/**
 * The lumps of the next `months` from `next` on, in order of days. Whether a kind comes again, and when first, is what
 * `company-due` says, as on the company's home; from then on it comes each period, on the day of the month of its last
 * time, with the mean of its last three amounts. None where no month is known, and so no next one.
 */
export function comingLumps(
  lumps: readonly Lump[],
  due: readonly DuePayment[],
  next: Time,
  {months = 4}: {months?: number} = {},
): ComingLump[] {
  if (next === undefined) return [];
  const first = monthNumber(next);
  const kinds = (Object.keys(lumpNames) as LumpName[]).flatMap((category) => {
    const seen = lumps.filter((lump) => lump.category === category).slice(-3);
    const kept = due.find((payment) => payment.category === category);
    if (!kept || seen.length === 0) return [];
    const start = monthNumber(kept.next_on);
    const amount = seen.reduce((sum, lump) => sum + lump.amount_eur, 0) / seen.length;
    const dayOfMonth = asDate(kept.last_on)?.getUTCDate() ?? 1;
    return Array.from({length: months}, (_, ahead) => first + ahead)
      .filter((month) => month >= start && (month - start) % period[category] === 0)
      .map((month) => ({
        due_on: onDay(month, dayOfMonth),
        category,
        amount_eur: Math.round(100 * amount) / 100,
        seen_count: seen.length,
      }));
  });
  return kinds.sort((a, b) => +a.due_on - +b.due_on);
}

/** The largest lump that is to come. */
export function lumpsFinding(name: string, coming: readonly ComingLump[]): string {
  const largest = [...coming].sort((a, b) => b.amount_eur - a.amount_eur)[0];
  if (!largest) return `${name} has kept up neither payroll nor taxes that would come next`;
  const what = lumpNames[largest.category];
  return (
    `${what} around ${dayText(largest.due_on)} is the next large one for ${name}: about ` +
    `${money(largest.amount_eur)}`
  );
}

/** How much of the months shown went to people, and what the month with most tax took. */
export function lumpsPastFinding(name: string, bars: readonly LumpBar[]): string {
  const total = (kind: LumpBar["kind"]) =>
    bars.reduce((sum, bar) => sum + (bar.kind === kind ? bar.amount_eur : 0), 0);
  const most = bars
    .filter(({kind}) => kind === "tax")
    .sort((a, b) => b.amount_eur - a.amount_eur)[0];
  const [people, tax] = [total("payroll"), total("tax")];
  if (people + tax === 0) return `${name} has paid neither people nor taxes`;
  const toPeople = people === 0 ? "nothing to people" : `${money(people)} to people`;
  if (!most) return `${name} paid ${toPeople}, and no tax`;
  return `${name} paid ${toPeople} and ${money(tax)} of tax, most in ${monthText(most.month)}`;
}

/** The day of a month, or the month's last where it is shorter. */
function onDay(month: number, dayOfMonth: number): Date {
  const last = new Date(+monthDate(month + 1) - dayMs).getUTCDate();
  return new Date(+monthDate(month) + (Math.min(dayOfMonth, last) - 1) * dayMs);
}
