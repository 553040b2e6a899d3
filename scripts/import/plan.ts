/**
 * What an import changes: which rows the account has already, what each new one is booked as, and which the bank refuses.
 * Nothing is read or written here; both sources carry out the same plan.
 */
import {group} from "d3-array";
import {mergeStatements} from "../../src/lib/statements/mergeStatements.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import {acceptRows} from "./acceptRows.js";
import type {BankView} from "./bankView.js";
import {classifyRows, type Rules} from "./classifyRows.js";
import {findKnown, markOf} from "./knownRows.js";
import {type NewRow, newRow} from "./newRow.js";
import {type NewParty, PartyBook} from "./parties.js";
import type {LeftOutRow, OwnRows} from "./readFiles.js";
import {centsOf} from "./rowAmount.js";

export interface FilePlan {
  readonly name: string;
  readonly inserted: readonly NewRow[];
  readonly unchangedCount: number;
  readonly leftOut: readonly LeftOutRow[];
  /** Of the inserted rows: all, where the whole file is. */
  readonly doubtfulCount: number;
  /** Of the whole file. */
  readonly doubts: readonly string[];
  readonly isTakenForEuros: boolean;
}

/** A row that is booked already: the bank's id of it, which the booking did not have, is kept. */
export interface LearntRow extends Pick<NewRow, "row" | "mark" | "file"> {
  /** The id of the leg that it is. */
  readonly transaction: number;
  /** Whether an import booked it, so that all but its id is kept. */
  readonly isImported: boolean;
}

export interface Plan {
  /** The id of the account that the statements are of. */
  readonly account: string;
  readonly files: readonly FilePlan[];
  /** All new rows, in the order of booking. */
  readonly rows: readonly NewRow[];
  readonly parties: readonly NewParty[];
  readonly learnt: readonly LearntRow[];
}

/** Whether a plan leaves the bank as it is. */
export function isEmpty({rows, learnt}: Plan): boolean {
  return rows.length === 0 && learnt.length === 0;
}

/** The plan for the rows of the files, of which each is booked once. */
export function planImport(files: readonly OwnRows[], view: BankView, rules: Rules): Plan {
  const merged = mergeStatements(files);
  const firsts = new Set(merged.rows);
  const fileOf = new Map(files.flatMap((file) => file.rows.map((row) => [row, file] as const)));
  const known = findKnown(merged.rows, view);
  const leftOut = new Map<StatementRow, string>();
  const fresh = merged.rows.flatMap((row, at) => {
    if (known[at]!.leg) return [];
    const reason = unbookable(row, view);
    if (reason === undefined) return [{row, found: known[at]!}];
    leftOut.set(row, reason);
    return [];
  });
  const book = new PartyBook(view.parties);
  const classified = classifyRows(
    fresh.map(({row}) => row),
    view,
    rules,
  );
  const wanted = fresh.map(({row, found}, at) =>
    newRow(row, fileOf.get(row)!, {classified: classified[at]!, found, view, book}),
  );
  const {accepted, refused} = acceptRows(wanted, view);
  for (const [{row}, reason] of refused) leftOut.set(row, reason);
  const used = new Set(accepted.flatMap(({legs}) => legs.map(({party}) => party)));
  return {
    account: view.account.id,
    rows: accepted,
    parties: book.added.filter((party) => used.has(party)),
    learnt: merged.rows.flatMap((row, at) => {
      const {leg} = known[at]!;
      if (!leg || row.bankId === "" || view.marks.get(leg.id)?.bankId) return [];
      const isImported = view.marks.has(leg.id);
      const file = fileOf.get(row)!.name;
      return [{transaction: leg.id, isImported, row, mark: markOf(row), file}];
    }),
    files: files.map((file) => {
      const inserted = accepted.filter(({row}) => fileOf.get(row) === file);
      const left = leftOutOf(file, leftOut, firsts);
      return {
        name: file.name,
        inserted,
        unchangedCount: file.rows.length - inserted.length - left.length,
        leftOut: [...file.leftOut, ...left].sort((a, b) => a.line - b.line),
        doubtfulCount: inserted.filter(({doubt}) => doubt !== undefined || file.doubts.length > 0)
          .length,
        doubts: file.doubts,
        isTakenForEuros: file.isTakenForEuros,
      };
    }),
  };
}

/** The rows of a file that are left out; what an earlier file has too (no row of `firsts`) shares the fate of its like. */
function leftOutOf(
  {rows}: OwnRows,
  reasons: ReadonlyMap<StatementRow, string>,
  firsts: ReadonlySet<StatementRow>,
): LeftOutRow[] {
  const waiting = group(reasons, ([row]) => markOf(row).content);
  return rows.flatMap((row) => {
    const reason = firsts.has(row)
      ? reasons.get(row)
      : waiting.get(markOf(row).content)?.pop()?.[1];
    return reason === undefined ? [] : [{line: row.line, reason}];
  });
}

/** Why the bank has no place for a row; undefined where it has one. */
function unbookable(
  row: StatementRow,
  {account: {openedOn, closedOn}, firstDay, lastDay}: BankView,
): string | undefined {
  if (centsOf(row) === undefined) return "fractions of a cent";
  if (row.date < openedOn) return `before the account was opened on ${openedOn}`;
  if (closedOn !== null && row.date > closedOn)
    return `after the account was closed on ${closedOn}`;
  if (row.date < firstDay) return `before the bank's first day ${firstDay}`;
  return row.date > lastDay ? `after the bank's last day ${lastDay}` : undefined;
}
