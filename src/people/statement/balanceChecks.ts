/** Stated balances held against the rows, and the gaps between the statements of an account. */
import {group} from "d3-array";
import type {StatedBalance, Statement, StatementRow} from "../../lib/statements/statement.js";
import {cents} from "./payments.js";

/** One file's rows of one account and currency, with the balance before the first and after the last, in cents. */
export interface Span {
  readonly file: string;
  readonly account: string;
  readonly currency: string;
  readonly first: string;
  readonly last: string;
  readonly openingCents: number | undefined;
  readonly closingCents: number | undefined;
}

export interface BalanceCheck {
  readonly account: string;
  /** What was held against what, in words. */
  readonly what: string;
  readonly file: string;
  readonly stated: number | null;
  readonly found: number | null;
  readonly currency: string;
  readonly result: "holds" | "differs" | "gap" | "unknown";
  readonly words: string;
}

/** The spans of a file, and what its balances say of it. */
export function checkedFile(
  file: string,
  {rows, balances, recognised}: Statement,
): {spans: Span[]; checks: BalanceCheck[]} {
  const pockets = group(rows, ({account, currency}) => `${account}\n${currency}`);
  const isNewestFirst = recognised.balance.endsWith("newest first");
  const spans: Span[] = [];
  const checks: BalanceCheck[] = [];
  for (const own of pockets.values()) {
    const ordered = isNewestFirst ? own.toReversed() : own;
    const byDay = ordered.toSorted((a, b) => a.date.localeCompare(b.date));
    const {account, currency} = own[0]!;
    const [first, last] = [byDay[0]!, byDay.at(-1)!];
    const known = byDay.filter(({balance}) => balance !== "");
    const [firstKnown, lastKnown] = [known[0], known.at(-1)];
    const moved = (some: readonly StatementRow[]) =>
      some.reduce((sum, row) => sum + cents(row.amount), 0);
    const from = firstKnown
      ? cents(firstKnown.balance) - moved(byDay.slice(0, byDay.indexOf(firstKnown) + 1))
      : undefined;
    const to = lastKnown
      ? cents(lastKnown.balance) + moved(byDay.slice(byDay.indexOf(lastKnown) + 1))
      : undefined;
    const total = moved(byDay);
    const stated = statedOf(
      balances.filter(
        (balance) =>
          (balance.currency || currency) === currency &&
          (pockets.size === 1 || balance.account === account),
      ),
    );
    const openingCents = stated.opening ?? from ?? minus(stated.closing, total);
    const closingCents = stated.closing ?? to ?? plus(stated.opening, total);
    spans.push({
      file,
      account,
      currency,
      first: first.date,
      last: last.date,
      openingCents,
      closingCents,
    });
    const start = stated.opening ?? from;
    const base = {account, file, currency};
    if (stated.closing !== undefined && start !== undefined)
      checks.push(heldAgainst("Closing balance", base, stated.closing, start + total));
    if (stated.opening !== undefined && from !== undefined)
      checks.push(heldAgainst("Opening balance", base, stated.opening, from));
  }
  const running = runningCheck(file, rows[0], recognised.balance);
  return {spans, checks: running ? [...checks, running] : checks};
}

/** In cents, before the first row and after the last one: of several statements, of the first and the last. */
function statedOf(balances: readonly StatedBalance[]) {
  const byDay = balances.toSorted((a, b) => a.day.localeCompare(b.day) || a.line - b.line);
  const opening = byDay.find(({kind}) => kind === "opening");
  const closing = byDay.findLast(({kind}) => kind === "closing");
  return {opening: opening && cents(opening.amount), closing: closing && cents(closing.amount)};
}

const plus = (start: number | undefined, moved: number) =>
  start === undefined ? undefined : start + moved;
const minus = (end: number | undefined, moved: number) =>
  end === undefined ? undefined : end - moved;

function heldAgainst(
  what: string,
  base: Pick<BalanceCheck, "account" | "file" | "currency">,
  stated: number,
  found: number,
): BalanceCheck {
  const difference = stated - found;
  return {
    ...base,
    what,
    stated: stated / 100,
    found: found / 100,
    result: difference === 0 ? "holds" : "differs",
    words:
      difference === 0
        ? "as the rows make it"
        : "the rows make another one: some may be missing, or read twice",
  };
}

/** What the reader found when it held the column of balances against the rows. */
function runningCheck(
  file: string,
  row: StatementRow | undefined,
  balance: string,
): BalanceCheck | undefined {
  const [, held, steps] = /^(\d+) of (\d+) steps hold/.exec(balance) ?? [];
  if (!row || held === undefined || steps === undefined) return undefined;
  const isWhole = held === steps;
  return {
    account: row.account,
    file,
    currency: row.currency,
    what: "Running balance",
    stated: null,
    found: null,
    result: isWhole ? "holds" : "differs",
    words: isWhole
      ? `all ${steps} steps from row to row hold`
      : `${held} of ${steps} steps from row to row hold`,
  };
}

/** What lies between one statement of an account and the next: nothing, a gap, or nobody can tell. */
export function gapChecks(spans: readonly Span[]): BalanceCheck[] {
  const accounts = group(spans, ({account, currency}) => `${account}\n${currency}`);
  return [...accounts.values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => a.first.localeCompare(b.first));
    let before = ordered[0]!;
    return ordered.slice(1).flatMap((next): BalanceCheck[] => {
      const last = before;
      if (next.last > before.last) before = next;
      return next.first <= last.last ? [] : [between(last, next)];
    });
  });
}

function between(last: Span, next: Span): BalanceCheck {
  const base = {
    account: next.account,
    file: next.file,
    currency: next.currency,
    what: `${last.last} to ${next.first}`,
    stated: next.openingCents === undefined ? null : next.openingCents / 100,
    found: last.closingCents === undefined ? null : last.closingCents / 100,
  };
  if (last.closingCents === undefined || next.openingCents === undefined) {
    const isFar = Date.parse(next.first) - Date.parse(last.last) > farMs;
    const words = isFar
      ? "no rows between two files, and no balances that would tell whether there should be any"
      : "the files have no balances that would tell whether there is a gap";
    return {...base, result: isFar ? "gap" : "unknown", words};
  }
  return last.closingCents === next.openingCents
    ? {...base, result: "holds", words: "the next file begins where the last one ended"}
    : {...base, result: "gap", words: "a gap: the balance moved between the two files"};
}

/** So long without a row is a gap where no balance says otherwise. */
const farMs = 10 * 86_400_000;
