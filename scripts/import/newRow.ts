import type {Classified} from "../../src/lib/classify/classified.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import type {BankView, RowMark} from "./bankView.js";
import {type Found, markOf} from "./knownRows.js";
import type {PartyBook} from "./parties.js";
import {borderLegs, insideAccount, insideLegs, type PlannedRow} from "./plannedLegs.js";
import type {OwnRows} from "./readFiles.js";

/** A row that the account does not have, as it is to be booked. */
export interface NewRow extends PlannedRow {
  readonly row: StatementRow;
  /** The name of its file. */
  readonly file: string;
  readonly mark: RowMark;
  /** Why this category. */
  readonly why: string;
}

interface Surroundings {
  readonly classified: Classified;
  readonly found: Found;
  readonly view: BankView;
  readonly book: PartyBook;
}

/** What a row of a file is booked as, with all that is doubtful about it. */
export function newRow(
  row: StatementRow,
  {name, lineDoubts}: OwnRows,
  {classified, found: {alike}, view, book}: Surroundings,
): NewRow {
  const other = insideAccount(row, classified, view);
  const {legs, doubt} = other
    ? insideLegs(row, classified, view.account, other)
    : borderLegs(row, classified, view.account, book);
  const doubts = [
    lineDoubts.get(row.line),
    alike && `as much as transaction ${alike.id} of that day (${alike.description})`,
    doubt,
  ].filter((each) => each !== undefined);
  const booked = {row, file: name, mark: markOf(row), why: classified.why, legs};
  return doubts.length === 0 ? booked : {...booked, doubt: doubts.join("; ")};
}
