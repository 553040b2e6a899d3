/** What people earn usually, from their careers, and what their homes cost for it. */
import {type Stream, stream} from "../../src/lib/stream.js";
import type {Life, Person, Spell} from "./people.js";
import {cities} from "./places.js";
import {type Range, within} from "./ranges.js";

/** The lives of a bank with income and home, drawn from a stream of each person's own. */
export function settlePeople(
  seed: number,
  lives: readonly Life[],
  careers: readonly (readonly Spell[])[],
): Person[] {
  return lives.map((life) => {
    const incomeCents = usualIncome(careers[life.index]!);
    const homeCents = homeCost(stream(seed, `home/${life.id}`), life, incomeCents);
    return {incomeCents, homeCents, ...life};
  });
}

/** The pay of the first job; of somebody who never has one, of whatever else there is. */
function usualIncome(spells: readonly Spell[]): number {
  const spell = spells.find(({kind}) => kind === "salary") ?? spells[0];
  return spell?.netCents ?? 0;
}

/** The usual rent for two in a city of rent index 1, in cents, and against it that of a household of each size. */
const usualRentCents = 49_000;
const rooms = [0.86, 1, 1.14, 1.24, 1.32] as const;
/** Net income a month that goes with the usual home, in cents, at an average level of pay. */
const usualIncomeCents = 190_000;

/** A mortgage instalment as a part of the income, and how much of it follows the rents of the city against its pay. */
const instalmentShare: Range = {least: 0.16, spread: 0.14};
const dearnessParts = {fixed: 0.72, byRents: 0.28} as const;
/** How much of a rent follows the income of the tenant, up to so many usual incomes. */
const choiceParts = {fixed: 0.82, byMeans: 0.18, mostMeans: 1.8} as const;
/** A rent against that of like homes, and against that of others where students live. */
const luck: Range = {least: 0.95, spread: 0.1};
const studentRent = 0.93;
/** Nobody pays more than this part of the income for a rent: landlords ask for pay slips. */
const mostOfIncome = 0.66;
/** Rents are whole multiples of this, in cents. */
const rentStep = 500;

/**
 * What the home costs a month, in cents. An instalment is a part of the income. A rent is that of the city and the
 * household's size; who earns less than is usual there lives a little cheaper, who earns more a little better, and
 * nobody pays more than two thirds of the income.
 */
function homeCost(
  draw: Stream,
  {tenure, city, householdSize, role}: Life,
  incomeCents: number,
): number {
  if (tenure === "owner") return 0;
  const {rentIndex, pay} = cities[city]!;
  if (tenure === "mortgage") {
    const dearness = dearnessParts.fixed + dearnessParts.byRents * (rentIndex / pay);
    return Math.round(incomeCents * within(draw, instalmentShare) * dearness);
  }
  const means = Math.min(choiceParts.mostMeans, incomeCents / (usualIncomeCents * pay));
  const place = role === "student" ? studentRent : 1;
  const choice = (choiceParts.fixed + choiceParts.byMeans * means) * within(draw, luck) * place;
  const rent = usualRentCents * rentIndex * rooms[Math.min(householdSize, rooms.length) - 1]!;
  return Math.round(Math.min(rent * choice, mostOfIncome * incomeCents) / rentStep) * rentStep;
}
