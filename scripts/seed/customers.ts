/**
 * Whom the companies invoice. Each keeps a dozen or so customers, some of them large, each with its own terms and
 * habit of paying. A customer may be a company of this bank with a lower number, and then both sides are seen.
 */
import type {PartyCode} from "../../src/lib/bank/codes.js";
import {chance, pick, pickIndex, type Stream} from "../../src/lib/stream.js";
import type {Company} from "./companies.js";
import {industryFacts} from "./industryFacts.js";
import {noParty, type Outside} from "./outside.js";
import {inSpan, type Range, type Span, within} from "./ranges.js";

export interface Customer {
  /** The inside company, or −1; the outside party, or −1. */
  readonly company: number;
  readonly party: PartyCode;
  /** The part of the sales that it takes, before anybody leaves. */
  readonly share: number;
  /** Days from the issue of an invoice until it is due, at most 60 (Directive 2011/7/EU). */
  readonly term: number;
  /** Days from the due date until it pays, usually; below 0, it pays early. */
  readonly delay: number;
  /** The share of invoices that it never pays. */
  readonly unpaid: number;
}

/** How customers of a kind pay: their usual delay in days, and the share of invoices that they never pay. */
interface Habit {
  readonly delay: Span;
  readonly unpaid: number;
}

/** Early, late within two weeks, and very late; about half, a third and a seventh of the customers. */
const habits: readonly Habit[] = [
  {delay: [-6, -1], unpaid: 0.004},
  {delay: [0, 14], unpaid: 0.006},
  {delay: [15, 55], unpaid: 0.02},
];
const habitWeights = [0.52, 0.33, 0.15];
/** Days by which a payment moves around the usual delay. */
const jitter: Span = [-3, 3];
/** Days until an invoice is due, as often as they stand here. */
const terms = [14, 30, 30, 30, 60];
/** Customers of a company, with the main one. */
const customerCount: Span = [8, 16];
/** The part of the sales that the main customer takes: usually, and at the few companies that depend on one. */
const usualMain = 0.16;
const dependence = {chance: 0.15, part: {least: 0.3, spread: 0.15}} as const;
/** How much the others take, against each other. */
const weightRange: Range = {least: 0.3, spread: 1};
/** How likely a customer banks here, as long as there are companies that could be. */
const inside = 0.12;
/** How many companies of this bank may invoice another one. */
const mostSuppliers = 2;

/** The customers of each company that invoices; the first of each list is its largest and banks elsewhere. */
export function planCustomers(
  companies: readonly Company[],
  drawOf: (company: number) => Stream,
  {customers: parties}: Outside,
): Customer[][] {
  const suppliers = companies.map(() => 0);
  return companies.map(({index, industry, lostShare}) => {
    if (industryFacts[industry].till) return [];
    const draw = drawOf(index);
    const main = lostShare > 0 ? lostShare : mainShare(draw);
    const count = inSpan(draw, customerCount);
    const weights = Array.from({length: count - 1}, () => within(draw, weightRange));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    return [main, ...weights.map((weight) => ((1 - main) * weight) / total)].map((share, place) => {
      const party = pick(draw, parties);
      const other = Math.floor(draw() * index);
      const isInside =
        chance(draw, inside) && place > 0 && index > 0 && suppliers[other]! < mostSuppliers;
      if (isInside) suppliers[other]!++;
      const {delay, unpaid} = habits[pickIndex(draw, habitWeights)]!;
      return {
        company: isInside ? other : -1,
        party: isInside ? noParty : party,
        share,
        term: pick(draw, terms),
        delay: inSpan(draw, delay),
        unpaid,
      };
    });
  });
}

function mainShare(draw: Stream): number {
  return chance(draw, dependence.chance) ? within(draw, dependence.part) : usualMain;
}

/** Days from issue to payment; undefined if it is never paid. */
export function waitOf({term, delay, unpaid}: Customer, draw: Stream): number | undefined {
  const isUnpaid = chance(draw, unpaid);
  const wait = Math.max(1, term + delay + inSpan(draw, jitter));
  return isUnpaid ? undefined : wait;
}
