/** The balances that a statement states of itself, held against its rows. */
import type {Decimal} from "../../investing/decimal.js";
import {formatAmount, isZero, negative, plus} from "../amount.js";
import type {Fact} from "../statement.js";

export interface StatedBalance {
  readonly kind: "opening balance" | "closing balance";
  /** `2025-05-01`; empty where it has none. */
  readonly day: string;
  readonly amount: Decimal;
  readonly currency: string;
  readonly line: number;
}

/** A balance as a line about the account. */
export const balanceFact = ({kind, day, amount, currency, line}: StatedBalance): Fact => ({
  key: day === "" ? kind : `${kind} on ${day}`,
  value: `${formatAmount(amount)} ${currency}`.trim(),
  line,
});

export interface Proven {
  readonly opening: StatedBalance | undefined;
  readonly closing: StatedBalance | undefined;
  readonly amounts: readonly Decimal[];
}

/** Whether the rows of each statement lead from its opening to its closing balance. */
export function balanceProofs(statements: readonly Proven[]): {
  balance: string;
  doubts: string[];
} {
  const proofs = statements.flatMap(({opening, closing, amounts}) => {
    if (!opening || !closing) return [];
    const reached = amounts.reduce(plus, opening.amount);
    return [{closing, reached, holds: isZero(plus(reached, negative(closing.amount)))}];
  });
  const held = proofs.filter(({holds}) => holds).length;
  return {
    balance: proofs.length === 0 ? "none" : `${held} of ${proofs.length} closing balances hold`,
    doubts: proofs.flatMap(({closing, reached, holds}) =>
      holds
        ? []
        : [
            `line ${closing.line}: the closing balance is ${formatAmount(closing.amount)}, the rows lead to ${formatAmount(reached)}`,
          ],
    ),
  };
}
