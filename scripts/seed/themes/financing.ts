import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between, pick} from "../../../src/lib/stream.js";
import {costOfNetPay} from "../companies.js";
import {instant} from "../monthFrame.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const book = channelCode("book");
const financing = categoryCode("financing");
const saving = categoryCode("saving");

/**
 * Capital: rounds for companies that burn, owners who draw profit or make good a loss each quarter, and money
 * laid aside for taxes.
 */
export const financingRounds: Theme = {
  name: "financing",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "financing", companies);
    const plans = companies.map(({index}) => {
      const draw = draws.of(index);
      return {
        investor: pick(draw, outside.investors),
        phase: between(draw, 0, 5),
        level: 0.8 + 0.3 * draw(),
      };
    });
    const roundText = texts.of("Capital increase");
    const drawText = texts.of("Owners' drawings");
    const loanText = texts.of("Shareholder loan");
    const asideText = texts.of("Laid aside for taxes");
    return (frame, {proposals}) => {
      for (const {index, fate, sales, netPay, margin} of companies) {
        const {investor, phase, level} = plans[index]!;
        const {checking, savings} = holdings.ofCompany[index]!;
        const month = Math.min(frame.index, sales.length - 1);
        const at = instant(frame.businessDay(12), 10, index % 60);
        if (fate === "burning") {
          if (frame.index % 6 !== phase) continue;
          const burn = netPay[month]! * costOfNetPay * 6 * 0.75 * level;
          proposals.border(
            at,
            checking,
            investor,
            Math.round(burn / 1e6) * 1e6,
            transfer,
            financing,
            roundText,
          );
        } else if (fate !== "dry" && frame.index % 3 === phase % 3 && frame.index > 1) {
          const profit = sales[month]! * 3 * margin * level;
          const cents = Math.round(profit / 50_000) * 50_000 * -1;
          if (cents !== 0)
            proposals.border(
              at,
              checking,
              investor,
              cents,
              transfer,
              financing,
              cents < 0 ? drawText : loanText,
            );
        }
        if (savings < 0 || fate === "dry") continue;
        proposals.transfer(
          instant(frame.businessDay(20), 14, index % 60),
          checking,
          savings,
          Math.max(100_00, Math.round((sales[month]! * 0.01) / 10_000) * 10_000),
          book,
          saving,
          saving,
          asideText,
        );
      }
    };
  },
};
