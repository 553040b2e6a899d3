/** What a household has contracted, and when it is paid: direct debits and standing orders. */
import {type CategoryCode, categoryCode, type PartyCode} from "../../src/lib/bank/codes.js";
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import type {Outside} from "./outside.js";
import type {Person} from "./people.js";
import {type CountryCode, cities} from "./places.js";
import {inSpan, type Range, type Span, within} from "./ranges.js";
import type {Relation} from "./relations.js";

export interface Contract {
  readonly party: PartyCode;
  readonly category: CategoryCode;
  readonly cents: number;
  readonly day: number;
  /** Every so many months, in those whose number leaves the rest `phase`. */
  readonly every: 1 | 3 | 12;
  readonly phase: number;
  /** By consumption: it differs from time to time, and with the season. */
  readonly isMetered: boolean;
  /** Paid by a standing order rather than by direct debit. */
  readonly isOrder: boolean;
}

const utilities = categoryCode("utilities");
const communications = categoryCode("communications");
const insurance = categoryCode("insurance");
const subscriptions = categoryCode("subscriptions");
const transport = categoryCode("transport");
const education = categoryCode("education");
const recreation = categoryCode("recreation");

/**
 * How likely somebody whose whole life is paid from here has a contract of each kind; of insurance and clubs, a first
 * and a second one. Water and the internet often come with the rent, and lessors and schools are for those they fit.
 */
const likelihood = {
  energy: 0.94,
  water: 0.5,
  manager: 0.6,
  mobile: 0.92,
  internet: 0.5,
  insurance: [0.85, 0.42],
  broadcasting: 0.9,
  lease: 0.17,
  school: 0.3,
  club: [0.55, 0.3],
} as const;
/** Whoever earns less than this a month, in cents, has each contract less often, by this factor. */
const smallMeans = {belowCents: 110_000, factor: 0.7} as const;
/** Against that, how likely one is paid from here by somebody who banks here beside another bank; savers have none. */
const besideFactor = 0.11;
/** Days of the month on which contracts are paid: every month has them all. */
const dueDays: Span = [2, 26];

/** What a household uses, in cents: a base, and so much more for each member; energy a month, water a quarter. */
const energyUse = {base: 9_200, perHead: 2_900} as const;
const waterUse = {base: 5_200, perHead: 2_600} as const;
/** The use of a household against the usual one of its size. */
const thrift: Range = {least: 0.7, spread: 0.6};

/** A monthly fee in cents: a base and so many steps above it. */
interface Fee {
  readonly base: number;
  readonly step: number;
  readonly steps: Span;
}
/** The charge of a shared house, the rate of a leased car, a place at a nursery or school, and the dues of a club. */
const managerFee: Fee = {base: 0, step: 500, steps: [12, 40]};
const leaseFee: Fee = {base: 22_900, step: 1_000, steps: [0, 26]};
const schoolFee: Fee = {base: 8_000, step: 1_000, steps: [0, 12]};
const clubFee: Fee = {base: 0, step: 500, steps: [2, 9]};
/** Monthly prices of telephone and internet, in cents. */
const mobilePrices = [999, 1299, 1499, 1999, 2499, 2999];
const internetPrices = [2499, 2999, 3495, 3999, 4499];
/** What a policy costs a year, in cents, and the share of policies that are paid each quarter, not each month. */
const premium: Range = {least: 70_000, spread: 120_000};
const quarterlyShare = 0.4;

/** Broadcasting fees by household and how often they are due; elsewhere they come with taxes or energy. */
const broadcastingFees: Partial<Record<CountryCode, {cents: number; every: 3 | 12}>> = {
  DE: {cents: 5508, every: 3},
  AT: {cents: 4590, every: 3},
  IE: {cents: 16_000, every: 12},
};

/** The contracts of each person that are paid from this bank, by the person's number. */
export function planContracts(
  seed: number,
  people: readonly Person[],
  relations: readonly Relation[],
  outside: Outside,
): Contract[][] {
  return people.map((person) =>
    contractsOf(person, relations[person.index]!, stream(seed, `contracts/${person.id}`), outside),
  );
}

type Terms = Partial<Pick<Contract, "every" | "isMetered" | "isOrder">>;

function contractsOf(
  {householdSize, city, persona, role, tenure, incomeCents}: Person,
  {kind}: Relation,
  draw: Stream,
  outside: Outside,
): Contract[] {
  const {country} = cities[city]!;
  const list: Contract[] = [];
  const means = incomeCents < smallMeans.belowCents ? smallMeans.factor : 1;
  const likely = (probability: number) =>
    chance(
      draw,
      kind === "main" ? probability * means : kind === "second" ? probability * besideFactor : 0,
    );
  const add = (
    parties: readonly PartyCode[],
    category: CategoryCode,
    cents: number,
    {every = 1, isMetered = false, isOrder = false}: Terms = {},
  ) => {
    // Two contracts of a kind are with two companies.
    const others = parties.filter((party) => list.every((known) => known.party !== party));
    list.push({
      party: pick(draw, others),
      category,
      cents: Math.round(cents),
      day: inSpan(draw, dueDays),
      every,
      phase: every === 1 ? 0 : between(draw, 0, every - 1),
      isMetered,
      isOrder,
    });
  };
  if (likely(likelihood.energy)) {
    const usual = energyUse.base + energyUse.perHead * householdSize;
    add(outside.utilities[country], utilities, usual * within(draw, thrift), {isMetered: true});
  }
  if (likely(likelihood.water)) {
    const usual = waterUse.base + waterUse.perHead * householdSize;
    add(outside.waterworks[country], utilities, usual * within(draw, thrift), {every: 3});
  }
  if (tenure !== "tenant" && likely(likelihood.manager)) {
    add(outside.managers[city]!, utilities, feeOf(draw, managerFee), {isOrder: true});
  }
  if (likely(likelihood.mobile)) {
    add(outside.telecoms[country], communications, pick(draw, mobilePrices));
  }
  if (likely(likelihood.internet)) {
    add(outside.telecoms[country], communications, pick(draw, internetPrices));
  }
  for (const probability of likelihood.insurance) {
    if (!likely(probability)) continue;
    const yearly = premium.least + Math.floor(premium.spread * draw());
    const every = chance(draw, quarterlyShare) ? 3 : 1;
    add(outside.insurers[country], insurance, (yearly * every) / 12, {every});
  }
  const fee = broadcastingFees[country];
  if (fee && likely(likelihood.broadcasting)) {
    add([outside.broadcasters[country]], subscriptions, fee.cents, {every: fee.every});
  }
  if (role === "worker" && likely(likelihood.lease)) {
    add(outside.lessors[country], transport, feeOf(draw, leaseFee));
  }
  if (persona === "family" && householdSize > 2 && likely(likelihood.school)) {
    add(outside.schools[country], education, feeOf(draw, schoolFee));
  }
  for (const probability of likelihood.club) {
    if (!likely(probability)) continue;
    add(outside.clubs[city]!, recreation, feeOf(draw, clubFee), {isOrder: true});
  }
  return list;
}

function feeOf(draw: Stream, {base, step, steps}: Fee): number {
  return base + step * inSpan(draw, steps);
}
