import {categoryCode, channelCode} from "../../../src/lib/bank/codes.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {industryFacts, minorShares} from "../industryFacts.js";
import {instant} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {type Range, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("card_sales");
/** Settlement days with refunds, and the share of the day's takings that is paid back then. */
const refundDays = 0.2;
const refundShare = [0.02, 0.05, 0.05, 0.08, 0.1] as const;
const refunded = 0.012;
/** Takings of a day against those of other days. */
const dayWeight: Range = {least: 0.75, spread: 0.5};
/** The hour of the settlements, and how many minutes after one the money goes back. */
const settledAt = 5;
const refundAfter = 7;

/**
 * Takings at the till, settled by the card acquirer on each business day for the days since the last, and what it takes
 * back for goods returned.
 */
export const tills: Theme = {
  name: "tills",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "tills", companies);
    const text = texts.of("Card settlement");
    const refundText = texts.of("Card refunds");
    return (frame, {proposals}) => {
      const days = frame.businessDays.map((day, place) => ({
        day,
        covers: day - (frame.businessDays[place - 1] ?? frame.first - 1),
      }));
      for (const {index, industry, business, city, firstMonth} of companies) {
        if (!industryFacts[industry].till || frame.index < firstMonth) continue;
        const {sales} = business;
        const draw = draws.of(index);
        const account = holdings.ofCompany[index]!.checking;
        const vat = countries[cities[city]!.country].vatBps;
        const planned =
          sales[Math.min(frame.index, sales.length - 1)]! *
          (1 + vat / 10_000) *
          ((1 - minorShares.acquirer) / (1 - refunded));
        const weights = days.map(({covers}) => covers * within(draw, dayWeight));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        days.forEach(({day}, place) => {
          const amount = Math.round((planned * weights[place]!) / total);
          if (amount <= 0) return;
          const at = instant(day, settledAt, index % 60, between(draw, 0, 59));
          proposals.border({
            at,
            account,
            party: outside.acquirer,
            amountCents: amount,
            channel: transfer,
            category,
            text,
          });
          if (!chance(draw, refundDays)) return;
          const back = Math.round(amount * pick(draw, refundShare));
          if (back <= 0) return;
          const minute = (index + refundAfter) % 60;
          const backAt = instant(day, settledAt, minute, between(draw, 0, 59));
          proposals.border({
            at: backAt,
            account,
            party: outside.acquirer,
            amountCents: -back,
            channel: transfer,
            category,
            text: refundText,
          });
        });
      }
    };
  },
};
