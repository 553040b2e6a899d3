/** Trades and the other movements of a broker's file: each by the words of its kind, else by its quantity. */
import type {Decimal} from "../investing/decimal.js";
import {absolute, formatAmount, formatDecimal, isZero, plus} from "./amount.js";
import {brokerKind} from "./brokerKinds.js";
import type {Columns} from "./columns.js";
import type {Role} from "./columnWords.js";
import {currencyNamed} from "./currency.js";
import {derivedPrices, type PricedTrade} from "./derivedPrices.js";
import {amountColumn} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";
import {collapsed} from "./rowTexts.js";
import type {BrokerMovement, StatementTrade} from "./statement.js";

/** The trades and movements of a table; none where it has no securities. `isFeeBeside` where the balance proves it. */
export function brokerRows(
  rows: readonly LedgerRow[],
  columns: Columns,
  isFeeBeside: boolean | undefined,
): {trades: StatementTrade[]; movements: BrokerMovement[]} {
  const isBroker =
    columns.first("quantity") >= 0 &&
    columns.first("symbol", "isin", "wkn", "security", "price") >= 0;
  const trades: (StatementTrade & PricedTrade)[] = [];
  const movements: BrokerMovement[] = [];
  if (!isBroker) return {trades: [], movements};
  for (const row of rows) {
    const told = brokerKind(row, columns);
    const side = told === "buy" || told === "sell" ? told : undefined;
    const kind = side || !told ? undefined : (told as BrokerMovement["kind"]);
    const quantity = row.amounts[columns.first("quantity")];
    const value = row.amounts[amountColumn(columns)];
    const named = symbolOf(row, columns, ["symbol", "isin", "wkn", "security"]);
    const symbol = named || (kind ? "" : symbolOf(row, columns, ["description"]));
    const {date, line} = row;
    if (kind) {
      if (value)
        movements.push({
          kind,
          date,
          symbol,
          amount: formatAmount(value),
          currency: currencyBeside(row, columns, amountColumn(columns)),
          line,
        });
    } else if (
      quantity &&
      !isZero(quantity) &&
      symbol !== "" &&
      (side || value || row.amounts[columns.first("price")])
    ) {
      const isSold = side
        ? side === "sell"
        : quantity.digits < 0n ||
          (value !== undefined && value.digits > 0n && hasBothSigns(rows, columns));
      trades.push({
        row,
        isSold,
        date,
        symbol,
        side: isSold ? "sell" : "buy",
        quantity: formatDecimal(absolute(quantity)),
        price: "",
        fee: feeOf(row, columns),
        currency: tradeCurrency(row, columns),
        line,
      });
    }
  }
  return {trades: withPrices(trades, columns, isFeeBeside), movements};
}

/** With the prices of the file, and those that follow from amounts where it has none. */
function withPrices(
  trades: readonly (StatementTrade & PricedTrade)[],
  columns: Columns,
  isFeeBeside: boolean | undefined,
): StatementTrade[] {
  const priced = columns.first("price");
  const unpriced = trades.filter(({row}) => priced < 0 || !row.amounts[priced]);
  const derived = derivedPrices(unpriced, columns, isFeeBeside);
  return trades.map(({row, isSold, ...trade}) => {
    const price = priced < 0 ? undefined : row.amounts[priced];
    return {...trade, price: price ? formatDecimal(absolute(price)) : derived({row, isSold})};
  });
}

/** The currency of the price: beside it or in its heading, else that of the amount. */
function tradeCurrency(row: LedgerRow, columns: Columns): string {
  const [price, amount] = [columns.first("price"), amountColumn(columns)];
  const said = currencyBeside(row, columns, price) || currencyBeside(row, columns, amount);
  if (said) return said;
  // London quotes in pence what it settles in pounds
  if (price >= 0 && /\(p\)|\bpence\b/i.test(columns.name(price))) return "GBX";
  return currencyNamed(columns.name(price)) || currencyNamed(columns.name(amount));
}

function hasBothSigns(rows: readonly LedgerRow[], columns: Columns): boolean {
  const column = amountColumn(columns);
  return rows.some((row) => (row.amounts[column]?.digits ?? 0n) < 0n);
}

function symbolOf({cells}: LedgerRow, columns: Columns, roles: readonly Role[]): string {
  for (const role of roles)
    for (const column of columns.of(role)) {
      const text = collapsed(cells[column] ?? "");
      if (text !== "") return text;
    }
  return "";
}

/** Commissions and fees together, positive. */
function feeOf(row: LedgerRow, columns: Columns): string {
  const all = [...columns.of("commission"), ...columns.of("fee")];
  const total = all.find((column) => /^total/i.test(columns.name(column)));
  const fees = (total === undefined ? all : [total]).flatMap((column) => row.amounts[column] ?? []);
  return fees.length === 0
    ? ""
    : formatAmount(fees.map(absolute).reduce(plus, {digits: 0n, decimals: 2} as Decimal));
}

/** The currency in a number's own cell, in the column beside it, or of the row. */
function currencyBeside(row: LedgerRow, columns: Columns, column: number): string {
  const own = row.amounts[column]?.currency;
  if (own) return own;
  const listed = columns.of("currency");
  const beside = [column + 1, column - 1].find((at) => listed.includes(at)) ?? listed[0] ?? -1;
  return (row.cells[beside] ?? "").toUpperCase();
}
