import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import {type Company, costOfNetPay} from "../companies.js";
import {industryFacts} from "../industryFacts.js";
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
const insideShare = 0.03;

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
        grossFactor: 1 + (countries[country].vatBps / 10_000) * 0.9,
      };
    });
    return (frame, {proposals}) => {
      for (const company of companies) {
        const {index, industry} = company;
        const {suppliers, landlord, agency, utility, grossFactor} = plans[index]!;
        const draw = draws.of(index);
        const facts = industryFacts[industry];
        const account = holdings.ofCompany[index]!.checking;
        const {base, goods} = plannedCosts(company, frame.index);
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
          proposals.border(at, account, party, -Math.round(cents), channel, category, text);
        };
        const count = between(draw, 4, 9);
        const weights = Array.from({length: count}, () => 0.15 + draw() * draw());
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        for (const weight of weights) {
          const supplier = pick(draw, suppliers);
          const cents = (goods * grossFactor * (1 - insideShare) * weight) / total;
          pay(
            pick(draw, frame.businessDays),
            supplier,
            cents,
            transfer,
            vendor,
            outside.texts[supplier]!,
          );
        }
        pay(
          frame.businessDay(3),
          landlord,
          Math.round((base * facts.premisesShare) / 5000) * 5000,
          transfer,
          premises,
          premisesText,
        );
        if (chance(draw, 0.6)) {
          const cents = (base * facts.marketingShare * grossFactor * (0.5 + draw())) / 0.6;
          pay(
            pick(draw, frame.businessDays),
            agency,
            cents,
            transfer,
            marketing,
            outside.texts[agency]!,
          );
        }
        if (chance(draw, 0.08)) {
          const supplier = pick(draw, outside.suppliers);
          pay(
            pick(draw, frame.businessDays),
            supplier,
            base * 0.06 * (0.3 + draw()),
            transfer,
            equipment,
            outside.texts[supplier]!,
          );
        }
        const winter = frame.calendarMonth < 4 || frame.calendarMonth > 10 ? 1.35 : 0.8;
        pay(
          frame.businessDay(8),
          utility,
          base * 0.012 * winter * (0.85 + 0.3 * draw()),
          debit,
          utilities,
          outside.texts[utility]!,
        );
      }
    };
  },
};

/**
 * The scale of a company in a month (sales as they would be in ordinary times), and what it buys for it, in
 * cents without VAT. One that loses its sales cuts its purchases late and not enough.
 */
function plannedCosts(
  {sales, netPay, industry, fate, margin}: Company,
  index: number,
): {base: number; goods: number} {
  const month = Math.min(index, sales.length - 1);
  const {payrollShare, premisesShare, marketingShare} = industryFacts[industry];
  const staffed = (netPay[month]! * costOfNetPay) / payrollShare;
  const failing = fate === "dry" || fate === "burning";
  const base = failing
    ? Math.max(sales[month]!, staffed * (fate === "dry" ? 0.75 : 1))
    : sales[month]!;
  const goods =
    base *
    Math.max(
      0.05,
      1 - payrollShare - premisesShare - marketingShare - 0.018 - (failing ? 0.03 : margin),
    );
  return {base, goods};
}
