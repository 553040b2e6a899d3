/** Rows of structured formats, which name each thing. */
import type {Decimal} from "../../investing/decimal.js";
import {formatAmount, isZero} from "../amount.js";
import {maybeAmount} from "../amountText.js";
import {type DecimalMark, signedNumber} from "../numberStyle.js";
import {collapsed} from "../rowTexts.js";
import type {StatementRow} from "../statement.js";
import type {FormatReading} from "./formatReading.js";

export type Booking = Pick<StatementRow, "date" | "line"> &
  Partial<Omit<StatementRow, "amount">> & {readonly amount: Decimal};

/** A row of what is known; the rest of it is empty. */
export function bookingRow({amount, ...known}: Booking): StatementRow {
  return {
    date: known.date,
    valueDate: known.valueDate ?? "",
    amount: formatAmount(amount),
    balance: "",
    currency: known.currency ?? "",
    counterparty: collapsed(known.counterparty ?? "").trim(),
    counterpartyAccount: known.counterpartyAccount ?? "",
    description: collapsed(known.description ?? "").trim(),
    category: known.category ?? "",
    account: known.account ?? "",
    bankId: known.bankId ?? "",
    line: known.line,
  };
}

/** Sorts bookings: of nothing, no row is made. */
export function bookingRows(bookings: readonly Booking[]): Pick<FormatReading, "rows" | "leftOut"> {
  return {
    rows: bookings.filter(({amount}) => !isZero(amount)).map(bookingRow),
    leftOut: bookings
      .filter(({amount}) => isZero(amount))
      .map(({line}) => ({line, reason: "zero amount"})),
  };
}

/** The signed decimal of a text such as `-12.5` or `1234,`; undefined where it is none. */
export function statedDecimal(text: string, mark: DecimalMark): Decimal | undefined {
  const amount = maybeAmount(text.trim());
  return amount && signedNumber(amount, mark);
}
