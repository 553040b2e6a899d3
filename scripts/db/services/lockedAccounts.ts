import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {parseDay} from "../../../src/lib/day.js";
import type {LedgerAccount} from "../../../src/lib/ledger/posting.js";
import {parseEur} from "../../../src/lib/money.js";
import {movementsOf} from "./movements.js";
import {PostingRefused} from "./posting.js";

export interface LockedAccount extends LedgerAccount {
  readonly accountId: string;
  readonly kind: "checking" | "savings" | "brokerage";
  readonly ownerKind: "individual" | "company" | "bank_admin";
}

/** After the last day of any account that is not closed. */
const never = parseDay("9999-12-31");

/**
 * The accounts, locked by id in ascending order until the transaction ends, with their balances of now as
 * opening balances. `bookedAt` tells when each is first to be booked on. Throws `PostingRefused` on an unknown account, and
 * on one that has a booking after that: what is posted late could break a balance in between.
 */
export async function lockAccounts(
  connection: Connection,
  accountIds: readonly string[],
  bookedAt: (accountId: string) => string,
  movements: typeof movementsOf = movementsOf,
): Promise<LockedAccount[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select account_id, accounts.kind, opened_on, closed_on, opening_balance_eur,
      overdraft_limit_eur, users.kind as owner_kind
    from accounts join users on users.user_id = accounts.user_id
    where account_id in (?) order by account_id for update`,
    [accountIds],
  );
  const moved = await movements(connection, accountIds);
  const byId = new Map(rows.map((row) => [row.account_id as string, row]));
  return accountIds.map((accountId) => {
    const row = byId.get(accountId);
    if (!row) throw new PostingRefused(`unknown account: ${accountId}`);
    const {cents, lastAt} = moved.get(accountId) ?? {cents: 0, lastAt: ""};
    if (lastAt > bookedAt(accountId)) {
      throw new PostingRefused(
        `${accountId} has a booking at ${lastAt}, after ${bookedAt(accountId)} (post in order)`,
      );
    }
    return {
      accountId,
      kind: row.kind,
      ownerKind: row.owner_kind,
      openingCents: parseEur(row.opening_balance_eur) + cents,
      overdraftCents: row.kind === "checking" ? parseEur(row.overdraft_limit_eur) : 0,
      openedOn: parseDay(row.opened_on),
      closedOn: row.closed_on === null ? never : parseDay(row.closed_on),
      earnsInterest: row.kind === "savings",
    };
  });
}
