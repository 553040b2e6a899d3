/** The colours and columns of one portfolio's figures. */

import type {Column} from "../../components/columns.js";
import {color, groupColor} from "../../components/palette.js";
import {moneyExact, number, type Value} from "../../lib/format.js";
import type {HoldingRow} from "./holdingRows.js";
import type {PathPart} from "./paths.js";
import type {StepRow} from "./steps.js";
import type {TrailLine} from "./trailRows.js";

/** The account is the story; what it is compared with is context. */
export function pathColor(part: PathPart): string {
  if (part === "value") return color("accent");
  return part === "benchmark" ? groupColor("discretionary") : color("context");
}

/** Totals in the accent, the owner's own money as context, what became of it as gain or loss. */
export function stepColor({kind, amount_eur}: StepRow): string {
  if (kind === "total") return color("accent");
  if (kind === "flow") return color("context");
  return color(amount_eur < 0 ? "loss" : "gain");
}

const shares = (quantity: unknown) => number(quantity as Value, 6);
/** In the currency of the instrument, which its name does not tell. */
const price = (amount: unknown) => moneyExact(amount as Value).replace("€", "");
const euros4 = (amount: unknown) => (amount === null ? "–" : `€${Number(amount).toFixed(4)}`);

export const holdingColumns: Column<HoldingRow>[] = [
  {key: "symbol", label: "Holding"},
  {key: "quantity", label: "Quantity", kind: "number", format: shares},
  {key: "average_cost_eur", label: "Average cost", kind: "money"},
  {key: "price_eur", label: "Price", kind: "money"},
  {key: "value_eur", label: "Value", kind: "money", total: true},
  {key: "weight_share", label: "Weight", kind: "percent", total: true},
  {key: "unrealized_eur", label: "Unrealized", kind: "money", total: true},
  {key: "realized_eur", label: "Realized", kind: "money", total: true},
  {key: "dividend_eur", label: "Dividends", kind: "money", total: true},
  {key: "xirr_share", label: "XIRR", kind: "percent"},
];

export const trailColumns: Column<TrailLine>[] = [
  {key: "day", label: "Day", kind: "day"},
  {key: "what", label: "What, by trade"},
  {key: "quantity", label: "Shares", kind: "number", format: shares},
  {key: "price", label: "Price", kind: "number", format: price},
  {key: "fx_rate", label: "Rate", kind: "number", format: shares},
  {key: "fee_eur", label: "Fee", kind: "money"},
  {key: "cash_eur", label: "Cash", kind: "money"},
  {key: "cost_removed_eur", label: "Cost gone", kind: "money"},
  {key: "realized_eur", label: "Realized", kind: "money"},
  {key: "held", label: "Held", kind: "number", format: shares},
  {key: "cost_eur", label: "Cost", kind: "money"},
  {key: "average_cost_eur", label: "Average", kind: "money", format: euros4},
];
