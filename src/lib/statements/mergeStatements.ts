/**
 * Statements of overlapping months as one list. A booking that two files hold is one; two equal purchases in one file
 * are two. Each row of a file stands for one booking, and no two of them for the same, so there are never fewer bookings
 * than rows in a file, nor than ids. The bank's own id says which booking it is where it is one, else equal content.
 */
import {plainIban} from "../classify/payment.js";
import type {Statement, StatementRow} from "./statement.js";

export interface MergedStatements {
  /** By day, those of a day in the order of the files. */
  readonly rows: readonly StatementRow[];
  /** How many rows each statement added. */
  readonly added: readonly number[];
}

/** The rows of all statements, each booking once. The same statement again adds nothing. */
export function mergeStatements(statements: readonly Pick<Statement, "rows">[]): MergedStatements {
  const known: Known = {byId: new Map(), byContent: new Map()};
  const rows: StatementRow[] = [];
  const added = statements.map((statement) => {
    const before = rows.length;
    const fresh = freshRows(statement.rows, known);
    for (const row of statement.rows) if (fresh.has(row)) rows.push(row);
    return rows.length - before;
  });
  const places = new Map(rows.map((row, at) => [row, at]));
  const byDay = [...rows].sort(
    (a, b) => a.date.localeCompare(b.date) || places.get(a)! - places.get(b)!,
  );
  return {rows: byDay, added};
}

interface Booking {
  /** The bank's; undefined until a file says it. */
  id: string | undefined;
}

/** The bookings of the files so far. */
interface Known {
  readonly byId: Map<string, Booking>;
  /** A booking is under each content that a file has for it. */
  readonly byContent: Map<string, Set<Booking>>;
}

interface Told {
  readonly row: StatementRow;
  /** Undefined where the row has none that tells bookings apart. */
  readonly id: string | undefined;
  readonly content: string;
}

/**
 * The rows of a file that stand for a booking of no file before; from then on, what the file says is known. Ids that are
 * known come first, then new ones, then rows without: so none takes a booking that only another row can be.
 */
function freshRows(rows: readonly StatementRow[], known: Known): Set<StatementRow> {
  const told = toldIn(rows);
  const taken = new Set<Booking>();
  const fresh = new Set<StatementRow>();
  const take = (one: Told, found: Booking | undefined) => {
    if (!found) fresh.add(one.row);
    const booking = found ?? {id: undefined};
    taken.add(booking);
    learn(one, booking, known);
  };
  const takeAlike = (some: readonly Told[], mayBe: (booking: Booking) => boolean) => {
    const free = new Map<string, Booking[]>();
    for (const one of some) {
      const {content} = one;
      const alike = free.get(content) ?? [...(known.byContent.get(content) ?? [])].filter(mayBe);
      free.set(content, alike);
      while (taken.has(alike.at(-1)!)) alike.pop();
      take(one, alike.pop());
    }
  };
  const isKnown = ({id}: Told) => id !== undefined && known.byId.has(id);
  const newIds = told.filter((one) => one.id !== undefined && !isKnown(one));
  for (const one of told) if (isKnown(one)) take(one, known.byId.get(one.id!));
  takeAlike(newIds, ({id}) => id === undefined);
  const withoutId = told.filter(({id}) => id === undefined);
  takeAlike(withoutId, () => true);
  return fresh;
}

function learn({id, content}: Told, booking: Booking, {byId, byContent}: Known): void {
  const alike = byContent.get(content) ?? new Set();
  byContent.set(content, alike.add(booking));
  if (id === undefined) return;
  booking.id = id;
  byId.set(id, booking);
}

/** What each row of a file says that tells bookings apart. */
function toldIn(rows: readonly StatementRow[]): Told[] {
  const hasIds = idsTellApart(rows);
  return rows.map((row) => {
    const id = hasIds && row.bankId !== "" ? idOf(row) : undefined;
    return {row, id, content: contentOf(row)};
  });
}

/** An order's number or a mandate is no id: it comes again in the same file. */
function idsTellApart(rows: readonly StatementRow[]): boolean {
  const ids = rows.filter(({bankId}) => bankId !== "").map(idOf);
  return new Set(ids).size === ids.length;
}

const idOf = ({account, currency, bankId}: StatementRow): string =>
  [plainIban(account), currency, bankId].join("\n");

const contentOf = ({
  date,
  amount,
  currency,
  counterparty,
  description,
  account,
}: StatementRow): string =>
  [date, amount, currency, counterparty, description, plainIban(account)].join("\n").toLowerCase();
