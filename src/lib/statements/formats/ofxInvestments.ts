/** The movements of a depot in OFX: purchases, sales, income, and the cash that they cost or brought. */
import type {Decimal} from "../../investing/decimal.js";
import {absolute, formatAmount, formatDecimal, plus} from "../amount.js";
import type {LeftOut, Problem} from "../ledgerRows.js";
import type {DecimalMark} from "../numberStyle.js";
import type {BrokerMovement, StatementTrade} from "../statement.js";
import {type Booking, statedDecimal} from "./booking.js";
import {type Element, elementAt, elementsNamed, firstText, textAt} from "./element.js";
import {ofxDay} from "./ofxDay.js";

export interface OfxKnown {
  readonly mark: DecimalMark;
  /** What each security is called, by its id. */
  readonly symbols: ReadonlyMap<string, string>;
}

export interface InvestmentReading {
  readonly bookings: Booking[];
  readonly trades: StatementTrade[];
  readonly movements: BrokerMovement[];
  readonly leftOut: LeftOut[];
  readonly problems: Problem[];
}

const kinds =
  /^(BUY|SELL)(STOCK|MF|DEBT|OPT|OTHER)$|^(REINVEST|INCOME|INVEXPENSE|MARGININTEREST|RETOFCAP)$/;
/** Securities that come, go or change without money. */
const moneyless = /^(TRANSFER|SPLIT|JRNLSEC|JRNLFUND|CLOSUREOPT)$/;

/** The depot's movements; none in another account. */
export function ofxInvestments(
  statement: Element,
  of: {readonly account: string; readonly currency: string},
  known: OfxKnown,
): InvestmentReading {
  const reading: InvestmentReading = {
    bookings: [],
    trades: [],
    movements: [],
    leftOut: [],
    problems: [],
  };
  for (const each of elementAt(statement, "INVTRANLIST")?.children ?? []) {
    if (moneyless.test(each.name)) reading.leftOut.push({line: each.line, reason: "note"});
    else if (kinds.test(each.name)) addInvestment(reading, each, of, known);
  }
  return reading;
}

function addInvestment(
  {bookings, trades, movements, problems}: InvestmentReading,
  each: Element,
  {account, currency: own}: {readonly account: string; readonly currency: string},
  {mark, symbols}: OfxKnown,
): void {
  const {name, line} = each;
  const inner = elementAt(each, "INVBUY") ?? elementAt(each, "INVSELL") ?? each;
  const date = ofxDay(textAt(inner, "INVTRAN", "DTTRADE"));
  if (!each.isClosed || date === undefined) {
    const reason = each.isClosed ? "no date" : "the file breaks off within the booking";
    problems.push({line, column: name, value: textAt(inner, "INVTRAN", "DTTRADE"), reason});
    return;
  }
  const number = (path: string) => statedDecimal(textAt(inner, path), mark);
  const currency = textAt(inner, "CURRENCY", "CURSYM") || own;
  const symbol =
    symbols.get(textAt(inner, "SECID", "UNIQUEID")) ?? textAt(inner, "SECID", "UNIQUEID");
  const total = number("TOTAL");
  const [units, price] = [number("UNITS"), number("UNITPRICE")];
  const isTrade = /^(BUY|SELL|REINVEST)/.test(name);
  if (isTrade && units)
    trades.push({
      date,
      symbol,
      side: name.startsWith("SELL") ? "sell" : "buy",
      quantity: formatDecimal(absolute(units)),
      price: price ? formatDecimal(absolute(price)) : "",
      fee: feeIn([number("COMMISSION"), number("FEES"), number("LOAD")]),
      currency,
      line,
    });
  const kind = movementOf(each);
  if (kind && total) {
    const amount = formatAmount(name === "REINVEST" ? absolute(total) : total);
    movements.push({kind, date, symbol, amount, currency, line});
  }
  // what is reinvested comes and goes at once
  if (total && name !== "REINVEST")
    bookings.push({
      date,
      valueDate: ofxDay(textAt(inner, "INVTRAN", "DTSETTLE")) ?? "",
      amount: total,
      currency,
      description: textAt(inner, "INVTRAN", "MEMO") || symbol,
      account,
      bankId: textAt(inner, "INVTRAN", "FITID"),
      line,
    });
}

function feeIn(fees: readonly (Decimal | undefined)[]): string {
  const paid = fees.filter((fee) => fee !== undefined).map(absolute);
  return paid.length === 0 ? "" : formatAmount(paid.reduce(plus));
}

function movementOf(each: Element): BrokerMovement["kind"] | undefined {
  if (each.name === "INVEXPENSE") return "fee";
  if (each.name === "MARGININTEREST") return "interest";
  if (each.name !== "INCOME" && each.name !== "REINVEST") return undefined;
  return textAt(each, "INCOMETYPE") === "INTEREST" ? "interest" : "dividend";
}

/** What each security is called: by its ticker, its ISIN, else its name. */
export function symbolsIn(root: Element): ReadonlyMap<string, string> {
  return new Map(
    elementsNamed(root, ["SECINFO"]).map((info) => {
      const id = textAt(info, "SECID", "UNIQUEID");
      const isin = textAt(info, "SECID", "UNIQUEIDTYPE") === "ISIN" ? id : "";
      return [id, textAt(info, "TICKER") || isin || firstText(info, "SECNAME") || id];
    }),
  );
}
