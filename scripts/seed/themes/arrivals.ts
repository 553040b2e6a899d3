import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const book = channelCode("book");
const category = categoryCode("saving");

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
          const at = instant(on, 9, between(draw, 0, 59));
          const cents = Math.round((incomeCents * (0.5 + 1.5 * draw())) / 5000) * 5000;
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
              at: instant(leavesOn, 22),
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
            at: instant(leavesOn, 22, 30),
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
