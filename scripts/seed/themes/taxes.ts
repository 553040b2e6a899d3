import {type CategoryCode, categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {instant} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import type {Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const vat = categoryCode("vat");
const corporateTax = categoryCode("corporate_tax");

/** Days of the month after a quarter on which taxes are due, and the hour of the day in which they are paid. */
const dueDays = {vat: 10, profitTax: 15} as const;
const hour = 9;

/**
 * At the end of each quarter the books are drawn up; in the month after it VAT and corporate tax are paid. How
 * much follows from the books.
 */
export const taxes: Theme = {
  name: "taxes",
  open({companies, holdings, outside, texts}) {
    const vatText = texts.of("VAT return");
    const taxText = texts.of("Corporate tax instalment");
    return (frame, {proposals}) => {
      for (const {index, city, joinedOn, carriesLosses} of companies) {
        if (joinedOn > frame.last) continue;
        const account = holdings.ofCompany[index]!.checking;
        const {country} = cities[city]!;
        const office = outside.taxOffice[country];
        const {vatBps, corporateTaxBps} = countries[country];
        const propose = (
          at: number,
          rule: number,
          amount: number,
          category: CategoryCode,
          text: number,
        ) => {
          const added = proposals.border({
            at,
            account,
            party: office,
            amountCents: amount,
            channel: transfer,
            category,
            text,
          });
          proposals.setRule(added, rule);
        };
        const minute = index % 60;
        if (frame.calendarMonth % 3 === 0) {
          propose(instant(frame.last, 23, 59), Rule.assessment, vatBps, vat, vatText);
        } else if (frame.calendarMonth % 3 === 1) {
          propose(instant(frame.businessDay(dueDays.vat), hour, minute), Rule.vat, 0, vat, vatText);
          if (carriesLosses) continue;
          const dueAt = instant(frame.businessDay(dueDays.profitTax), hour, minute);
          propose(dueAt, Rule.profitTax, corporateTaxBps, corporateTax, taxText);
        }
      }
    };
  },
};
