import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import type {Day} from "../../../src/lib/day.js";
import type {BorderPayment} from "../../../src/lib/ledger/proposal.js";
import type {Proposals} from "../../../src/lib/ledger/proposals.js";
import {Rule} from "../../../src/lib/ledger/rules.js";
import {chance, pick, type Stream} from "../../../src/lib/stream.js";
import type {Bank} from "../bank.js";
import type {Company} from "../companies.js";
import {type IndustryFacts, industryFacts, minorShares} from "../industryFacts.js";
import {type MonthFrame, sometime} from "../monthFrame.js";
import type {Outside} from "../outside.js";
import {cities, countries} from "../places.js";
import {inSpan, type Range, type Span, within} from "../ranges.js";
import {streamsFor, type Theme} from "./theme.js";

const transfer = channelCode("credit_transfer");
const debit = channelCode("direct_debit");
const vendor = categoryCode("vendor");
const premises = categoryCode("premises");
const marketing = categoryCode("marketing");
const equipment = categoryCode("equipment");
const utilities = categoryCode("utilities");

/** A company stays with so many suppliers, and pays them so often a month. */
const supplierCount: Span = [5, 14];
const supplyPayments: Span = [4, 9];
/** Part of the purchases that other companies of this bank invoice. */
const insideShare = 0.005;
/** How likely a company pays for marketing and for equipment in a month; what it pays then makes up for the others. */
const marketingChance = 0.6;
const equipmentChance = 0.08;
/** By how much what is paid differs from the usual: from `least` to `least + spread` times it. */
const marketingSize: Range = {least: 0.5, spread: 1};
const equipmentSize: Range = {least: 0.4, spread: 1.2};
const energySize: Range = {least: 0.85, spread: 0.3};
/** Energy in winter and in summer against the average, and the first and the last month of summer. */
const energySeason = {winter: 1.35, summer: 0.8, from: 4, until: 10} as const;
/** Rents of premises are whole multiples of this, in cents. */
const rentStep = 5_000;
/** Days of the month on which the rent and the energy are due. */
const rentDay = 3;
const energyDay = 8;
/** Nobody pays less than this, in cents. */
const leastCents = 100;
/** The hours of the day in which companies pay. */
const officeHours: Span = [6, 16];

/** With whom a company deals, and its prices with VAT against those without. */
interface Plan {
  readonly suppliers: readonly PartyCode[];
  readonly landlord: PartyCode;
  readonly agency: PartyCode;
  readonly utility: PartyCode;
  readonly grossFactor: number;
}

/** What the purchases of one company in one month need to know. */
interface Month extends Plan {
  readonly frame: MonthFrame;
  readonly proposals: Proposals;
  readonly draw: Stream;
  readonly account: number;
  readonly facts: IndustryFacts;
  readonly sales: number;
  readonly scale: number;
  readonly supplied: number;
}

/** What companies buy: materials and services, premises, marketing, equipment now and then, energy. */
export const purchasing: Theme = {
  name: "purchasing",
  open(bank) {
    const {companies, holdings, outside, texts} = bank;
    const draws = streamsFor(bank, "purchasing", companies);
    const rentText = texts.of("Rent of premises");
    const plans = companies.map((company) => planOf(bank, company, draws.of(company.index)));
    return (frame, {proposals}) => {
      for (const company of companies) {
        const {index, industry} = company;
        const planned = plannedIn(company, frame.index);
        // Before the first month, and once a company has given up, there is nothing to buy.
        if (planned.sales === 0) continue;
        const month: Month = {
          frame,
          proposals,
          draw: draws.of(index),
          account: holdings.ofCompany[index]!.checking,
          facts: industryFacts[industry],
          ...planned,
          ...plans[index]!,
        };
        buySupplies(month, outside);
        payRent(month, rentText);
        buyMarketing(month, outside);
        buyEquipment(month, outside);
        payEnergy(month, outside);
      }
    };
  },
};

