/** What contracts cost, of one person and of the usual person. */
import {type CategoryName, categories} from "../bank/categories.js";
import {dayText, money, moneyExact} from "../format.js";
import {middleOf} from "../middle.js";
import {agree, inWords, plural} from "../words.js";
import {type ContractRow, contractsOf, type OwnContracts} from "./rows.js";

/** Euro a month, below zero where it is paid: the last amount, or the mean of the last of a metered contract. */
export function monthlyEur({amount_eur, recent_eur, every_months}: ContractRow): number {
  const amounts = recent_eur.length > 0 ? recent_eur : [amount_eur];
  return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length / every_months;
}

/** Whether a contract costs something: money to oneself, wherever, is not spent. */
export function isCost({category, amount_eur}: ContractRow): boolean {
  const {group} = categories[category];
  return amount_eur < 0 && (group === "fixed" || group === "discretionary" || group === "fee");
}

const isAlive = ({next_on}: ContractRow) => next_on !== null;

/** A kind of contract over all people who have one alive. */
export interface ContractCost {
  readonly category: CategoryName;
  readonly label: string;
  /** What the median of them pays for all contracts of the kind, in euro a month. */
  readonly median_eur: number;
  readonly person_count: number;
  readonly contract_count: number;
}

/** A kind that fewer people have is left out: its median would be nobody’s. */
export const fewestPeople = 5;

export interface UsualContracts {
  readonly costs: readonly ContractCost[];
  /** Of the people with a contract that costs: how many they are, and the median count and cost a month. */
  readonly person_count: number;
  readonly median_count: number;
  readonly median_eur: number;
}

/** The contracts alive of these people, by kind, the dearest first. */
export function usualContracts(
  people: Iterable<OwnContracts>,
  who: ReadonlySet<string>,
): UsualContracts {
  const kinds = new Map<CategoryName, {perPerson: number[]; count: number}>();
  const totals: {count: number; eur: number}[] = [];
  for (const [userId, [{contracts}]] of people) {
    if (!who.has(userId)) continue;
    const own = contractsOf(contracts, userId).filter((row) => isAlive(row) && isCost(row));
    if (own.length === 0) continue;
    totals.push({count: own.length, eur: costOf(own)});
    for (const category of new Set(own.map((row) => row.category))) {
      const ofKind = own.filter((row) => row.category === category);
      const kind = kinds.get(category) ?? {perPerson: [], count: 0};
      kind.perPerson.push(costOf(ofKind));
      kind.count += ofKind.length;
      kinds.set(category, kind);
    }
  }
  const costs = [...kinds].map(([category, {perPerson, count}]) => ({
    category,
    label: categories[category].label,
    median_eur: cents(middleOf(perPerson)),
    person_count: perPerson.length,
    contract_count: count,
  }));
  return {
    costs: costs
      .filter(({person_count}) => person_count >= fewestPeople)
      .sort((a, b) => b.median_eur - a.median_eur),
    person_count: totals.length,
    median_count: middleOf(totals.map(({count}) => count)),
    median_eur: cents(middleOf(totals.map(({eur}) => eur))),
  };
}

/** What contracts cost together, in euro a month. */
export function costOf(rows: readonly ContractRow[]): number {
  return -rows.reduce((sum, row) => sum + monthlyEur(row), 0);
}

function cents(eur: number): number {
  return Math.round(100 * eur) / 100;
}

/** How many contracts the median person has, and what all of the median person's cost: two medians. */
export function usualFinding({person_count, median_count, median_eur}: UsualContracts): string {
  if (person_count === 0) return "No main customer has a recurring payment yet";
  const whole = Math.floor(median_count);
  const many = `${inWords(whole)} ${agree(whole, "contract", "contracts")}`;
  return `The median main customer has ${many}, costing ${money(median_eur)} a month`;
}

/** What one person's contracts cost. */
export function contractsFinding(name: string, rows: readonly ContractRow[]): string {
  const alive = rows.filter(isAlive);
  const costs = alive.filter(isCost);
  if (alive.length === 0) return `${name} has no active contract`;
  return costs.length === 0
    ? `${name} has no contract to pay for`
    : `${name} pays ${money(costOf(costs))} a month for ${plural(costs.length, "contract")}`;
}

/** What is due next, in or out: `Next: €504.00 to Ada Lovelace on 2 November 2026.`; nothing without a contract. */
export function nextDueText(rows: readonly ContractRow[]): string {
  const next = rows.find(isAlive);
  if (!next) return "";
  const direction = next.amount_eur > 0 ? "from" : "to";
  return `Next: ${moneyExact(Math.abs(next.amount_eur))} ${direction} ${next.party} on ${dayText(next.next_on)}.`;
}

/** `monthly`, `every 3 months`. */
export function intervalText(months: number): string {
  return months === 1 ? "monthly" : months === 12 ? "yearly" : `every ${months} months`;
}
