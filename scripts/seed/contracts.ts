/** What a household has contracted, and when it is paid: direct debits and standing orders. */
import {type CategoryCode, categoryCode, type PartyCode} from "../../src/lib/bank/codes.js";
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import type {Outside} from "./outside.js";
import type {Person} from "./people.js";
import {type CountryCode, cities} from "./places.js";
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

/** Broadcasting fees by household and how often they are due; elsewhere they come with taxes or energy. */
const broadcastingFees: Partial<Record<CountryCode, {cents: number; every: 3 | 12}>> = {
  DE: {cents: 5508, every: 3},
  AT: {cents: 4590, every: 3},
  IE: {cents: 16_000, every: 12},
};

type Terms = Partial<Pick<Contract, "every" | "isMetered" | "isOrder">>;

function contractsOf(
  {householdSize, city, persona, role, tenure, incomeCents}: Person,
  {kind}: Relation,
  draw: Stream,
  outside: Outside,
): Contract[] {
  const {country} = cities[city]!;
  const list: Contract[] = [];
  const means = incomeCents < 110_000 ? 0.7 : 1;
  const likely = (probability: number) =>
    chance(
      draw,
      kind === "main" ? probability * means : kind === "second" ? probability * 0.11 : 0,
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
      day: between(draw, 2, 26),
      every,
      phase: every === 1 ? 0 : between(draw, 0, every - 1),
      isMetered,
      isOrder,
    });
  };
  if (likely(0.94)) {
    const usual = 9_200 + 2_900 * householdSize;
    add(outside.utilities[country], utilities, usual * (0.7 + 0.6 * draw()), {isMetered: true});
  }
  if (likely(0.5)) {
    const usual = 5_200 + 2_600 * householdSize;
    add(outside.waterworks[country], utilities, usual * (0.7 + 0.6 * draw()), {every: 3});
  }
  if (tenure !== "tenant" && likely(0.6)) {
    const charge = 500 * between(draw, 12, 40);
    add(outside.managers[city]!, utilities, charge, {isOrder: true});
  }
  if (likely(0.92)) add(outside.telecoms[country], communications, pick(draw, mobilePrices));
  if (likely(0.5)) add(outside.telecoms[country], communications, pick(draw, internetPrices));
  for (const probability of [0.85, 0.42]) {
    if (!likely(probability)) continue;
    const yearly = 70_000 + Math.floor(120_000 * draw());
    const every = chance(draw, 0.4) ? 3 : 1;
    add(outside.insurers[country], insurance, (yearly * every) / 12, {every});
  }
  const fee = broadcastingFees[country];
  if (fee && likely(0.9)) {
    add([outside.broadcasters[country]], subscriptions, fee.cents, {every: fee.every});
  }
  if (role === "worker" && likely(0.17)) {
    add(outside.lessors[country], transport, 22_900 + 1_000 * between(draw, 0, 26));
  }
  if (persona === "family" && householdSize > 2 && likely(0.3)) {
    add(outside.schools[country], education, 8_000 + 1_000 * between(draw, 0, 12));
  }
  for (const probability of [0.55, 0.3]) {
    if (!likely(probability)) continue;
    add(outside.clubs[city]!, recreation, 500 * between(draw, 2, 9), {isOrder: true});
  }
  return list;
}

const mobilePrices = [999, 1299, 1499, 1999, 2499, 2999];
const internetPrices = [2499, 2999, 3495, 3999, 4499];
const utilities = categoryCode("utilities");
const communications = categoryCode("communications");
const insurance = categoryCode("insurance");
const subscriptions = categoryCode("subscriptions");
const transport = categoryCode("transport");
const education = categoryCode("education");
const recreation = categoryCode("recreation");
