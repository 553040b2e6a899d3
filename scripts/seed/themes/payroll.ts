import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {instant} from "../monthFrame.js";
import {cities} from "../places.js";
import {costOfNetPay} from "../staffing.js";
import type {Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const salary = categoryCode("salary");
const payroll = categoryCode("payroll");
const contributions = categoryCode("social_contributions");

/** The hours of the day: pay is there before people get up, and the fund is paid in the morning. */
const hours = {pay: 4, contributions: 10} as const;
/** What goes to the fund, against net pay. */
const contributionBps = Math.round((costOfNetPay - 1) * 10_000);

/**
 * The payroll runs of inside companies: one instant, one internal movement per employee, all or none. Income
 * tax and social contributions on that pay go to the country's fund some days later.
 */
export const payrollRuns: Theme = {
  name: "payroll",
  open({incomes, companies, holdings, outside, texts}) {
    const text = texts.of("Payroll");
    const contributionText = texts.of("Payroll tax and social contributions");
    return (frame, {proposals, pay, customers}) => {
      const staff: number[][] = companies.map(() => []);
      for (const person of customers) {
        const spell = incomes.spell(person.index, frame.index);
        if (spell && spell.company >= 0) staff[spell.company]!.push(person.index);
      }
      for (const company of companies) {
        const account = holdings.ofCompany[company.index]!.checking;
        const at = instant(frame.payday(company.payday), hours.pay, company.index % 60);
        let first = -1;
        let total = 0;
        for (const employee of staff[company.index]!) {
          const amount = incomes.cents(employee, frame.index);
          const index = proposals.inside({
            at,
            from: account,
            to: holdings.ofPerson[employee]!.checking,
            amountCents: amount,
            channel: transfer,
            category: payroll,
            toCategory: salary,
            text,
          });
          pay[employee] = index;
          total += amount;
          if (first < 0) first = index;
          else proposals.setRequired(index, first);
        }
        if (first >= 0) proposals.setReserve(first, total);
        const paid = proposals.border({
          at: instant(frame.businessDays.at(-1)!, hours.contributions, company.index % 60, 30),
          account,
          party: outside.socialFund[cities[company.city]!.country],
          amountCents: contributionBps,
          channel: transfer,
          category: contributions,
          text: contributionText,
        });
        proposals.setRule(paid, Rule.contribution);
        proposals.setRequired(paid, first);
      }
    };
  },
};
