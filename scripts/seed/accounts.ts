/**
 * The accounts of people and companies, in the order of their numbers; the other files speak of an account
 * by its place in this list.
 */
import {type Day, firstDayOf, type Month} from "../../src/lib/day.js";
import type {LedgerAccount} from "../../src/lib/ledger/posting.js";
import {normal} from "../../src/lib/normal.js";
import {chance, stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {accountIban} from "./homeBank.js";
import type {Person} from "./people.js";
import {inSpan, type Range, within} from "./ranges.js";

export type AccountKind = "checking" | "savings" | "brokerage";

export interface Account extends LedgerAccount {
  readonly id: string;
  readonly userId: string;
  readonly kind: AccountKind;
  readonly iban: string;
}

/** The numbers of an owner's accounts; −1 for one that is not there. */
export interface Holdings {
  readonly checking: number;
  readonly savings: number;
  readonly brokerage: number;
}

export interface Accounts {
  readonly list: readonly Account[];
  readonly ofPerson: readonly Holdings[];
  readonly ofCompany: readonly Holdings[];
}

/** The last day of an account that is not closed. */
export const openEnd: Day = 2_000_000;

/** The birthday from which an account may be overdrawn. */
const adulthood = 18;
/** Who has an overdraft, and of how many hundreds of euros, least and most. */
const overdrafts = {
  student: {share: 0.3, hundreds: [5, 10]},
  other: {share: 0.85, hundreds: [5, 35]},
} as const;
/** What people own against others of their income: its standard deviation around 1, and the least of all. */
const wealthSpread = 0.6;
const leastWealth = 0.05;
/** Nobody begins with less on checking than somebody who owns this much: it has to last until the first pay. */
const leastToLiveOn = 0.6;
/** What is on a checking account when the data begin, in months of income of somebody of usual means. */
const openingMonths: Range = {least: 0.6, spread: 1};
/** The most months of income on savings when the data begin, for somebody of usual means. */
const savingsMonths = 6;
/** For so many months a young company has what it burns when the data begin. */
const burnMonths = 3;
/** Brokerage accounts opened during the data, and on which of its days; the others follow the first in a month. */
const lateBrokerage = {share: 0.2, days: [20, 200], otherwiseAfter: 30} as const;
/** A company's overdraft in months of outflow, in whole thousands of euros, and what it has on savings at most. */
const companyMonths = {overdraft: 0.9, savings: 0.2} as const;
const wholeThousand = 100_000;
const suffixes = {checking: "chk", savings: "sav", brokerage: "brk"} as const;
const places = {checking: 1, savings: 2, brokerage: 3} as const;

/** Opens everybody's accounts, none after the last day of the data, which begin with the month `start`. */
export function openAccounts(
  seed: number,
  people: readonly Person[],
  companies: readonly Company[],
  {start, months}: {start: Month; months: number},
): Accounts {
  const list: Account[] = [];
  const firstDay = firstDayOf(start);
  const lastDay = firstDayOf(start + months) - 1;
  const open = (
    userId: string,
    kind: AccountKind,
    terms: {
      openedOn: Day;
      closedOn?: Day | undefined;
      openingCents: number;
      overdraftCents?: number;
    },
  ): number => {
    const ownerKind = userId.startsWith("com") ? "company" : "individual";
    return (
      list.push({
        id: `${userId}-${suffixes[kind]}`,
        userId,
        kind,
        iban: accountIban(ownerKind, Number(userId.slice(4)), places[kind]),
        openedOn: terms.openedOn,
        closedOn: terms.closedOn ?? openEnd,
        openingCents: terms.openedOn >= firstDay ? 0 : terms.openingCents,
        overdraftCents: terms.overdraftCents ?? 0,
        earnsInterest: kind === "savings",
      }) - 1
    );
  };

  const ofPerson = people.map((person): Holdings => {
    const draw = stream(seed, `accounts/${person.id}`);
    const {id, incomeCents: income, joinedOn: openedOn, leavesOn: closedOn} = person;
    const wealth = Math.max(leastWealth, 1 + wealthSpread * normal(draw));
    const overdraft = overdrafts[person.role === "student" ? "student" : "other"];
    const mayOverdraw = chance(draw, overdraft.share);
    const limit = inSpan(draw, overdraft.hundreds) * 10_000;
    // Whoever turns 18 in the first year may be a minor when the data begin.
    const isAdult = Math.floor(start / 12) - person.birthYear > adulthood;
    const overdraftCents = mayOverdraw && isAdult ? limit : 0;
    const checking = open(id, "checking", {
      openedOn,
      closedOn,
      overdraftCents,
      openingCents: Math.round(
        income * Math.max(leastToLiveOn, wealth) * within(draw, openingMonths),
      ),
    });
    const savings = person.saves
      ? open(id, "savings", {
          openedOn,
          closedOn,
          openingCents: Math.round(income * wealth * savingsMonths * draw()),
        })
      : -1;
    const brokerage = person.invests
      ? open(id, "brokerage", {
          openedOn: Math.min(
            lastDay,
            Math.max(
              openedOn,
              chance(draw, lateBrokerage.share)
                ? firstDay + inSpan(draw, lateBrokerage.days)
                : openedOn + lateBrokerage.otherwiseAfter,
            ),
          ),
          openingCents: Math.round(income * draw()),
        })
      : -1;
    return {checking, savings, brokerage};
  });

  const ofCompany = companies.map((company): Holdings => {
    const draw = stream(seed, `accounts/${company.id}`);
    const {joinedOn: openedOn, firstMonth, fate, business} = company;
    const month = Math.max(0, firstMonth);
    const monthly = business.outflow[month]!;
    const overdraftCents =
      fate === "dry"
        ? 0
        : Math.round((monthly * companyMonths.overdraft) / wholeThousand) * wholeThousand;
    const checking = open(company.id, "checking", {
      openedOn,
      // the poorest are planned to be overdrawn at the end of a month, among them some that may not
      openingCents: Math.max(-overdraftCents, openingOf(company)),
      overdraftCents,
    });
    const savings = company.savesTax
      ? open(company.id, "savings", {
          openedOn,
          openingCents: Math.round(monthly * companyMonths.savings * draw()),
        })
      : -1;
    return {checking, savings, brokerage: -1};
  });

  return {list, ofPerson, ofCompany};
}

/** What owners would have left in a company at the end of the month before the data. */
function openingOf({business, fate}: Company): number {
  const {cushion, pending, surplus} = business;
  const ahead = fate === "young" ? Math.max(0, -surplus[0]!) * burnMonths : 0;
  return Math.round(cushion[0]! - pending[0]! + ahead);
}
