import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between} from "../../../src/lib/stream.js";
import {industryFacts} from "../industryFacts.js";
import {instant} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("card_sales");
/** What the acquirer keeps. */
const acquirerShare = 0.012;

/** Takings at the till, settled by the card acquirer on each business day for the days since the last. */
export const tills: Theme = {
  name: "tills",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "tills", companies);
    const text = texts.of("Card settlement");
    return (frame, {proposals}) => {
      const days = frame.businessDays.map((day, place) => ({
        day,
        covers: day - (frame.businessDays[place - 1] ?? frame.first - 1),
      }));
      for (const {index, industry, sales, city} of companies) {
        if (!industryFacts[industry].till) continue;
        const draw = draws.of(index);
        const vat = countries[cities[city]!.country].vatBps;
        const planned =
          sales[Math.min(frame.index, sales.length - 1)]! *
          (1 + vat / 10_000) *
          (1 - acquirerShare);
        const weights = days.map(({covers}) => covers * (0.75 + 0.5 * draw()));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        days.forEach(({day}, place) => {
          const amount = Math.round((planned * weights[place]!) / total);
          if (amount <= 0) return;
          proposals.border(
            instant(day, 5, index % 60, between(draw, 0, 59)),
            holdings.ofCompany[index]!.checking,
            outside.acquirer,
            amount,
            transfer,
            category,
            text,
          );
        });
      }
    };
  },
};
