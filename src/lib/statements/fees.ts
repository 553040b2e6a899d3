/** Fees in columns of their own: beside the amount, or in it already. */
import type {Decimal} from "../investing/decimal.js";
import {absolute, asNumber, negative, plus} from "./amount.js";
import type {Columns} from "./columns.js";
import type {LedgerRow} from "./ledgerRows.js";
import type {Unsigned} from "./unsigned.js";

/** A way to read what a row did to the account. */
export interface Convention {
  /** As the report says it. */
  readonly name: string;
  readonly amountOf: (row: LedgerRow) => Decimal | undefined;
  /** Whether nothing but habit speaks for it. */
  readonly isDoubtful?: boolean;
  /** What stands for the signs of amounts that are written without any. */
  readonly unsigned?: Unsigned;
  /** Whether a row holds two amounts, of which the difference is taken. */
  readonly isNetted?: (row: LedgerRow) => boolean;
  /** Whether fees come off beside the amount. */
  readonly isFeeBeside?: boolean;
}

/** The column of what a row moved: after fees where the file has both. */
export function amountColumn(columns: Columns): number {
  const net = columns.first("netAmount");
  const gross = columns.first("amount");
  const hasFees = columns.first("fee", "commission", "tax") >= 0;
  return net >= 0 && (gross < 0 || hasFees) ? net : gross;
}

/** A fee of its own comes off beside the amount, or is in it already. */
export function withFees(
  rows: readonly LedgerRow[],
  columns: Columns,
  amount: number,
  convention: Convention,
): Convention[] {
  const isNet = amount >= 0 && columns.of("netAmount").includes(amount);
  const fees = [...columns.of("fee"), ...columns.of("commission"), ...columns.of("tax")];
  const isCharged = rows.some(({amounts}) => fees.some((column) => amounts[column]?.digits));
  if (!isCharged) return [convention];
  const beside: Convention = {
    ...convention,
    name: `${convention.name}, fees beside`,
    isFeeBeside: true,
    amountOf: (row) => {
      const value = convention.amountOf(row);
      if (!value) return undefined;
      return fees.reduce((sum, column) => {
        const fee = row.amounts[column];
        return fee ? plus(sum, negative(absolute(fee))) : sum;
      }, value);
    },
  };
  const isInside = columns.first("quantity") >= 0 && !isGross(rows, columns, amount, fees);
  return isNet || isInside ? [convention, beside] : [beside, convention];
}

/** Whether a broker's amounts are quantity × price, to which its fees come. */
function isGross(
  rows: readonly LedgerRow[],
  columns: Columns,
  amount: number,
  fees: readonly number[],
): boolean {
  const [quantity, price] = [columns.first("quantity"), columns.first("price")];
  let [gross, net] = [0, 0];
  for (const {amounts} of rows) {
    const [paid, count, each] = [amounts[amount], amounts[quantity], amounts[price]];
    const fee = fees.reduce((sum, column) => sum + Math.abs(numberOf(amounts[column])), 0);
    if (!paid || !count || !each || fee === 0) continue;
    const worth = Math.abs(asNumber(count) * asNumber(each));
    const off = Math.abs(Math.abs(asNumber(paid)) - worth);
    if (off < fee / 2) gross++;
    else net++;
  }
  return gross > net;
}

const numberOf = (value: Decimal | undefined): number => (value ? asNumber(value) : 0);
