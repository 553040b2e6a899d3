import {categoryCode} from "../../../src/lib/bank/categoryCodes.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import type {Company} from "../companies.js";
import {industryFacts, minorShares} from "../industryFacts.js";
import {instant} from "../monthFrame.js";
import {cities, countries} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const debit = channelCode("direct_debit");
const vendor = categoryCode("vendor");
const premises = categoryCode("premises");
const marketing = categoryCode("marketing");
const equipment = categoryCode("equipment");
const utilities = categoryCode("utilities");
/** Part of the purchases that other companies of this bank invoice. */
const insideShare = 0.005;
/** How likely a company buys equipment in a month. */
const equipmentChance = 0.08;

/** What companies buy: materials and services, premises, marketing, equipment now and then, energy. */
export const purchasing: Theme = {
  name: "purchasing",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "purchasing", companies);
    const premisesText = texts.of("Rent of premises");
    const plans = companies.map((company) => {
      const draw = draws.of(company.index);
      const country = cities[company.city]!.country;
      return {
        // A company stays with a dozen suppliers.
        suppliers: Array.from({length: between(draw, 5, 14)}, () => pick(draw, outside.suppliers)),
        landlord: pick(draw, outside.landlords[company.city]!),
        agency: pick(draw, outside.agencies),
        utility: pick(draw, outside.utilities[country]),
        grossFactor: 1 + countries[country].vatBps / 10_000,
      };
    });
    return (frame, {proposals}) => {
      for (const company of companies) {
        const {index, industry} = company;
        const {sales, scale, supplied} = planned(company, frame.index);
        // Before the first month, and once a company has given up, there is nothing to buy.
        if (sales === 0) continue;
        const {suppliers, landlord, agency, utility, grossFactor} = plans[index]!;
        const draw = draws.of(index);
        const facts = industryFacts[industry];
        const account = holdings.ofCompany[index]!.checking;
        const pay = (
          day: number,
          party: number,
          cents: number,
          channel: number,
          category: number,
          text: number,
        ) => {
          if (cents < 100) return;
          const at = instant(day, between(draw, 6, 16), between(draw, 0, 59), between(draw, 0, 59));
          proposals.border({
            at,
            account,
            party,
            amountCents: -Math.round(cents),
            channel,
            category,
            text,
          });
        };
        for (let payment = between(draw, 4, 9); payment > 0; payment--) {
          const supplier = pick(draw, suppliers);
          const day = pick(draw, frame.businessDays);
          const at = instant(day, between(draw, 6, 16), between(draw, 0, 59), between(draw, 0, 59));
          const rate = Math.round(supplied * (1 - insideShare) * 10_000);
          const text = outside.texts[supplier]!;
          const added = proposals.border({
            at,
            account,
            party: supplier,
            amountCents: rate,
            channel: transfer,
            category: vendor,
            text,
          });
          proposals.setRule(added, Rule.supplies);
        }
        pay(
          frame.businessDay(3),
          landlord,
          Math.round((scale * grossFactor * facts.premisesShare) / 5000) * 5000,
          transfer,
          premises,
          premisesText,
        );
        if (chance(draw, 0.6)) {
          const cents = (sales * facts.marketingShare * grossFactor * (0.5 + draw())) / 0.6;
          pay(
            pick(draw, frame.businessDays),
            agency,
            cents,
            transfer,
            marketing,
            outside.texts[agency]!,
          );
        }
        if (chance(draw, equipmentChance)) {
          const supplier = pick(draw, outside.suppliers);
          pay(
            pick(draw, frame.businessDays),
            supplier,
            (scale * grossFactor * minorShares.equipment * (0.4 + 1.2 * draw())) / equipmentChance,
            transfer,
            equipment,
            outside.texts[supplier]!,
          );
        }
        const winter = frame.calendarMonth < 4 || frame.calendarMonth > 10 ? 1.35 : 0.8;
        pay(
          frame.businessDay(8),
          utility,
          scale * grossFactor * minorShares.energy * winter * (0.85 + 0.3 * draw()),
          debit,
          utilities,
          outside.texts[utility]!,
        );
      }
    };
  },
};

/** The plan of a month: sales in cents without VAT, and what suppliers get of them; the last one holds on. */
function planned(
  {business: {sales, scale, supplied}}: Company,
  index: number,
): {sales: number; scale: number; supplied: number} {
  const month = Math.min(index, sales.length - 1);
  return {sales: sales[month]!, scale: scale[month]!, supplied: supplied[month]!};
}
