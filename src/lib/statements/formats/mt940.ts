/**
 * MT940, the statement of the SWIFT network, as banks hand it to customers: fields between colons, several
 * statements in a file, with or without the envelope of the network. Order is not relied on but for `:86:`, which
 * tells of the `:61:` before it.
 */
import {negative} from "../amount.js";
import {dayIn} from "../dateText.js";
import type {LeftOut, Problem} from "../ledgerRows.js";
import type {Fact} from "../statement.js";
import {StatementError} from "../statementError.js";
import {type Booking, bookingRows, statedDecimal} from "./booking.js";
import type {FormatReading} from "./formatReading.js";
import {type Mt940Field, mt940Fields} from "./mt940Fields.js";
import {mt940Line} from "./mt940Line.js";
import {mt940Text} from "./mt940Text.js";
import {balanceFact, balanceProofs, type Proven, type ReadBalance} from "./statedBalance.js";

/** Reads MT940. Throws `StatementError` where it has neither a booking nor a balance. */
export function readMt940(text: string): FormatReading {
  const statements = mt940Fields(text).map(statementOf);
  if (statements.every(({lineCount, opening, closing}) => lineCount === 0 && !opening && !closing))
    throw new StatementError("no statement: MT940 without a booking (:61:) or a balance (:60F:)");
  const sorted = bookingRows(statements.flatMap(({bookings}) => bookings));
  return {
    format: "MT940",
    rows: sorted.rows,
    trades: [],
    movements: [],
    facts: statements.flatMap(({facts}) => facts),
    leftOut: [...sorted.leftOut, ...statements.flatMap(({leftOut}) => leftOut)],
    problems: statements.flatMap(({problems}) => problems),
    ...proofsOf(statements),
  };
}

function proofsOf(statements: readonly Mt940Statement[]): ReturnType<typeof balanceProofs> {
  const {doubts, ...proofs} = balanceProofs(statements);
  const last = statements.at(-1);
  const isCut = last && last.lineCount > 0 && last.opening && !last.closing;
  return {
    ...proofs,
    doubts: isCut
      ? [...doubts, "the last statement has no closing balance (is the file whole?)"]
      : doubts,
  };
}

interface Mt940Statement extends Proven {
  readonly bookings: readonly Booking[];
  /** How many `:61:` it has. */
  readonly lineCount: number;
  readonly facts: readonly Fact[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
}

function statementOf(fields: readonly Mt940Field[]): Mt940Statement {
  const first = (tag: RegExp) => fields.find((field) => tag.test(field.tag));
  const account = accountNumber((first(/^25P?$/)?.lines[0] ?? "").replace(/^\//, "").trim());
  const balances = fields.flatMap((field) => balanceOf(field, account) ?? []);
  const opening = balances.find(({kind}) => kind === "opening");
  const closing = balances.findLast(({kind}) => kind === "closing");
  const currency = (opening ?? closing)?.currency ?? "";
  const bookings: Booking[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  for (const [at, field] of fields.entries()) {
    if (field.tag !== "61") continue;
    const {line, lines} = field;
    const read = mt940Line(lines);
    if (read === undefined)
      problems.push({line, column: ":61:", value: lines[0]!.slice(0, 60), reason: "no booking"});
    else if (read.isExpected) leftOut.push({line, reason: "pending"});
    else {
      const next = fields[at + 1];
      const told = next?.tag === "86" ? mt940Text(next.lines) : undefined;
      bookings.push({
        date: read.date,
        valueDate: read.valueDate,
        amount: read.amount,
        bankId: read.bankId,
        currency,
        account,
        counterparty: told?.counterparty ?? "",
        counterpartyAccount: told?.counterpartyAccount ?? "",
        description: told?.description || read.supplement,
        line,
      });
    }
  }
  const facts = [
    ...fields.flatMap(({tag, lines, line}) =>
      /^(25P?|28C?)$/.test(tag)
        ? [{key: tag.startsWith("25") ? "account" : "statement", value: lines[0]!.trim(), line}]
        : [],
    ),
    ...[opening, closing].flatMap((balance) => (balance ? [balanceFact(balance)] : [])),
  ];
  const amounts = bookings.map(({amount}) => amount);
  const lineCount = bookings.length + leftOut.length + problems.length;
  return {bookings, lineCount, facts, leftOut, problems, opening, closing, amounts};
}

/** `NL44RABO0123456789 EUR` and `DE…EUR` without the currency behind. */
const accountNumber = (text: string): string =>
  text.replace(/^([A-Z]{2}\d{2}[A-Z0-9]{10,27}?) ?[A-Z]{3}$/, "$1");

function balanceOf({tag, lines, line}: Mt940Field, account: string): ReadBalance | undefined {
  if (!/^6[02][FM]$/.test(tag)) return undefined;
  const match = /^([CD])(\d\d)(\d\d)(\d\d)([A-Z]{3})([\d.,]+)/.exec(lines[0]!.trim());
  const size = statedDecimal(match?.[6] ?? "", ",");
  if (!match || !size) return undefined;
  const [, side, year, month, day, currency] = match as unknown as string[];
  const date = {parts: [year!, month!, day!], orders: ["ymd"], mark: ""} as const;
  return {
    kind: tag.startsWith("60") ? "opening" : "closing",
    account,
    day: dayIn(date, "ymd") ?? "",
    amount: side === "D" ? negative(size) : size,
    currency: currency!,
    line,
  };
}
