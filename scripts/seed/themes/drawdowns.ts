import {businessDayUntil} from "../../../src/lib/bank/businessDays.js";
import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, chance} from "../../../src/lib/stream.js";
import type {Holdings} from "../accounts.js";
import type {Drafts} from "../drafts.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {type Range, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const transfer = channelCode("credit_transfer");
const saving = categoryCode("saving");
const household = categoryCode("household");

/** Days of a month on which people look at what is there, besides the last. */
const checkDays = [1, 7, 13, 19, 25];

/** The cushion in months of income; it and what is taken for elsewhere are whole multiples of the step, in cents. */
const cushionMonths: Range = {least: 0.35, spread: 0.3};
const step = 5_000;
/** Below this part of the cushion checking is filled up to it again: nobody moves a few euros. */
const refillBelow = 0.6;
/** A large debit is covered if checking holds this many times as much. */
const covered = 1.2;
/** How often those who only save here take money out in a month, and of how many months of saving. */
const takesOut = 0.07;
const takenMonths: Range = {least: 2, spread: 6};
/** The first day of the month on which they do, and how many days are left of it on the last. */
const takenOn = {first: 3, daysLeft: 3} as const;
/** Hours of the day: debits and cushions come before the bookings of a day, the last look at a month after them. */
const hours = {debit: 3, check: 4, lastCheck: 21, takeOut: 9} as const;

/** From how many cents on a debit makes people look whether there is enough for it. */
const largeDebit = 10_000;
/** What those who live elsewhere bring checking up to when it has fallen below zero, in cents. */
const smallCushion = 10_000;

/**
 * Money back from savings: what checking lacks to a cushion, about once a week, before a large debit, and at the end of
 * the month; and now and then an amount for the other bank, by those who only save here.
 */
export const drawdowns: Theme = {
  name: "drawdowns",
  open(bank) {
    const {people, relations, contracts, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "drawdowns", people);
    const cushions = people.map(
      ({index, incomeCents}) =>
        Math.round((incomeCents * within(draws.of(index), cushionMonths)) / step) * step,
    );
    const text = texts.of("From savings");
    const outText = texts.of("To own account");
    const topUp = (
      {proposals}: Drafts,
      {savings, checking}: Holdings,
      at: number,
      level: number,
      least: number,
    ) => {
      const added = proposals.inside({
        at,
        from: savings,
        to: checking,
        amountCents: level,
        channel: book,
        category: saving,
        toCategory: saving,
        text,
      });
      proposals.setRule(added, Rule.topUp, least);
    };
    return (frame, drafts) => {
      const {proposals, customers} = drafts;
      const {first, last} = frame;
      const checks = checkDays.map((day) => frame.businessDay(day));
      const lastCheck = businessDayUntil(last);
      for (const {index, city, incomeCents} of customers) {
        const account = holdings.ofPerson[index]!;
        if (account.savings < 0) continue;
        const draw = draws.of(index);
        const {kind} = relations[index]!;
        const isMain = kind === "main";
        const cushion = isMain ? cushions[index]! : smallCushion;
        const enough = refillBelow * cushion;
        const minute = between(draw, 0, 59);
        if (isMain) {
          for (const day of checks)
            topUp(drafts, account, instant(day, hours.check, minute, index % 60), cushion, enough);
          for (const {cents, day, every, phase} of contracts[index]!) {
            if (cents < largeDebit || frame.calendarMonth % every !== phase) continue;
            const at = instant(frame.businessDay(day), hours.debit, minute);
            topUp(drafts, account, at, cents + cushion, covered * cents);
          }
        }
        const lastAt = instant(lastCheck, hours.lastCheck, minute, index % 60);
        topUp(drafts, account, lastAt, cushion, isMain ? enough : 0);
        if (kind !== "savings" || !chance(draw, takesOut)) continue;
        const part = budgets.of[index]!.savingShare * incomeCents;
        const cents = Math.round((part * within(draw, takenMonths)) / step) * step;
        const day = frame.businessDay(
          between(draw, takenOn.first, last - first + 1 - takenOn.daysLeft),
        );
        const taken = proposals.inside({
          at: instant(day, hours.takeOut, minute),
          from: account.savings,
          to: account.checking,
          amountCents: cents,
          channel: book,
          category: saving,
          toCategory: saving,
          text,
        });
        const sent = proposals.border({
          at: instant(day, hours.takeOut, minute, 30),
          account: account.checking,
          party: outside.ownAccounts[cities[city]!.country],
          amountCents: -cents,
          channel: transfer,
          category: household,
          text: outText,
        });
        proposals.setRequired(sent, taken);
      }
    };
  },
};
