/** The payments whose day is known long before: people and rent each month, and the tax office each quarter. */

import {dayMs} from "../day.js";
import {asDate, type Time} from "../format.js";
import {monthDate, monthNumber} from "../month.js";
import type {RegularPayment} from "./company.js";

export const lumpNames = {
  payroll: "Payroll",
  social_contributions: "Social contributions",
  premises: "Rent",
  vat: "VAT",
  corporate_tax: "Corporate tax",
} as const;

export type LumpName = keyof typeof lumpNames;

/** In months. */
const period = {
  payroll: 1,
  social_contributions: 1,
  premises: 1,
  vat: 3,
  corporate_tax: 3,
} as const;

/** A row of `company-lumps`. */
export interface Lump {
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

/**
 * The lumps of the next `months` from `next` on, in order of days. Whether a kind comes again, and when first, is what
 * `company-due` says; from then on it comes each period, on the day of the month of its last
 * time, with the mean of its last three amounts. None where no month is known, and so no next one.
 */
export function comingLumps(
  lumps: readonly Lump[],
  due: readonly RegularPayment[],
  next: Time,
  {months}: {months: number},
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

/** The day of a month, or the month's last where it is shorter. */
function onDay(month: number, dayOfMonth: number): Date {
  const last = new Date(+monthDate(month + 1) - dayMs).getUTCDate();
  return new Date(+monthDate(month) + (Math.min(dayOfMonth, last) - 1) * dayMs);
}
