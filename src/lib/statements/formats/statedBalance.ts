/** The balances that a statement states of itself, held against its rows. */
import type {Decimal} from "../../investing/decimal.js";
import {formatAmount, isZero, negative, plus} from "../amount.js";
import type {BalanceCount} from "../balanceCount.js";
import type {Fact, StatedBalance} from "../statement.js";

export type ReadBalance = Omit<StatedBalance, "amount"> & {readonly amount: Decimal};

/** A balance as it is handed on. */
export const statedBalance = (balance: ReadBalance): StatedBalance => ({
  ...balance,
  amount: formatAmount(balance.amount),
});

/** A balance as a line about the account. */
export const balanceFact = ({kind, day, amount, currency, line}: ReadBalance): Fact => ({
  key: day === "" ? `${kind} balance` : `${kind} balance on ${day}`,
  value: `${formatAmount(amount)} ${currency}`.trim(),
  line,
});

export interface Proven {
  readonly opening: ReadBalance | undefined;
  readonly closing: ReadBalance | undefined;
  readonly amounts: readonly Decimal[];
}

/** Whether the rows of each statement lead from its opening to its closing balance; and the balances. */
export function balanceProofs(statements: readonly Proven[]): {
  balanceCount: BalanceCount | undefined;
  doubts: string[];
  balances: StatedBalance[];
} {
  const proofs = statements.flatMap(({opening, closing, amounts}) => {
    if (!opening || !closing) return [];
    const reached = amounts.reduce(plus, opening.amount);
    return [{closing, reached, holds: isZero(plus(reached, negative(closing.amount)))}];
  });
  const held = proofs.filter(({holds}) => holds).length;
  const all = proofs.length;
  return {
    balanceCount: all === 0 ? undefined : {kind: "closing balances", held, all, order: undefined},
    doubts: proofs.flatMap(({closing, reached, holds}) =>
      holds
        ? []
        : [
            `line ${closing.line}: the closing balance is ${formatAmount(closing.amount)}, the rows lead to ${formatAmount(reached)}`,
          ],
    ),
    balances: statements.flatMap(({opening, closing}) =>
      [opening, closing].flatMap((balance) => (balance ? [statedBalance(balance)] : [])),
    ),
  };
}
