/** The line of a booking, `:61:2401310131DR12,34NMSCNONREF//B4A31`. */

import {dayOf, parseDay} from "../../day.js";
import type {Decimal} from "../../investing/decimal.js";
import {negative} from "../amount.js";
import {dayIn} from "../dateText.js";
import {statedDecimal} from "./booking.js";

export interface Mt940Line {
  readonly date: string;
  readonly valueDate: string;
  /** Signed. */
  readonly amount: Decimal;
  /** The bank's own reference; empty where it has none. */
  readonly bankId: string;
  /** What stands in the lines below. */
  readonly supplement: string;
  /** Whether it is announced and not booked. */
  readonly isExpected: boolean;
}

/** Value day, entry day, mark, third letter of the currency, amount, kind, references. */
const shape =
  /^(\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2}))?(E?[CD]|R[CD])([A-Z])?(\d[\d.]*,?\d*)([NFS][A-Z0-9]{3})?(.*)$/;

/** What the lines of a `:61:` say; undefined where they say no booking. */
export function mt940Line([first = "", ...rest]: readonly string[]): Mt940Line | undefined {
  const match = shape.exec(first.trim());
  if (!match) return undefined;
  const [, year, month, day, entryMonth, entryDay, mark = "", , number = "", , references = ""] =
    match;
  const valueDate = valueDay(year!, month!, day!);
  const size = statedDecimal(number, ",");
  if (valueDate === undefined || !size) return undefined;
  const date = entryMonth ? entryDate(valueDate, Number(entryMonth), Number(entryDay)) : valueDate;
  const bankId = references.split("//")[1]?.trim() ?? "";
  // the reversal of a credit takes money, that of a debit gives it back
  const isSpent = /^(E?D|RC)$/.test(mark);
  return {
    date,
    valueDate,
    amount: isSpent ? negative(size) : size,
    bankId: /^NONREF$/i.test(bankId) ? "" : bankId,
    supplement: rest.join(" "),
    isExpected: mark.startsWith("E"),
  };
}

/**
 * German banks count interest by months of 30 days and write 29 or 30 February in any year: it is the last day that
 * the month has. Undefined for any other day that the calendar has not.
 */
function valueDay(year: string, month: string, day: string): string | undefined {
  const dayAt = (day: string) =>
    dayIn({parts: [year, month, day], orders: ["ymd"], mark: ""}, "ymd");
  const isEndOfFebruary = month === "02" && (day === "29" || day === "30");
  return isEndOfFebruary ? (dayAt("29") ?? dayAt("28")) : dayAt(day);
}

/** A day without a year in the year that is nearest to the value day: across New Year it is the other one. */
function entryDate(valueDate: string, month: number, day: number): string {
  const value = parseDay(valueDate);
  const year = Number(valueDate.slice(0, 4));
  const near = [year, year - 1, year + 1].reduce((best, next) =>
    Math.abs(dayOf(next, month, day) - value) < Math.abs(dayOf(best, month, day) - value)
      ? next
      : best,
  );
  const parts = [String(near), String(month), String(day)] as const;
  return dayIn({parts, orders: ["ymd"], mark: ""}, "ymd") ?? valueDate;
}
