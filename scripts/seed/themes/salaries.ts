import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {instant} from "../monthFrame.js";
import type {Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = {
  salary: categoryCode("salary"),
  pension: categoryCode("pension"),
  benefit: categoryCode("benefit"),
};

/** The hours of the night in which payers' batches are booked: the first, and how many there are. */
const night = {first: 3, hours: 3} as const;

/** What comes from outside each month: pay from employers elsewhere, pensions, benefits and grants. */
export const salaries: Theme = {
  name: "salaries",
  open({incomes, relations, holdings, texts}) {
    const text = {
      salary: texts.of("Salary"),
      pension: texts.of("Pension"),
      benefit: texts.of("Benefit"),
    };
    return (frame, {proposals, pay, customers}) => {
      for (const person of customers) {
        const spell = incomes.spell(person.index, frame.index);
        if (!spell || spell.company >= 0 || !relations[person.index]!.isPaidHere) continue;
        // Each payer has its own minute of the night in which its batch is booked.
        const hour = night.first + (spell.party % night.hours);
        const at = instant(frame.payday(spell.payday), hour, spell.party % 60);
        pay[person.index] = proposals.border({
          at,
          account: holdings.ofPerson[person.index]!.checking,
          party: spell.party,
          amountCents: incomes.cents(person.index, frame.index),
          channel: transfer,
          category: category[spell.kind],
          text: text[spell.kind],
        });
      }
    };
  },
};
