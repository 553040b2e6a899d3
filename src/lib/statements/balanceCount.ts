import type {Proof} from "./balanceProof.js";

/** How many of the balances of a file follow from its rows, of at least one. */
export interface BalanceCount {
  /** Of a column of balances the steps from row to row; of statements with balances around their rows these. */
  readonly kind: "steps" | "closing balances";
  readonly held: number;
  readonly all: number;
  /** How the rows run, where steps tell it. */
  readonly order: Proof["order"] | undefined;
}

/** `12 of 12 steps hold, newest first`, `1 of 1 closing balances hold`; `none` where there are none. */
export function balanceCountText(count: BalanceCount | undefined): string {
  if (!count) return "none";
  const {kind, held, all, order} = count;
  return `${held} of ${all} ${kind} hold${order === undefined ? "" : `, ${order}`}`;
}
