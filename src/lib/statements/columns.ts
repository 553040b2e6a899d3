/** Which column is what: by its heading where that fits what it holds, else by what it holds alone. */
import {accountColumns} from "./accountColumns.js";
import {guessedRoles} from "./bareColumns.js";
import {type ColumnProfile, profileOf} from "./columnProfile.js";
import type {Role} from "./columnWords.js";
import {meaningsOf} from "./heading.js";
import {summaryNamed} from "./leftOutWords.js";
import type {SourceRow} from "./sourceRows.js";
import {isData, type Table} from "./tables.js";

export interface Columns {
  /** The columns of a role, the best first. */
  of(role: Role): readonly number[];
  /** The best column of the first of these roles that has one; −1 where none has. */
  first(...roles: Role[]): number;
  readonly profiles: readonly ColumnProfile[];
  /** The heading of a column, or `column 3`. */
  name(column: number): string;
  isNamed(column: number): boolean;
  readonly count: number;
  /** The columns in which people write. */
  readonly texts: readonly number[];
  /** What words and cells leave open. */
  readonly doubts: readonly string[];
}

interface Found {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
}

const days: readonly Role[] = ["bookedOn", "date", "madeOn", "valuedOn"];
const money: readonly Role[] = [
  "amount",
  "netAmount",
  "debit",
  "credit",
  "fee",
  "tax",
  "balance",
  "originalAmount",
  "openingBalance",
  "quantity",
  "price",
  "commission",
  "rate",
];

const textRoles: readonly Role[] = ["description", "text", "counterparty", "payee", "type", "note"];

/** So many rows, from all over the table, tell what its columns are. */
const sampleRows = 2000;

/** Whether a column that holds this can be that. */
function fits(role: Role, held: ColumnProfile): boolean {
  if (days.includes(role)) return held.dates >= 0.5;
  if (money.includes(role)) return held.amounts >= 0.6;
  switch (role) {
    case "currency":
    case "originalCurrency":
      return held.codes >= 0.6;
    case "flag":
      return held.directions >= 0.8 && held.distinct <= 4;
    case "isin":
      return held.isins >= 0.5;
    case "time":
      return held.times >= 0.5;
    case "text":
      return held.directions < 0.8;
    case "status":
      return held.distinct <= 12 && held.amounts < 0.5 && held.dates < 0.5;
    case "counterparty":
    case "payer":
    case "payee":
      return held.texts >= 0.3 && held.accounts < 0.6 && held.dates < 0.5;
    case "description":
    case "type":
    case "category":
      return held.dates < 0.5 && held.money < 0.5 && held.codes < 0.9;
    default:
      return true;
  }
}

/** The columns of a table; `said` is the account that the lines above name. */
export function columnsOf(table: Table, said: string): Columns {
  const {head} = table;
  const step = Math.ceil(table.rows.length / sampleRows);
  const sample = step > 1 ? table.rows.filter((_, at) => at % step < 1) : table.rows;
  const data = sample.filter((row) => isData(row) && !row.cells.some((cell) => summaryNamed(cell)));
  const looked = data.length > 0 ? data : sample;
  const count = widthOf(head?.cells.length ?? 0, looked);
  const even = looked.filter(({cells}) => cells.length <= count);
  const rows = even.length > 0 ? even : looked;
  const profiles = Array.from({length: count}, (_, column) => profileOf(rows, column));
  const headings = Array.from({length: count}, (_, column) => head?.cells[column] ?? "");
  const isBroker = headings.some((name) =>
    /^(isin|quantity)$/.test(meaningsOf(name)[0]?.role ?? ""),
  );
  const named: Found[] = [];
  for (let column = 0; column < count; column++) {
    const held = profiles[column]!;
    if (held.filled === 0) continue;
    const meanings = meaningsOf(headings[column]!);
    const meaning = meanings.find(
      ({role}) => fits(role, held) && (role !== "security" || isBroker),
    );
    if (meaning) named.push({column, role: ownRole(meaning.role, held), score: meaning.share});
    const next = profiles[column + 1];
    const isCurrency =
      held.codes >= 0.6 && meaning?.role !== "currency" && meaning?.role !== "originalCurrency";
    if (isCurrency) named.push({column, role: "currency", score: 0.5});
    // `Mutatie,,Saldo,,`: the currency stands under the name, the amount beside it
    if (held.codes < 0.6 || !next || headings[column + 1] !== "") continue;
    const moved = meanings.find(({role}) => money.includes(role) && fits(role, next));
    if (moved) named.push({column: column + 1, role: moved.role, score: moved.share});
  }
  const {found, open} = accountColumns(named, {rows, headings, profiles, said});
  const known = new Set(named.filter(({role}) => role !== "ignored").map(({column}) => column));
  const roles = new Map(found.map(({role, column}) => [role, column]));
  const guessed = guessedRoles(rows, profiles, {known, roles, hasHead: head !== undefined});
  found.push(...guessed);
  const byRole = new Map<Role, number[]>();
  for (const {column, role} of [...found].sort((a, b) => b.score - a.score || a.column - b.column))
    byRole.set(role, [...(byRole.get(role) ?? []), column]);
  const of = (role: Role) => byRole.get(role) ?? [];
  const name = (column: number) => headings[column] || `column ${column + 1}`;
  // a balance would tell which is which
  const [out, into] = (["debit", "credit"] as const).map((wanted) =>
    guessed.find(({role}) => role === wanted && !byRole.has("balance")),
  );
  return {
    of,
    first: (...roles) => byRole.get(roles.find((role) => byRole.has(role))!)?.[0] ?? -1,
    profiles,
    isNamed: (column) => headings[column] !== "",
    name,
    count,
    texts: textRoles.flatMap(of),
    doubts: [
      ...open.map(
        (column) =>
          `${JSON.stringify(headings[column])} may be the account or the other side’s: it was used for neither`,
      ),
      ...(out && into
        ? [
            `${name(out.column)} is read as money out and ${name(into.column)} as money in: nothing tells`,
          ]
        : []),
    ],
  };
}

/**
 * The head's, unless most rows are longer: those that are not have a delimiter in a text. Without a head, that of
 * most.
 */
function widthOf(head: number, rows: readonly SourceRow[]): number {
  const widths = rows.map(({cells}) => cells.length).sort((a, b) => a - b);
  const place = head > 0 ? widths.length / 5 : widths.length / 2;
  return Math.max(head, widths[Math.floor(place)] ?? 0);
}

/** A number of an account that is another one in every row is not the holder's. */
function ownRole(role: Role, {accounts, distinct, isRepeating}: ColumnProfile): Role {
  return role === "account" && accounts >= 0.5 && distinct > 1 && !isRepeating
    ? "counterAccount"
    : role;
}
