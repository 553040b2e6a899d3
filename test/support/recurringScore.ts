import type {PersonPayments} from "../../loaders/datasets/personLegs.js";
import {personAccountRows} from "../../src/lib/balances/personRow.js";
import type {CategoryName} from "../../src/lib/bank/categories.js";
import {formatMonth, monthOf} from "../../src/lib/day.js";
import {monthIso} from "../../src/lib/format.js";
import {withContracts} from "../../src/lib/recurring/people.js";
import {serviceRises} from "../../src/lib/recurring/priceRises.js";
import {risesIn} from "../../src/lib/recurring/standing.js";
import {bankFiles} from "./statement.js";

const contracted: readonly CategoryName[] = [
  "rent",
  "mortgage",
  "utilities",
  "communications",
  "insurance",
  "subscriptions",
  "education",
  "salary",
  "pension",
  "benefit",
];
/** Standing orders, fees and interest are regular by nature, but not by every plan of the generator: not judged. */
const unjudged: readonly CategoryName[] = [
  "household",
  "saving",
  "brokerage_funding",
  "fee",
  "interest",
];

export interface Score {
  readonly precision: number;
  /** Of contracts with three payments or more. */
  readonly recall: number;
  readonly risePrecision: number;
  readonly riseRecall: number;
  /** The services whose price rose, by what was found and by what the files show: `Filmbox 8.99 9.99 2026-03`. */
  readonly services: readonly string[];
  readonly trueServices: readonly string[];
}

/**
 * What is found without labels against the generator's own labels: a group of payments with one party is a contract if
 * its category is contracted, and, of the categories that are also bought with a card, if the party is a school, a lessor
 * or a club. True rises are those of rents and subscriptions; one counts as found in the month of its first payment.
 */
export function recurringScore(payments: PersonPayments, folder: string): Score {
  const found = withContracts(payments);
  const {people, parties, categories: names} = found;
  const kindOf = new Map(bankFiles(folder)("counterparties").map((row) => [row.name!, row.kind!]));
  const isContract = (category: CategoryName, party: string) =>
    category === "education"
      ? kindOf.get(party) === "school"
      : contracted.includes(category) || ["lessor", "club"].includes(kindOf.get(party) ?? "");
  const counts = {found: 0, right: 0, all: 0, hit: 0, rises: 0, rightRises: 0, allRises: 0};
  const steps = new Map<string, number>();
  for (const person of people) {
    for (const {category, party} of person.contracts) {
      if (unjudged.includes(names[category]!)) continue;
      counts.found++;
      if (isContract(names[category]!, parties[party]!)) counts.right++;
    }
    const truths = new Map<
      string,
      {party: number; days: number[]; cents: number[]; category: CategoryName}
    >();
    person.day.forEach((day, leg) => {
      const [party, category] = [person.party[leg]!, names[person.category[leg]!]!];
      if (!isContract(category, parties[party]!)) return;
      const key = `${party} ${person.cents[leg]! > 0}`;
      const truth = truths.get(key) ?? {party, days: [], cents: [], category};
      truth.days.push(day);
      truth.cents.push(Math.abs(person.cents[leg]!));
      truths.set(key, truth);
    });
    for (const {party, days, cents, category} of truths.values()) {
      const own = person.contracts.filter((contract) => contract.party === party);
      if (days.length >= 3) {
        counts.all++;
        if (own.length > 0) counts.hit++;
      }
      if (category !== "rent" && category !== "subscriptions") continue;
      const known = cents.flatMap((amount, i) =>
        i > 0 && amount > cents[i - 1]! ? [days[i]!] : [],
      );
      const seen = own.flatMap((contract) => risesIn(contract)).map(({on}) => on);
      counts.allRises += known.length;
      counts.rises += seen.length;
      counts.rightRises += seen.filter((day) => known.includes(day)).length;
      if (category === "subscriptions")
        for (const day of known) {
          const at = days.indexOf(day);
          const step = `${parties[party]} ${cents[at - 1]! / 100} ${cents[at]! / 100}`;
          const [month, count] = [monthOf(day), steps.get(step)];
          steps.set(step, Math.min(month, count ?? month));
        }
    }
  }
  const rises = serviceRises(personAccountRows(payments));
  return {
    precision: counts.right / counts.found,
    recall: counts.hit / counts.all,
    risePrecision: counts.rightRises / counts.rises,
    riseRecall: counts.rightRises / counts.allRises,
    services: rises
      .map(
        ({party, from_eur, to_eur, month}) => `${party} ${from_eur} ${to_eur} ${monthIso(month)}`,
      )
      .sort(),
    trueServices: [...steps].map(([step, month]) => `${step} ${formatMonth(month)}`).sort(),
  };
}
