import type {BalanceCount} from "../balanceCount.js";
import type {Statement} from "../statement.js";

/** What a file of a structured format holds; it has no columns to recognise. */
export interface FormatReading
  extends Pick<
    Statement,
    "rows" | "trades" | "movements" | "facts" | "balances" | "leftOut" | "problems" | "doubts"
  > {
  /** As it is reported: `camt.053.001.08`, `MT940`, … */
  readonly format: string;
  /** The order of dates, where the format leaves it open. */
  readonly dateOrder?: string;
  readonly balanceCount: BalanceCount | undefined;
}
