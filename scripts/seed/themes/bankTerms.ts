import {businessDayUntil} from "../../../src/lib/bank/businessDays.js";
import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {chance, stream} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import type {Theme} from "./theme.js";

const book = channelCode("book");
const fee = categoryCode("fee");
const interest = categoryCode("interest");
/** Interest a year, in basis points. */
const savingsRateBps = 175;
const overdraftRateBps = 990;
/** Fees a month in cents: of every company, and of the share of people whose account is not free. */
const companyFee = 1_490;
const personFee = {share: 0.22, cents: 490} as const;
/** Day of the month and times of day of the bank's own runs, hours and minutes: by night, when all else is booked. */
const feeDay = 2;
const feeTime = [2, 15] as const;
const interestTime = [22, 45] as const;

/**
 * What the bank itself takes and gives: monthly fees, and at the end of each quarter interest on savings and
 * on overdrafts. The bank's own books lie outside, so these cross the border.
 */
export const bankTerms: Theme = {
  name: "fees and interest",
  open({accounts, outside, texts, parameters}) {
    const feeText = texts.of("Account fee");
    const creditText = texts.of("Interest");
    const debitText = texts.of("Overdraft interest");
    const monthlyFee = accounts.map(({id, kind, userId}) => {
      if (kind !== "checking") return 0;
      if (userId.startsWith("com")) return companyFee;
      const draw = stream(parameters.seed, `fee/${id}`);
      return chance(draw, personFee.share) ? personFee.cents : 0;
    });
    return (frame, {proposals}) => {
      const feeAt = instant(frame.businessDay(feeDay), ...feeTime);
      const interestAt = instant(businessDayUntil(frame.last), ...interestTime);
      const endsQuarter = frame.calendarMonth % 3 === 0;
      accounts.forEach(({kind, openedOn, closedOn}, account) => {
        if (openedOn > frame.last || closedOn < frame.last) return;
        if (monthlyFee[account]! > 0) {
          proposals.border({
            at: feeAt,
            account,
            party: outside.bank,
            amountCents: -monthlyFee[account]!,
            channel: book,
            category: fee,
            text: feeText,
          });
        }
        if (!endsQuarter || kind === "brokerage") return;
        const added = proposals.border({
          at: interestAt,
          account,
          party: outside.bank,
          amountCents: kind === "savings" ? savingsRateBps : overdraftRateBps,
          channel: book,
          category: interest,
          text: kind === "savings" ? creditText : debitText,
        });
        proposals.setRule(added, Rule.interest);
      });
    };
  },
};
