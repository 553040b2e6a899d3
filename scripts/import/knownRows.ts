/**
 * Which rows of a statement the account has already. A row claims one booking at most, and a booking is claimed once: so
 * of two equal purchases the second is new where only one is booked. A row is known by the bank's id where an earlier
 * import kept one, else by its content, else by day, amount and the name on the other side, as the bank itself writes it.
 */
import {createHash} from "node:crypto";
import {group} from "d3-array";
import {plainIban} from "../../src/lib/classify/payment.js";
import {foldedWords} from "../../src/lib/foldedText.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import type {BankView, BookedLeg, RowMark} from "./bankView.js";
import {centsOf} from "./rowAmount.js";

/** What is found of a row among the bookings. */
export interface Found {
  /** The booking that it is. */
  readonly leg?: BookedLeg;
  /** One of the same day and amount, with another name: it may be the same. */
  readonly alike?: BookedLeg;
}

/** Longer ids are cut, here and where they are kept. */
const longestId = 128;

export function markOf({bankId, date, amount, counterparty, description}: StatementRow): RowMark {
  const content = [date, amount, counterparty, description].join("\n").toLowerCase();
  return {
    bankId: bankId.slice(0, longestId),
    content: createHash("sha256").update(content).digest("hex"),
  };
}

/** What there is of each row, in their order. */
export function findKnown(rows: readonly StatementRow[], view: BankView): Found[] {
  const legs = view.legs.filter(({account}) => account === view.account.id);
  const free = new Set(legs);
  const found = new Map<StatementRow, BookedLeg>();
  const claimAll = (candidatesOf: (row: StatementRow) => readonly BookedLeg[]) => {
    for (const row of rows) {
      if (found.has(row)) continue;
      const leg = candidatesOf(row).find((each) => free.has(each));
      if (!leg) continue;
      free.delete(leg);
      found.set(row, leg);
    }
  };
  const isOther = (row: StatementRow, leg: BookedLeg) =>
    row.bankId !== "" && Boolean(view.marks.get(leg.id)?.bankId);
  const marked = legs.filter(({id}) => view.marks.has(id));
  const byId = group(marked, ({id}) => view.marks.get(id)!.bankId);
  const byContent = group(marked, ({id}) => view.marks.get(id)!.content);
  const byAmount = group(legs, ({day, amountCents}) => `${day} ${amountCents}`);
  const alikeOf = (row: StatementRow) =>
    (byAmount.get(`${row.date} ${centsOf(row)}`) ?? []).filter((leg) => !isOther(row, leg));
  claimAll((row) => (row.bankId === "" ? [] : (byId.get(markOf(row).bankId) ?? [])));
  claimAll((row) => (byContent.get(markOf(row).content) ?? []).filter((leg) => !isOther(row, leg)));
  claimAll((row) => alikeOf(row).filter((leg) => isSameSide(row, leg, view)));
  return rows.map((row) => {
    const leg = found.get(row);
    const alike = leg ? undefined : alikeOf(row).find((each) => free.has(each));
    return {...(leg && {leg}), ...(alike && {alike})};
  });
}

/** Whether a row and a booking name the same other side: by number, or one has all words of the other’s name or text. */
function isSameSide(row: StatementRow, leg: BookedLeg, {accounts}: BankView): boolean {
  if (leg.counterAccount !== null) {
    const {iban, holder} = accounts.get(leg.counterAccount)!;
    if (plainIban(row.counterpartyAccount) === plainIban(iban)) return true;
    if (isWithin(foldedWords(holder), wordsOf(row))) return true;
  }
  const booked = new Set([...foldedWords(leg.party), ...foldedWords(leg.description)]);
  return (
    isWithin(foldedWords(leg.party), wordsOf(row)) ||
    isWithin(foldedWords(leg.description), wordsOf(row)) ||
    isWithin(foldedWords(row.counterparty), booked)
  );
}

function wordsOf({counterparty, description}: StatementRow): ReadonlySet<string> {
  return new Set([...foldedWords(counterparty), ...foldedWords(description)]);
}

const isWithin = (words: readonly string[], all: ReadonlySet<string>) =>
  words.length > 0 && words.every((word) => all.has(word));
