/**
 * QIF, the format of Quicken: records of lines that begin with a letter. It says neither the currency nor the order
 * of its dates nor the mark before its cents; the last two are found as in delimited files, or asked.
 */
import {isZero, negative, plus} from "../amount.js";
import {dateOrders} from "../dateOrder.js";
import {type DateOrder, dayIn, maybeDate} from "../dateText.js";
import type {LeftOut, Problem} from "../ledgerRows.js";
import {type DecimalMark, decimalMarks} from "../numberStyle.js";
import type {BrokerMovement, StatementTrade} from "../statement.js";
import {StatementError} from "../statementError.js";
import {type Booking, bookingRows, statedDecimal} from "./booking.js";
import type {FormatReading} from "./formatReading.js";
import {qifInvestment} from "./qifInvestment.js";
import {type QifRecord, qifRecords, valuesUnder, valueUnder} from "./qifRecords.js";
import {balanceFact, type ReadBalance, statedBalance} from "./statedBalance.js";

const ledgers = ["bank", "ccard", "cash", "oth a", "oth l", "port", "invst"];
const letters = "TU$IQO";

/** Reads QIF. Throws `StatementError` without bookings, and `DateOrderError` where its dates have two readings. */
export function readQif(
  text: string,
  {dates}: {readonly dates: DateOrder | undefined},
): FormatReading {
  const all = qifRecords(text);
  const records = all.filter(({section}) => ledgers.includes(section));
  if (records.length === 0)
    throw new StatementError("no statement: QIF without the bookings of an account");
  const order = dateOrderOf(records, dates);
  const mark = decimalMarkOf(records);
  const symbols = new Map(
    all
      .filter(({section}) => section === "security")
      .map((record) => [valueUnder(record, "N"), valueUnder(record, "S")]),
  );
  const bookings: Booking[] = [];
  const trades: StatementTrade[] = [];
  const movements: BrokerMovement[] = [];
  const openings: ReadBalance[] = [];
  const leftOut: LeftOut[] = [];
  const problems: Problem[] = [];
  const doubts: string[] = [];
  for (const record of records) {
    const {line} = record;
    const read = record.section === "invst" ? undefined : bookingOf(record, {order, mark});
    const date = dayOfRecord(record, order);
    if (read && "reason" in read) problems.push(read);
    else if (read && isOpening(record)) {
      leftOut.push({line, reason: "balance"});
      const {date: day = "", account = "", amount} = read;
      openings.push({kind: "opening", account, currency: "", day, amount, line});
    } else if (read) {
      bookings.push(read);
      doubts.push(...splitDoubts(record, read, mark));
    } else if (date === undefined)
      problems.push({line, column: "D", value: valueUnder(record, "D"), reason: "no date"});
    else {
      const investment = qifInvestment(record, {date, mark, symbols});
      if ("reason" in investment) leftOut.push({line, reason: investment.reason});
      bookings.push(...investment.bookings);
      trades.push(...investment.trades);
      movements.push(...investment.movements);
    }
  }
  const sorted = bookingRows(bookings);
  const accounts = [...new Set(records.map(({account}) => account).filter(Boolean))];
  return {
    format: "QIF",
    rows: sorted.rows,
    trades,
    movements,
    facts: [
      ...accounts.map((value) => ({key: "account", value, line: 1})),
      ...openings.map(balanceFact),
    ],
    balances: openings.map(statedBalance),
    leftOut: [...sorted.leftOut, ...leftOut],
    problems,
    doubts,
    dateOrder: order,
    balanceCount: undefined,
  };
}

/** `1/ 3' 4` and `1/3'24` as other files write it: an apostrophe stands before years from 2000 on. */
const plainDay = (record: QifRecord): string =>
  valueUnder(record, "D")
    .replace(/\s+/g, "")
    .replace(/'(\d)$/, "/200$1")
    .replace(/'(\d\d)$/, "/20$1");

function dateOrderOf(records: readonly QifRecord[], asked: DateOrder | undefined): DateOrder {
  const rows = records.map((record) => ({
    line: record.line + record.lines.findIndex(({letter}) => letter === "D"),
    cells: [plainDay(record)],
  }));
  return dateOrders(rows, [0], {asked, words: ""}).get(0)!;
}

function dayOfRecord(record: QifRecord, order: DateOrder): string | undefined {
  const date = maybeDate(plainDay(record));
  return date && dayIn(date, date.orders.length === 1 ? date.orders[0]! : order);
}

function decimalMarkOf(records: readonly QifRecord[]): DecimalMark {
  const rows = records.flatMap(({line, lines}) =>
    lines.flatMap(({letter, value}) => (letters.includes(letter) ? [{line, cells: [value]}] : [])),
  );
  return decimalMarks(rows, [0]).get(0) ?? ".";
}

function bookingOf(
  record: QifRecord,
  {order, mark}: {order: DateOrder; mark: DecimalMark},
): Booking | Problem {
  const {line, account, isEnded} = record;
  const date = dayOfRecord(record, order);
  const said = valueUnder(record, "T", "U");
  const amount = statedDecimal(said, mark);
  const cut = isEnded ? "" : ": the file breaks off";
  if (date === undefined)
    return {line, column: "D", value: valueUnder(record, "D"), reason: `no date${cut}`};
  if (!amount) return {line, column: "T", value: said, reason: `no amount${cut}`};
  const category = categoryOf(record);
  const other = /^\[(.*)\]/.exec(category)?.[1];
  return {
    date,
    amount,
    counterparty: valueUnder(record, "P"),
    counterpartyAccount: other ?? "",
    description: valueUnder(record, "M"),
    category: other === undefined ? category : "",
    account,
    line,
  };
}

/** Of the record, or of its splits together. */
function categoryOf(record: QifRecord): string {
  const own = valueUnder(record, "L");
  const splits = [...new Set(valuesUnder(record, "S").filter(Boolean))];
  return splits.length > 0 && (own === "" || /^-+split/i.test(own) || splits.length > 1)
    ? splits.join(", ")
    : own;
}

const isOpening = (record: QifRecord): boolean =>
  /^opening balance$/i.test(valueUnder(record, "P")) && /^(\[.*\])?$/.test(valueUnder(record, "L"));

function splitDoubts(record: QifRecord, {amount}: Booking, mark: DecimalMark): string[] {
  const splits = valuesUnder(record, "$").flatMap((text) => statedDecimal(text, mark) ?? []);
  if (splits.length === 0 || isZero(plus(splits.reduce(plus), negative(amount)))) return [];
  return [`line ${record.line}: the splits do not make up the amount`];
}
