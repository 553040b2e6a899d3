/** Which reading of the amounts is right. */
import type {Decimal} from "../investing/decimal.js";
import {asNumber} from "./amount.js";
import {balanceProof, type Proof} from "./balanceProof.js";
import type {Columns} from "./columns.js";
import type {Convention} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";
import {conventions} from "./signs.js";

/** From so many proven steps on, a balance that holds decides how amounts are read. */
const provenShare = 0.5;

/** How the amounts of a table are read, and what its running balance says to it. */
export interface Chosen {
  readonly convention: Convention;
  readonly amounts: readonly (Decimal | undefined)[];
  readonly proof: Proof | undefined;
}

/** The likeliest convention, or the one that the running balance proves. */
export function chosenConvention(
  rows: readonly LedgerRow[],
  columns: Columns,
  isCard: boolean,
): Chosen | undefined {
  const balance = columns.first("balance");
  const balances = rows.map(({amounts}) => {
    const value = amounts.get(balance)?.value;
    return value ? asNumber(value) : Number.NaN;
  });
  const own = [...columns.of("account"), ...columns.of("currency")];
  const pockets = rows.map(({cells}) => own.map((column) => cells[column] ?? "").join("|"));
  const onePocket = rows.map(() => "");
  const days = rows.map(({date}) => date);
  let best: Chosen | undefined;
  for (const convention of conventions(rows, columns, {isCard})) {
    const amounts = rows.map(convention.amountOf);
    const numbers = amounts.map((amount) => (amount ? asNumber(amount) : Number.NaN));
    const proof =
      balance < 0
        ? undefined
        : better(
            balanceProof(numbers, balances, pockets, days),
            balanceProof(numbers, balances, onePocket, days),
          );
    const isBetter =
      !best || (proof && proof.share >= provenShare && proof.share > (best.proof?.share ?? 0));
    if (isBetter) best = {convention, amounts, proof};
  }
  return best;
}

/** A file of several accounts may still have one balance. */
const better = (parted: Proof, one: Proof): Proof => (one.share > parted.share ? one : parted);
