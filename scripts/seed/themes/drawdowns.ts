import {businessDayUntil} from "../../../src/lib/businessDays.js";
import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {Rule} from "../../../src/lib/proposals.js";
import {between, chance} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const book = channelCode("book");
const transfer = channelCode("credit_transfer");
const saving = categoryCode("saving");
const household = categoryCode("household");

/**
 * Money back from savings: what checking lacks to a cushion, before the debits of a month, in its middle and at its
 * end; and now and then an amount for the other bank, by those who only save here.
 */
export const drawdowns: Theme = {
  name: "drawdowns",
  open(bank) {
    const {people, relations, budgets, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "drawdowns", people);
    const cushions = people.map(
      ({index, incomeCents}) =>
        Math.round((incomeCents * (0.12 + 0.25 * draws.of(index)())) / 5_000) * 5_000,
    );
    const text = texts.of("From savings");
    const outText = texts.of("To own account");
    return (frame, {proposals, customers}) => {
      const {first, last} = frame;
      const checks = [frame.businessDay(1), frame.businessDay(14), businessDayUntil(last)];
      for (const {index, city, incomeCents} of customers) {
        const account = holdings.ofPerson[index]!;
        if (account.savings < 0) continue;
        const draw = draws.of(index);
        const move = (at: number, cents: number) =>
          proposals.transfer(
            at,
            account.savings,
            account.checking,
            cents,
            book,
            saving,
            saving,
            text,
          );
        const {kind} = relations[index]!;
        const minute = between(draw, 0, 59);
        checks.forEach((day, place) => {
          if (kind !== "main" && place < 2) return;
          const at = instant(day, place === 0 ? 4 : 21, minute, index % 60);
          proposals.rule[move(at, cushions[index]!)] = Rule.topUp;
        });
        if (kind !== "savings" || !chance(draw, 0.07)) continue;
        const part = budgets.of[index]!.savingShare * incomeCents;
        const cents = Math.round((part * (2 + 6 * draw())) / 5_000) * 5_000;
        const day = frame.businessDay(between(draw, 3, last - first - 2));
        const taken = move(instant(day, 9, minute), cents);
        const sent = proposals.border(
          instant(day, 9, minute, 30),
          account.checking,
          outside.ownAccounts[cities[city]!.country],
          -cents,
          transfer,
          household,
          outText,
        );
        proposals.requires[sent] = taken;
      }
    };
  },
};
