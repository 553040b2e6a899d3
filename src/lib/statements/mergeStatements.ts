/**
 * Statements of overlapping months as one list. A booking that two files hold is one; two equal purchases in one
 * file are two. The bank's own id tells them apart where it is one; else equal content is counted, and the file
 * that has more of it is right.
 */
import type {Statement, StatementRow} from "./statement.js";

export interface MergedStatements {
  /** By day, those of a day in the order of the files. */
  readonly rows: readonly StatementRow[];
  /** How many rows each statement added. */
  readonly added: readonly number[];
}

/** The rows of all statements, each booking once. The same statement again adds nothing. */
export function mergeStatements(statements: readonly Pick<Statement, "rows">[]): MergedStatements {
  const ids = new Set<string>();
  const known = new Map<string, Counted>();
  const rows: StatementRow[] = [];
  const added = statements.map((statement) => {
    const hasIds = idsTellApart(statement.rows);
    const isSeen = (row: StatementRow) => hasIds && row.bankId !== "" && ids.has(idOf(row));
    const seen = new Map<string, Counted>();
    const before = rows.length;
    for (const row of statement.rows) {
      if (isSeen(row)) continue;
      const key = contentOf(row);
      const kind = hasIds && row.bankId !== "" ? "withId" : "withoutId";
      const here = counted(seen, key);
      here[kind]++;
      const there = known.get(key);
      // rows that both have ids, and other ones, are other bookings however alike they are
      const same = there ? there.withoutId + (kind === "withId" ? 0 : there.withId) : 0;
      if (here[kind] <= same) continue;
      rows.push(row);
    }
    for (const row of statement.rows) if (hasIds && row.bankId !== "") ids.add(idOf(row));
    const all = new Map<string, Counted>();
    for (const row of statement.rows)
      counted(all, contentOf(row))[hasIds && row.bankId !== "" ? "withId" : "withoutId"]++;
    for (const [key, counts] of all) {
      const total = counted(known, key);
      total.withId = Math.max(total.withId, counts.withId);
      total.withoutId = Math.max(total.withoutId, counts.withoutId);
    }
    return rows.length - before;
  });
  const places = new Map(rows.map((row, at) => [row, at]));
  const byDay = [...rows].sort(
    (a, b) => a.date.localeCompare(b.date) || places.get(a)! - places.get(b)!,
  );
  return {rows: byDay, added};
}

interface Counted {
  withId: number;
  withoutId: number;
}

function counted(counts: Map<string, Counted>, key: string): Counted {
  const known = counts.get(key) ?? {withId: 0, withoutId: 0};
  counts.set(key, known);
  return known;
}

/** An order's number or a mandate is no id: it comes again in the same file. */
function idsTellApart(rows: readonly StatementRow[]): boolean {
  const ids = rows.filter(({bankId}) => bankId !== "").map(idOf);
  return new Set(ids).size === ids.length;
}

const idOf = ({account, currency, bankId}: StatementRow): string =>
  [account, currency, bankId].join("\n");

const contentOf = ({
  date,
  amount,
  currency,
  counterparty,
  description,
  account,
}: StatementRow): string =>
  [date, amount, currency, counterparty, description, account.replace(/\s/g, "")]
    .join("\n")
    .toLowerCase();
