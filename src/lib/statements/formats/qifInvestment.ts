/** A record of a depot in QIF: its action says what was done. */
import type {Decimal} from "../../investing/decimal.js";
import {absolute, formatAmount, formatDecimal, negative} from "../amount.js";
import type {DecimalMark} from "../numberStyle.js";
import type {BrokerMovement, StatementTrade} from "../statement.js";
import {type Booking, statedDecimal} from "./booking.js";
import {type QifRecord, valueUnder} from "./qifRecords.js";

export interface QifInvestment {
  readonly bookings: readonly Booking[];
  readonly trades: readonly StatementTrade[];
  readonly movements: readonly BrokerMovement[];
}

interface Action {
  readonly trade?: "buy" | "sell";
  readonly movement?: BrokerMovement["kind"];
  /** Whether money came or went; a movement of both has neither. */
  readonly cash?: "in" | "out";
}

/** By the name without the X, which says that the money is of another account. */
const actions: Readonly<Record<string, Action>> = {
  buy: {trade: "buy", cash: "out"},
  cvrshrt: {trade: "buy", cash: "out"},
  sell: {trade: "sell", cash: "in"},
  shtsell: {trade: "sell", cash: "in"},
  div: {movement: "dividend", cash: "in"},
  cglong: {movement: "dividend", cash: "in"},
  cgmid: {movement: "dividend", cash: "in"},
  cgshort: {movement: "dividend", cash: "in"},
  intinc: {movement: "interest", cash: "in"},
  rtrncap: {cash: "in"},
  miscinc: {cash: "in"},
  miscexp: {movement: "fee", cash: "out"},
  margint: {movement: "interest", cash: "out"},
  reinvdiv: {trade: "buy", movement: "dividend"},
  reinvlg: {trade: "buy", movement: "dividend"},
  reinvmd: {trade: "buy", movement: "dividend"},
  reinvsh: {trade: "buy", movement: "dividend"},
  reinvint: {trade: "buy", movement: "interest"},
  xin: {movement: "deposit", cash: "in"},
  contrib: {movement: "deposit", cash: "in"},
  xout: {movement: "withdrawal", cash: "out"},
  withdrw: {movement: "withdrawal", cash: "out"},
};

interface Known {
  readonly date: string;
  readonly mark: DecimalMark;
  readonly symbols: ReadonlyMap<string, string>;
}

/** What a record did; with a reason, where it moved no money. */
export function qifInvestment(
  record: QifRecord,
  {date, mark, symbols}: Known,
): QifInvestment | (QifInvestment & {readonly reason: "note"}) {
  const {line, account} = record;
  const name = valueUnder(record, "N").toLowerCase();
  const number = (...letters: string[]) => statedDecimal(valueUnder(record, ...letters), mark);
  const said = number("T", "U", "$");
  const action = actions[name] ?? actions[name.replace(/x$/, "")] ?? cashAction(name, said);
  const [bookings, trades, movements] = [[], [], []] as [
    Booking[],
    StatementTrade[],
    BrokerMovement[],
  ];
  if (!action) return {bookings, trades, movements, reason: "note"};
  const security = valueUnder(record, "Y");
  const symbol = symbols.get(security) || security;
  const [quantity, price, fee] = [number("Q"), number("I"), number("O")];
  if (action.trade && quantity)
    trades.push({
      date,
      symbol,
      side: action.trade,
      quantity: formatDecimal(absolute(quantity)),
      price: price ? formatDecimal(absolute(price)) : "",
      fee: fee ? formatAmount(absolute(fee)) : "",
      currency: "",
      line,
    });
  if (said) {
    const amount = action.cash === "out" ? negative(absolute(said)) : absolute(said);
    if (action.movement)
      movements.push({
        kind: action.movement,
        date,
        symbol,
        amount: formatAmount(amount),
        currency: "",
        line,
      });
    if (action.cash)
      bookings.push({
        date,
        amount,
        counterparty: valueUnder(record, "P"),
        description: valueUnder(record, "M") || security,
        account,
        line,
      });
  }
  return {bookings, trades, movements};
}

/** `Cash` goes as its amount is signed; a record without an action is cash too. */
function cashAction(name: string, amount: Decimal | undefined): Action | undefined {
  if ((name !== "cash" && name !== "") || !amount) return undefined;
  return amount.digits < 0n
    ? {movement: "withdrawal", cash: "out"}
    : {movement: "deposit", cash: "in"};
}
