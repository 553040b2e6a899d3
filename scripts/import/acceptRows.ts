/** Which new rows the bank takes: none may bring an account below its floor, then or later, nor on a day it is not open. */
import {formatDay, secondsPerDay} from "../../src/lib/day.js";
import {LateBookings} from "../../src/lib/ledger/lateBookings.js";
import type {BankView} from "./bankView.js";
import type {NewRow} from "./newRow.js";
import type {PlannedLeg} from "./plannedLegs.js";

export interface Acceptance {
  /** In the order of booking. */
  readonly accepted: readonly NewRow[];
  readonly refused: ReadonlyMap<NewRow, string>;
}

/**
 * Money in is taken first, then what goes out by day. What was refused is tried again while anything was taken since: so
 * the same rows, given again, find the bank refusing the same.
 */
export function acceptRows(rows: readonly NewRow[], view: BankView): Acceptance {
  const books = openBooks(rows, view);
  const refused = new Map<NewRow, string>();
  const accepted = new Set<NewRow>();
  const byDay = [...rows].sort((a, b) => instantOf(a) - instantOf(b));
  const isMoneyIn = ({legs}: NewRow) => legs.every(({amountCents}) => amountCents > 0);
  let waiting = [...byDay.filter(isMoneyIn), ...byDay.filter((row) => !isMoneyIn(row))];
  for (let before = -1; before !== accepted.size; ) {
    before = accepted.size;
    waiting = waiting.filter((row) => {
      const reason = refusal(row.legs, books, view);
      if (reason !== undefined) {
        refused.set(row, reason);
        return true;
      }
      for (const {account, at, amountCents} of row.legs) books.get(account)!.book(at, amountCents);
      accepted.add(row);
      refused.delete(row);
      return false;
    });
  }
  return {accepted: byDay.filter((row) => accepted.has(row)), refused};
}

const instantOf = ({legs}: NewRow) => legs[0]!.at;

function openBooks(rows: readonly NewRow[], {accounts, legs}: BankView): Map<string, LateBookings> {
  const late = new Map<string, number[]>();
  for (const {account, at} of rows.flatMap((row) => row.legs)) {
    const instants = late.get(account);
    if (instants) instants.push(at);
    else late.set(account, [at]);
  }
  return new Map(
    [...late].map(([id, instants]) => {
      const booked = legs.filter(({account}) => account === id);
      return [id, new LateBookings(accounts.get(id)!, booked, instants)];
    }),
  );
}

/** Why the legs cannot be booked; undefined where they can. Those of one row on one account have one direction. */
function refusal(
  legs: readonly PlannedLeg[],
  books: ReadonlyMap<string, LateBookings>,
  {account: own, accounts}: BankView,
): string | undefined {
  for (const id of new Set(legs.map(({account}) => account))) {
    const {openedOn, closedOn} = accounts.get(id)!;
    const here = legs.filter(({account}) => account === id);
    const {at} = here[0]!;
    const day = formatDay(Math.floor(at / secondsPerDay));
    if (day < openedOn || (closedOn !== null && day > closedOn))
      return `${id} is not open that day`;
    const sum = here.reduce((total, {amountCents}) => total + amountCents, 0);
    if (books.get(id)!.covers(at, sum)) continue;
    return id === own.id ? "not enough money" : `not enough money on ${id}`;
  }
  return undefined;
}
