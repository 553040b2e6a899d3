import {categoryCode} from "../../../src/lib/categoryCodes.js";
import {between, chance, pick, type Stream} from "../../../src/lib/stream.js";
import {instant} from "../monthFrame.js";
import type {Person} from "../people.js";
import {type CountryCode, cities} from "../places.js";
import {channelCode, streamsFor, type Theme} from "./theme.js";

const debit = channelCode("direct_debit");

/** Energy by calendar month against the average: heating in winter. */
const energySeason = [1.5, 1.42, 1.2, 0.98, 0.78, 0.7, 0.68, 0.68, 0.8, 0.98, 1.22, 1.44];

interface Bill {
  readonly party: number;
  readonly category: number;
  readonly cents: number;
  readonly day: number;
  /** Calendar months in which it comes: every one, or each third from here. */
  readonly every: 1 | 3;
  readonly phase: number;
  readonly isMetered: boolean;
}

/** Direct debits of a household: energy by consumption, telephone, insurance, a car, a nursery. */
export const bills: Theme = {
  name: "bills",
  open(bank) {
    const {people, holdings, outside} = bank;
    const draws = streamsFor(bank, "bills", people);
    const plans = people.map((person) => billsOf(person, draws.of(person.index), outside));
    return (frame, {proposals, customers}) => {
      const season = energySeason[frame.calendarMonth - 1]!;
      for (const person of customers) {
        const draw = draws.of(person.index);
        for (const bill of plans[person.index]!) {
          if (frame.calendarMonth % bill.every !== bill.phase) continue;
          const cents = bill.isMetered
            ? Math.round(bill.cents * season * (0.86 + 0.28 * draw()))
            : bill.cents;
          proposals.border(
            instant(frame.businessDay(bill.day), 5, bill.party % 60, person.index % 60),
            holdings.ofPerson[person.index]!.checking,
            bill.party,
            -cents,
            debit,
            bill.category,
            outside.texts[bill.party]!,
          );
        }
      }
    };
  },
};

type Parties = Readonly<Record<CountryCode, readonly number[]>>;

function billsOf(
  {isMainBank, householdSize, city, persona, role, incomeCents}: Person,
  draw: Stream,
  outside: {
    utilities: Parties;
    telecoms: Parties;
    insurers: Parties;
    lessors: Parties;
    schools: Parties;
  },
): Bill[] {
  const country = cities[city]!.country;
  const bill = (
    parties: Parties,
    category: Bill["category"],
    cents: number,
    {every = 1, isMetered = false}: {every?: 1 | 3; isMetered?: boolean} = {},
  ): Bill => ({
    party: pick(draw, parties[country]),
    category,
    cents,
    day: between(draw, 2, 26),
    every,
    phase: every === 1 ? 0 : between(draw, 0, 2),
    isMetered,
  });
  const means = incomeCents < 110_000 ? 0.6 : 1;
  const likely = (main: number, second: number) =>
    chance(draw, (isMainBank ? main : second) * means);
  const list: Bill[] = [];
  if (likely(0.82, 0.16)) {
    const usual = 7_900 + 2_400 * householdSize;
    list.push(bill(outside.utilities, utilities, usual * (0.7 + 0.6 * draw()), {isMetered: true}));
  }
  if (likely(0.66, 0.14)) {
    list.push(
      bill(
        outside.telecoms,
        communications,
        pick(draw, [1999, 2499, 2999, 3499, 3995, 4499, 5999]),
      ),
    );
  }
  if (likely(0.84, 0.2)) {
    const yearly = 85_000 + Math.floor(140_000 * draw());
    const every = chance(draw, 0.55) ? 3 : 1;
    list.push(bill(outside.insurers, insurance, Math.round((yearly * every) / 12), {every}));
  }
  if (role === "worker" && likely(0.36, 0.1)) {
    list.push(bill(outside.lessors, transport, 26_900 + 1_000 * between(draw, 0, 28)));
  }
  if (persona === "family" && householdSize > 2 && likely(0.24, 0.06)) {
    list.push(bill(outside.schools, education, 9_000 + 1_000 * between(draw, 0, 12)));
  }
  return list;
}

const utilities = categoryCode("utilities");
const communications = categoryCode("communications");
const insurance = categoryCode("insurance");
const transport = categoryCode("transport");
const education = categoryCode("education");
