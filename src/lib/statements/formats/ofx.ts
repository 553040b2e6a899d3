/** OFX and QFX: accounts, cards and depots, in SGML (1.x) or XML (2.x). */

import type {LeftOut, Problem} from "../ledgerRows.js";
import {type DecimalMark, decimalMarks} from "../numberStyle.js";
import type {Fact} from "../statement.js";
import {StatementError} from "../statementError.js";
import {type Booking, bookingRows, statedDecimal} from "./booking.js";
import {childrenOf, type Element, elementAt, elementsNamed, firstText, textAt} from "./element.js";
import type {FormatReading} from "./formatReading.js";
import {ofxDay} from "./ofxDay.js";
import {
  type InvestmentReading,
  type OfxKnown,
  ofxInvestments,
  symbolsIn,
} from "./ofxInvestments.js";
import {ofxTree} from "./ofxTree.js";
import {balanceFact, type ReadBalance, statedBalance} from "./statedBalance.js";

/** Reads OFX. Throws `StatementError` where no account is in it. */
export function readOfx(text: string): FormatReading {
  const root = ofxTree(text);
  const statements = elementsNamed(root, ["STMTRS", "CCSTMTRS", "INVSTMTRS"]);
  if (statements.length === 0) throw noStatement(root);
  const mark = decimalMark(root);
  const symbols = symbolsIn(root);
  const read = statements.map((statement) => statementOf(statement, {mark, symbols}));
  const sorted = bookingRows(read.flatMap(({bookings}) => bookings));
  const isXml = /<\?OFX/i.test(text.slice(0, 2000));
  const isWhole = elementsNamed(root, ["OFX"]).every(({isClosed}) => isClosed);
  return {
    format: `OFX ${isXml ? "2" : "1"}`,
    rows: sorted.rows,
    trades: read.flatMap(({trades}) => trades),
    movements: read.flatMap(({movements}) => movements),
    facts: read.flatMap(({facts}) => facts),
    balances: read.flatMap(({closing}) => (closing ? [statedBalance(closing)] : [])),
    leftOut: [...sorted.leftOut, ...read.flatMap(({leftOut}) => leftOut)],
    problems: read.flatMap(({problems}) => problems),
    doubts: isWhole ? [] : ["the file has no end (is it whole?)"],
    balanceCount: undefined,
  };
}

/** What the bank says where it gives no statement. */
function noStatement(root: Element): StatementError {
  const status = elementsNamed(root, ["STATUS"]).find((each) => textAt(each, "CODE") !== "0");
  const said = status ? `: the bank says ${firstText(status, "MESSAGE", "CODE")}` : "";
  return new StatementError(`no statement: OFX without the bookings of an account${said}`);
}

const amountNames = ["TRNAMT", "BALAMT", "TOTAL", "UNITPRICE", "COMMISSION", "FEES"];

/** Some banks write the comma of their country. */
function decimalMark(root: Element): DecimalMark {
  const rows = elementsNamed(root, amountNames).map(({text, line}) => ({line, cells: [text]}));
  return decimalMarks(rows, [0]).get(0) ?? ".";
}

interface OfxStatement extends InvestmentReading {
  readonly closing: ReadBalance | undefined;
  readonly facts: readonly Fact[];
}

function statementOf(statement: Element, known: OfxKnown): OfxStatement {
  const currency = textAt(statement, "CURDEF");
  const from = ["BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"]
    .map((name) => elementAt(statement, name))
    .find(Boolean);
  const account = textAt(from, "ACCTID");
  const of = {account, currency};
  const listed = elementsNamed(statement, ["STMTTRN"]).map((each) => bookingOf(each, of, known));
  const broker = ofxInvestments(statement, of, known);
  const pending = elementsNamed(statement, ["STMTTRNP"]);
  const closing = closingBalance(elementAt(statement, "LEDGERBAL"), of, known);
  return {
    bookings: [
      ...listed.flatMap((each) => ("amount" in each ? [each] : [])),
      ...broker.bookings,
    ].sort((a, b) => a.line - b.line),
    trades: broker.trades,
    movements: broker.movements,
    leftOut: [...broker.leftOut, ...pending.map(({line}): LeftOut => ({line, reason: "pending"}))],
    problems: [...listed.flatMap((each) => ("reason" in each ? [each] : [])), ...broker.problems],
    facts: [
      ...(from ? [{key: "account", value: account, line: from.line}] : []),
      ...(closing ? [balanceFact(closing)] : []),
    ],
    closing,
  };
}

function closingBalance(
  balance: Element | undefined,
  of: {account: string; currency: string},
  {mark}: OfxKnown,
): ReadBalance | undefined {
  const amount = statedDecimal(textAt(balance, "BALAMT"), mark);
  if (!balance || !amount) return undefined;
  const day = ofxDay(textAt(balance, "DTASOF")) ?? "";
  return {kind: "closing", ...of, day, amount, line: balance.line};
}

function bookingOf(
  each: Element,
  {account, currency}: {account: string; currency: string},
  {mark}: OfxKnown,
): Booking | Problem {
  const {line} = each;
  if (!each.isClosed)
    return {line, column: "STMTTRN", value: "", reason: "the file breaks off within the booking"};
  const [day, said] = [textAt(each, "DTPOSTED"), textAt(each, "TRNAMT")];
  const date = ofxDay(day);
  const amount = statedDecimal(said, mark);
  if (date === undefined) return {line, column: "DTPOSTED", value: day, reason: "no date"};
  if (!amount) return {line, column: "TRNAMT", value: said, reason: "no amount"};
  const [other] = [...childrenOf(each, "BANKACCTTO"), ...childrenOf(each, "CCACCTTO")];
  return {
    date,
    valueDate: ofxDay(textAt(each, "DTAVAIL")) ?? "",
    amount,
    // an original currency (ORIGCURRENCY) is converted already
    currency: textAt(each, "CURRENCY", "CURSYM") || currency,
    counterparty: firstText(each, "EXTDNAME", "NAME", "PAYEE/NAME"),
    counterpartyAccount: textAt(other, "ACCTID"),
    description: textAt(each, "MEMO"),
    account,
    bankId: textAt(each, "FITID"),
    line,
  };
}
