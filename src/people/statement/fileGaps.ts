/** The gaps between the statements of an account. */
import {group} from "d3-array";
import type {BalanceCheck, Span} from "./balanceChecks.js";

/** What lies between two files of an account that follow each other. */
interface FileStep {
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

export const gapChecks = (spans: readonly Span[]): BalanceCheck[] =>
  fileSteps(spans).map(({check}) => check);

/** The gaps between files, from the last day before to the first day after. */
export const gapsIn = (spans: readonly Span[]): Pick<FileStep, "account" | "from" | "to">[] =>
  fileSteps(spans).filter(({check}) => check.result === "gap");

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
