/**
 * What is dealt to companies rather than drawn: industries, and where a company stands among those of its industry. A
 * draw would leave an industry of six companies without a median to speak of; dealt like cards, the places of any
 * number of companies lie evenly. The first companies of a row are dealt the same however many follow.
 */
import {type Industry, industries} from "../../src/lib/bank/schema.js";
import {type Stream, stream} from "../../src/lib/stream.js";
import {industryFacts} from "./industryFacts.js";

export interface Deal {
  readonly industry: Industry;
  /** Where it stands among the companies of its industry by earnings and by cash, from 0 to 1. */
  readonly earnings: number;
  readonly cash: number;
  /** Where it stands among all companies by the time of joining. */
  readonly joining: number;
  /** Whether it loses nearly all that it sells. */
  readonly isDoomed: boolean;
}

/** The places by earnings, from the lowest, of companies that lose money for a reason of their own. */
export const fateShares = {young: 0.085, lost: 0.08} as const;
export const inTrouble = fateShares.young + fateShares.lost;
/** The place up to which companies lose money, those without much of a story included. */
export const unprofitable = inTrouble + 0.07;

/** Of so many companies in a row one loses nearly all that it sells: the one with this rest. */
const doomed = {oneOf: 40, rest: 7} as const;
/** The place in the middle of an industry. */
const middle = 0.5;

/**
 * Steps that fill the unit square, and the unit interval, evenly at every length (M. Roberts, "The unreasonable
 * effectiveness of quasirandom sequences", 2018): the inverse powers of the plastic number, and the golden ratio.
 */
const earningsStep = 0.7548776662;
const cashStep = 0.569840291;
const goldenStep = 0.6180339887;

/** Deals to the first `count` companies. */
export function dealCompanies(seed: number, count: number): Deal[] {
  const draw = stream(seed, "deal");
  const [earningsStart, cashStart, joiningStart] = [draw(), draw(), draw()];
  const starts = industries.map((_, number) => ({
    earnings: (earningsStart + number * goldenStep) % 1,
    cash: (cashStart + number * goldenStep) % 1,
    dealt: 0,
    doomed: 0,
  }));
  const deck: number[] = [];
  return Array.from({length: count}, (_, index) => {
    if (deck.length === 0) deck.push(...shuffledDeck(draw));
    const drawn = deck.pop()!;
    const start = starts[drawn]!;
    const rank = start.dealt++;
    const isDoomed = index % doomed.oneOf === doomed.rest;
    let earnings = (start.earnings + rank * earningsStep) % 1;
    if (isDoomed) start.doomed += 2;
    else if (earnings < unprofitable && start.doomed > 0) {
      // One that loses nearly all weighs for two more that lose money: this one stands in the middle.
      start.doomed--;
      earnings = middle;
    }
    return {
      industry: industries[drawn]!,
      earnings,
      cash: (start.cash + rank * cashStep) % 1,
      joining: (joiningStart + index * goldenStep) % 1,
      isDoomed,
    };
  });
}

/** A card for each company of a hundred or so: their industries, in a random order. */
function shuffledDeck(draw: Stream): number[] {
  const deck = industries.flatMap((name, number) =>
    Array.from({length: industryFacts[name].weight}, () => number),
  );
  for (let last = deck.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1));
    [deck[last], deck[other]] = [deck[other]!, deck[last]!];
  }
  return deck;
}
