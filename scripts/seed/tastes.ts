/** What is bought by card: how often, at what price, by which spending type. */
import {lognormalTable} from "../../src/lib/normal.js";
import {type CardCategory, cardCategoryNames} from "./cardCategories.js";
import {type Persona, personaNames, personas} from "./people.js";

interface Habit {
  /** Of all purchases by card. */
  readonly share: number;
  /** The mean ticket in cents, for somebody of ordinary means, and how widely tickets spread. */
  readonly mean: number;
  readonly sigma: number;
}

const habits: Readonly<Record<CardCategory, Habit>> = {
  groceries: {share: 42, mean: 2_600, sigma: 0.75},
  restaurants: {share: 16, mean: 2_500, sigma: 0.75},
  transport: {share: 12.5, mean: 5_000, sigma: 0.9},
  clothing: {share: 5.2, mean: 7_900, sigma: 0.8},
  recreation: {share: 7, mean: 4_800, sigma: 0.9},
  health: {share: 4.6, mean: 4_400, sigma: 0.9},
  furnishings: {share: 3.2, mean: 11_500, sigma: 1},
  alcohol_tobacco: {share: 7, mean: 3_800, sigma: 0.6},
  personal_care: {share: 3.4, mean: 4_000, sigma: 0.6},
  education: {share: 0.7, mean: 8_000, sigma: 0.7},
};

/** The size of the tables of a spending type and of tickets: a power of two. */
export const tasteSize = 1024;

/** Tickets in cents for each card category, by its number: a draw from a table is a draw from its distribution. */
export const ticketTables: readonly Float64Array[] = cardCategoryNames.map((name) =>
  lognormalTable(habits[name].mean, habits[name].sigma, tasteSize),
);

/** Card categories in the proportions in which each spending type buys them. */
export const tasteTables: Readonly<Record<Persona, Uint8Array>> = Object.fromEntries(
  personaNames.map((persona) => [persona, byWeight(tasteWeights(persona), tasteSize)]),
) as Record<Persona, Uint8Array>;

/** The mean ticket of each spending type, in cents. */
export const meanTickets: Readonly<Record<Persona, number>> = Object.fromEntries(
  personaNames.map((persona) => {
    const weights = tasteWeights(persona);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const cents = cardCategoryNames.map((name, index) => habits[name].mean * weights[index]!);
    return [persona, cents.reduce((sum, part) => sum + part, 0) / total];
  }),
) as Record<Persona, number>;

function tasteWeights(persona: Persona): number[] {
  const taste: Partial<Record<CardCategory, number>> = personas[persona].taste;
  return cardCategoryNames.map((name) => habits[name].share * (taste[name] ?? 1));
}

/** A table in which each index stands as often as its weight asks: one draw picks by weight. */
export function byWeight(weights: readonly number[], size: number): Uint8Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const table = new Uint8Array(size);
  let place = 0;
  let reached = 0;
  weights.forEach((weight, index) => {
    reached += weight;
    const end = Math.round((reached / total) * size);
    table.fill(index, place, end);
    place = end;
  });
  return table;
}
