/** The gaps between the statements of an account, and those between accounts, which none of them fills. */
import {group} from "d3-array";
import type {BalanceCheck, Span} from "./balanceChecks.js";

/** What lies between two files that follow each other. */
interface FileStep {
  /** That of the later file. */
  readonly account: string;
  /** The last day of the one and the first day of the other. */
  readonly from: string;
  readonly to: string;
  readonly check: BalanceCheck;
}

/** From each statement of an account to the next: nothing is missing, a gap, or nobody can tell. */
function fileSteps(spans: readonly Span[]): FileStep[] {
  const accounts = group(spans, ({account, currency}) => `${account}\n${currency}`);
  return [...accounts.values()].flatMap((own) => {
    const ordered = own.toSorted((a, b) => a.first.localeCompare(b.first));
    let before = ordered[0]!;
    return ordered.slice(1).flatMap((next): FileStep[] => {
      const last = before;
      if (next.last > before.last) before = next;
      if (next.first <= last.last) return [];
      const {account} = next;
      return [{account, from: last.last, to: next.first, check: between(last, next)}];
    });
  });
}

/**
 * The gaps between checking accounts and cards: none has rows for long, and no balances say that nothing was booked. Files
 * that name no account, each of which passes for one of its own, have no other gaps. What lies within a gap of one account
 * is told there.
 */
function accountGaps(spending: readonly Span[], own: readonly FileStep[]): FileStep[] {
  const [gaps, filled] = [own.filter(isGap), own.filter((step) => !isGap(step))];
  const held = filled.map(({from, to, check}) => ({...check, first: from, last: to}));
  const ordered = [...spending, ...held].toSorted((a, b) => a.first.localeCompare(b.first));
  let last = ordered[0]?.last ?? "";
  return ordered.flatMap(({account, file, currency, ...next}): FileStep[] => {
    const [from, to] = [last, next.first];
    if (next.last > last) last = next.last;
    if (!isFar(from, to) || gaps.some((gap) => gap.from <= from && gap.to >= to)) return [];
    const base = {account, file, currency, what: `${from} to ${to}`, stated: null, found: null};
    const words = "no file of a checking account or card has rows between these days";
    return [{account, from, to, check: {...base, result: "gap", words}}];
  });
}

/** From file to file of each account, and the gaps between checking accounts and cards, whose spans are `spending`. */
export const gapChecks = (spans: readonly Span[], spending: readonly Span[]): BalanceCheck[] =>
  [...fileSteps(spans), ...accountGaps(spending, fileSteps(spending))].map(({check}) => check);

/** The gaps of checking accounts and cards, and between them, from the last day before to the first day after. */
export function gapsIn(spending: readonly Span[]): Pick<FileStep, "account" | "from" | "to">[] {
  const own = fileSteps(spending);
  return [...own.filter(isGap), ...accountGaps(spending, own)];
}

const isGap = ({check}: FileStep): boolean => check.result === "gap";

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
    const isLong = isFar(last.last, next.first);
    const words = isLong
      ? "no rows between two files, and no balances that would tell whether there should be any"
      : "the files have no balances that would tell whether there is a gap";
    return {...base, result: isLong ? "gap" : "unknown", words};
  }
  return last.closingCents === next.openingCents
    ? {...base, result: "holds", words: "the next file begins where the last one ended"}
    : {...base, result: "gap", words: "a gap: the balance moved between the two files"};
}

/** So long without a row is a gap where no balance says otherwise. */
const farMs = 10 * 86_400_000;

const isFar = (from: string, to: string): boolean => Date.parse(to) - Date.parse(from) > farMs;
