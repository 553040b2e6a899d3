/** What accounts have moved: the sum of their transactions, and when the last was booked. */
import type {RowDataPacket} from "mysql2/promise";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {parseEur} from "../../../src/lib/money.js";

export interface Movement {
  readonly cents: number;
  /** `2026-11-01 07:12:44` */
  readonly lastAt: string;
}

/** By account; those without transactions are not there. */
export type Movements = ReadonlyMap<string, Movement>;

/** Adds up all transactions of the accounts. */
export async function movementsOf(
  connection: Connection,
  accountIds: readonly string[],
): Promise<Movements> {
  if (accountIds.length === 0) return new Map();
  const [rows] = await connection.query<RowDataPacket[]>(
    `select account_id, sum(amount_eur) as moved_eur, max(booked_at) as last_at
    from transactions where account_id in (?) group by account_id`,
    [accountIds],
  );
  return new Map(
    rows.map((row) => [row.account_id, {cents: parseEur(row.moved_eur), lastAt: row.last_at}]),
  );
}

/**
 * Movements that are remembered from one batch to the next, so that an account's whole history is added up once. No posting
 * service books before the last booking of an account, so what is earlier stays as it is, and only what was booked since is
 * read; a load or an import may change anything, and all is forgotten. The accounts have to be locked.
 */
export class KnownMovements {
  /** By account: what was moved before an instant. */
  readonly #known = new Map<string, {readonly cents: number; readonly before: string}>();
  #load = "";

  async of(connection: Connection, accountIds: readonly string[]): Promise<Movements> {
    await this.#forgetAfterLoad(connection);
    const unknown = accountIds.filter((id) => !this.#known.has(id));
    const whole = await movementsOf(connection, unknown);
    const places = accountIds.flatMap((id) => {
      const before = this.#known.get(id)?.before ?? whole.get(id)?.lastAt;
      return before === undefined ? [] : [{id, before}];
    });
    const recent = await legsFrom(connection, places);
    const movements = new Map<string, Movement>();
    for (const {id, before} of places) {
      const legs = recent.get(id) ?? [];
      const earlier = this.#known.get(id)?.cents ?? whole.get(id)!.cents - sum(legs);
      const lastAt = legs.reduce((last, {at}) => (at > last ? at : last), before);
      const settled = sum(legs.filter(({at}) => at < lastAt));
      this.#known.set(id, {cents: earlier + settled, before: lastAt});
      movements.set(id, {cents: earlier + sum(legs), lastAt});
    }
    return movements;
  }

  /**
   * The load that the transactions come from is held until the transaction ends: none can come in between. An import books
   * before others, and locks the accounts first, as whoever asks here does.
   */
  async #forgetAfterLoad(connection: Connection): Promise<void> {
    const [rows] = await connection.query<RowDataPacket[]>(
      `select batch_id, outcome from load_batches where table_name = 'transactions'
      order by batch_id desc limit 1 lock in share mode`,
    );
    const [imports] = await connection.query<RowDataPacket[]>(
      "select max(transaction_id) as last_id from imported_rows",
    );
    const load = JSON.stringify([rows, imports]);
    if (load !== this.#load) this.#known.clear();
    this.#load = load;
  }
}

interface Leg {
  readonly at: string;
  readonly cents: number;
}

/** What was booked on accounts from an instant on, by account. */
async function legsFrom(
  connection: Connection,
  places: readonly {readonly id: string; readonly before: string}[],
): Promise<ReadonlyMap<string, readonly Leg[]>> {
  const legs = new Map<string, Leg[]>();
  if (places.length === 0) return legs;
  const [rows] = await connection.query<RowDataPacket[]>(
    `select account_id, booked_at, amount_eur from transactions
    where ${places.map(() => "(account_id = ? and booked_at >= ?)").join(" or ")}`,
    places.flatMap(({id, before}) => [id, before]),
  );
  for (const {account_id: id, booked_at: at, amount_eur} of rows) {
    const ofAccount = legs.get(id) ?? [];
    ofAccount.push({at, cents: parseEur(amount_eur)});
    legs.set(id, ofAccount);
  }
  return legs;
}

function sum(legs: readonly Leg[]): number {
  return legs.reduce((total, {cents}) => total + cents, 0);
}
