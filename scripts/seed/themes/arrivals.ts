import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {type Range, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const book = channelCode("book");
const category = categoryCode("saving");

/** What new customers bring, in months of income and in steps of so many cents. */
const broughtMonths: Range = {least: 0.5, spread: 1.5};
const step = 5_000;
/** The hour in which they bring it, and the one after all other bookings in which those who leave are paid out. */
const hours = {arrives: 9, leaves: 22} as const;

/** New customers bring money from their other bank; those who leave take all of it along. */
export const arrivals: Theme = {
  name: "arrivals",
  open(bank) {
    const {people, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "arrivals", people);
    const openingText = texts.of("First deposit");
    const closingText = texts.of("Account closed");
    return (frame, {proposals}) => {
      for (const {index, city, joinedOn, leavesOn, incomeCents} of people) {
        const arrives = joinedOn >= frame.first && joinedOn <= frame.last;
        const leaves = leavesOn !== undefined && leavesOn >= frame.first && leavesOn <= frame.last;
        if (!arrives && !leaves) continue;
        const account = holdings.ofPerson[index]!;
        const elsewhere = outside.ownAccounts[cities[city]!.country];
        if (arrives) {
          const draw = draws.of(index);
          const on = frame.businessDay(joinedOn - frame.first + 1);
          const at = instant(on, hours.arrives, between(draw, 0, 59));
          const cents = Math.round((incomeCents * within(draw, broughtMonths)) / step) * step;
          proposals.border({
            at,
            account: account.checking,
            party: elsewhere,
            amountCents: cents,
            channel: transfer,
            category,
            text: openingText,
          });
        }
        if (leaves) {
          if (account.savings >= 0) {
            const swept = proposals.inside({
              at: instant(leavesOn, hours.leaves),
              from: account.savings,
              to: account.checking,
              amountCents: 0,
              channel: book,
              category,
              toCategory: category,
              text: closingText,
            });
            proposals.setRule(swept, Rule.sweep);
          }
          const swept = proposals.border({
            at: instant(leavesOn, hours.leaves, 30),
            account: account.checking,
            party: elsewhere,
            amountCents: 0,
            channel: transfer,
            category,
            text: closingText,
          });
          proposals.setRule(swept, Rule.sweep);
        }
      }
    };
  },
};