function planOf({outside}: Bank, {city}: Company, draw: Stream): Plan {
  const {country} = cities[city]!;
  return {
    suppliers: Array.from({length: inSpan(draw, supplierCount)}, () =>
      pick(draw, outside.suppliers),
    ),
    landlord: pick(draw, outside.landlords[city]!),
    agency: pick(draw, outside.agencies),
    utility: pick(draw, outside.utilities[country]),
    grossFactor: 1 + countries[country].vatBps / 10_000,
  };
}

/** The plan of a month: sales in cents without VAT, and what suppliers get of them; the last one holds on. */
function plannedIn({business: {sales, scale, supplied}}: Company, index: number) {
  const month = Math.min(index, sales.length - 1);
  return {sales: sales[month]!, scale: scale[month]!, supplied: supplied[month]!};
}

/** Materials and services: a part of the receipts, in payments on some days of the month. */
function buySupplies(month: Month, {texts}: Outside): void {
  const {frame, proposals, draw, account, supplied, suppliers} = month;
  const rateBps = Math.round(supplied * (1 - insideShare) * 10_000);
  for (let payment = inSpan(draw, supplyPayments); payment > 0; payment--) {
    const party = pick(draw, suppliers);
    const added = proposals.border({
      at: officeTime(draw, pick(draw, frame.businessDays)),
      account,
      party,
      amountCents: rateBps,
      channel: transfer,
      category: vendor,
      text: texts[party]!,
    });
    proposals.setRule(added, Rule.supplies);
  }
}

function payRent(month: Month, text: number): void {
  const {frame, landlord, scale, grossFactor, facts} = month;
  const usual = scale * grossFactor * facts.premisesShare;
  const cents = Math.round(usual / rentStep) * rentStep;
  const day = frame.businessDay(rentDay);
  pay(month, {day, party: landlord, cents, channel: transfer, category: premises, text});
}

function buyMarketing(month: Month, {texts}: Outside): void {
  const {frame, draw, agency, sales, grossFactor, facts} = month;
  if (!chance(draw, marketingChance)) return;
  const usual = sales * facts.marketingShare * grossFactor;
  const cents = (usual * within(draw, marketingSize)) / marketingChance;
  const day = pick(draw, frame.businessDays);
  const text = texts[agency]!;
  pay(month, {day, party: agency, cents, channel: transfer, category: marketing, text});
}

function buyEquipment(month: Month, {suppliers, texts}: Outside): void {
  const {frame, draw, scale, grossFactor} = month;
  if (!chance(draw, equipmentChance)) return;
  const party = pick(draw, suppliers);
  const day = pick(draw, frame.businessDays);
  const usual = scale * grossFactor * minorShares.equipment;
  const cents = (usual * within(draw, equipmentSize)) / equipmentChance;
  pay(month, {day, party, cents, channel: transfer, category: equipment, text: texts[party]!});
}

function payEnergy(month: Month, {texts}: Outside): void {
  const {frame, draw, utility, scale, grossFactor} = month;
  const {winter, summer, from, until} = energySeason;
  const isSummer = frame.calendarMonth >= from && frame.calendarMonth <= until;
  const season = isSummer ? summer : winter;
  const cents = scale * grossFactor * minorShares.energy * season * within(draw, energySize);
  const day = frame.businessDay(energyDay);
  const text = texts[utility]!;
  pay(month, {day, party: utility, cents, channel: debit, category: utilities, text});
}

type Payment = Pick<BorderPayment, "party" | "channel" | "category" | "text"> & {
  readonly day: Day;
  readonly cents: number;
};

function pay({proposals, draw, account}: Month, payment: Payment): void {
  const {day, party, cents, channel, category, text} = payment;
  if (cents < leastCents) return;
  const at = officeTime(draw, day);
  const amountCents = -Math.round(cents);
  proposals.border({at, account, party, amountCents, channel, category, text});
}

function officeTime(draw: Stream, day: Day): number {
  return sometime(draw, day, officeHours);
}
