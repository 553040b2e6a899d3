/**
 * The price of a trade whose row has none: what was paid, without its fees, for one. Whether the fees are in the amount
 * is told by a column of gross amounts, by the balance, or by the prices that come out: prices are round numbers.
 */
import {type Decimal, formatScaled} from "../investing/decimal.js";
import {roundedQuotient, toSafeNumber} from "../investing/exact.js";
import {absolute, negative, plus} from "./amount.js";
import type {Columns} from "./columns.js";
import {amountColumn} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";

const priceDecimals = 6;
const nothing: Decimal = {digits: 0n, decimals: 2};

export interface PricedTrade {
  readonly row: LedgerRow;
  readonly isSold: boolean;
}

/** Finds prices; `isFeeBeside` where the balance proves it. A price is empty where a row has no amount. */
export function derivedPrices(
  trades: readonly PricedTrade[],
  columns: Columns,
  isFeeBeside: boolean | undefined,
): (trade: PricedTrade) => string {
  const paid = amountColumn(columns);
  const isNet = columns.of("netAmount").includes(paid);
  const gross = isNet ? columns.of("amount")[0] : undefined;
  const quantity = columns.first("quantity");
  const charges = [...columns.of("commission"), ...columns.of("fee"), ...columns.of("tax")];
  const chargeIn = ({amounts}: LedgerRow) =>
    charges
      .flatMap((column) => amounts[column] ?? [])
      .map(absolute)
      .reduce(plus, nothing);
  const priceOf = ({row, isSold}: PricedTrade, isBeside: boolean) => {
    const whole = gross === undefined ? undefined : row.amounts[gross];
    const [value, count] = [whole ?? row.amounts[paid], row.amounts[quantity]];
    if (!value || !count) return "";
    const charge = whole || isBeside ? nothing : chargeIn(row);
    const worth = plus(absolute(value), isSold ? charge : negative(charge));
    return quotient(worth.digits > 0n ? worth : absolute(value), absolute(count));
  };
  const lettersOf = (isBeside: boolean) =>
    trades.reduce((sum, trade) => sum + fractionOf(priceOf(trade, isBeside)), 0);
  const isBeside = isFeeBeside ?? lettersOf(true) < lettersOf(false);
  return (trade) => priceOf(trade, isBeside);
}

function quotient(value: Decimal, count: Decimal): string {
  if (value.digits === 0n || count.digits === 0n) return "";
  const price = roundedQuotient(
    value.digits * 10n ** BigInt(count.decimals + priceDecimals),
    count.digits * 10n ** BigInt(value.decimals),
  );
  return formatScaled(toSafeNumber(price), priceDecimals);
}

const fractionOf = (price: string): number => price.split(".")[1]?.length ?? 0;
