/** Stated balances held against the rows. */
import {group} from "d3-array";
import type {BalanceCount} from "../../lib/statements/balanceCount.js";
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
  const isNewestFirst = recognised.balanceCount?.order === "newest first";
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
  const read = readerCheck(file, rows[0], recognised.balanceCount);
  return {spans, checks: read ? [...checks, read] : checks};
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

/** What the reader found when it held balances, a column of them or those of each statement, against the rows. */
function readerCheck(
  file: string,
  row: StatementRow | undefined,
  count: BalanceCount | undefined,
): BalanceCheck | undefined {
  if (!row || !count) return undefined;
  const {kind, held, all} = count;
  const isWhole = held === all;
  const isRunning = kind === "steps";
  const of = isRunning ? "steps from row to row" : kind;
  return {
    account: row.account,
    file,
    currency: row.currency,
    what: isRunning ? "Running balance" : "Closing balances",
    stated: null,
    found: null,
    result: isWhole ? "holds" : "differs",
    words: isWhole ? `all ${all} ${of} hold` : `${held} of ${all} ${of} hold`,
  };
}
