import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {instruments} from "../instruments.js";
import {instant} from "../monthFrame.js";
import type {Theme} from "./theme.js";

const book = channelCode("book");
const category = categoryCode("dividend");

/** The hours of the day: who holds a share is settled before the exchange opens, and money comes in the morning. */
const hours = {entitlement: 0, payment: 9} as const;

/** Corporate actions: who holds a share when it goes ex, what is paid on it later, and the split. */
export const dividends: Theme = {
  name: "dividends",
  open({accounts, market, outside, texts}) {
    const depots = accounts.flatMap(({kind}, account) => (kind === "brokerage" ? [account] : []));
    const dividendTexts = instruments.map(({symbol}) => texts.of(`Dividend ${symbol}`));
    const splitText = texts.of("Split");
    return (frame, {proposals}) => {
      market.splits.forEach(({day}, link) => {
        if (day < frame.first || day > frame.last || depots.length === 0) return;
        const added = proposals.border({
          at: instant(day, 0),
          account: depots[0]!,
          party: outside.market,
          amountCents: 0,
          channel: book,
          category,
          text: splitText,
        });
        proposals.setRule(added, Rule.split, link);
      });
      market.dividends.forEach(({exOn, paidOn, instrument}, link) => {
        for (const [day, hour, rule] of [
          [exOn, hours.entitlement, Rule.entitlement],
          [paidOn, hours.payment, Rule.dividend],
        ] as const) {
          if (day < frame.first || day > frame.last) continue;
          for (const depot of depots) {
            if (accounts[depot]!.openedOn > day) continue;
            const added = proposals.border({
              at: instant(day, hour),
              account: depot,
              party: outside.market,
              amountCents: 0,
              channel: book,
              category,
              text: dividendTexts[instrument]!,
            });
            proposals.setRule(added, rule, link);
          }
        }
      });
    };
  },
};
