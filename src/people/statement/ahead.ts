/** Contracts of all accounts, and the account whose days ahead can be told. */
import type {PersonAccount} from "../../lib/balances/personRow.js";
import type {Classified} from "../../lib/classify/classified.js";
import {accountFinder} from "../../lib/classify/recurringPayments.js";
import type {ContractRow} from "../../lib/recurring/rows.js";
import type {AccountLine} from "./accounts.js";
import {isSpendingKind} from "./ledger.js";

export interface OwnContract extends ContractRow {
  readonly account: string;
  /** Whether its payments have a category: else `category` says nothing. */
  readonly is_known: boolean;
}

/** The account finder of each account, by its name: what it found last is kept. */
export type Finders = Map<string, ReturnType<typeof accountFinder>>;

/** The contracts of spending accounts, and of the busiest of these with a known balance the account as well. */
export function accountsAhead(
  classified: readonly Classified[],
  accounts: readonly AccountLine[],
  finders: Finders,
): {readonly contracts: OwnContract[]; readonly ahead: PersonAccount | undefined} {
  const own = accounts
    .filter(({kind}) => isSpendingKind(kind))
    .map((line) => {
      const rows = classified.filter(({payment}) => payment.account === line.account);
      const moved = rows.reduce((sum, {payment}) => sum + payment.amountCents, 0);
      const closing = line.balance_eur === null ? undefined : Math.round(100 * line.balance_eur);
      const openingCents = closing === undefined ? 0 : closing - moved;
      const find = finders.get(line.account) ?? accountFinder();
      finders.set(line.account, find);
      return {
        line,
        count: rows.length,
        isKnown: closing !== undefined,
        ...find(rows, {openingCents}),
      };
    });
  const parties = new Set(own.flatMap(({contracts}) => contracts.map(({party}) => party)));
  const known = new Set<string>();
  for (const {payee, category} of classified) if (category && parties.has(payee)) known.add(payee);
  const contracts = own.flatMap(({line, contracts}) =>
    contracts.map((contract) => ({
      ...contract,
      account: line.account,
      is_known: known.has(contract.party),
    })),
  );
  const [busiest] = own
    .filter(({line, isKnown}) => isKnown && line.kind === "checking")
    .sort((a, b) => b.count - a.count);
  const due = ({next_on, last_on}: ContractRow) => next_on?.getTime() ?? 1e15 - last_on.getTime();
  return {
    contracts: contracts.sort((a, b) => due(a) - due(b)),
    ahead: busiest && {account: busiest.account, contracts: busiest.contracts},
  };
}
