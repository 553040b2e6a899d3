/**
 * What people save for. A goal's name decides how much it asks for: the ranges are the generator's own judgement of what
 * such a thing costs. Who can put little aside wants little: of the kinds, one is chosen that can be reached.
 */
import {type Day, lastDayOf, type Month, monthOf} from "../../src/lib/day.js";
import {between, chance, pick, type Stream, stream} from "../../src/lib/stream.js";
import type {Account, Holdings} from "./accounts.js";
import type {Person} from "./people.js";

export interface Goal {
  readonly person: number;
  readonly name: string;
  readonly targetCents: number;
  /** By when it is to be reached; after its owner joined. */
  readonly dueOn: Day;
}

/** Euros at least and at most; of an emergency fund, months of usual spending. */
const kinds = {
  Holiday: [800, 6_000],
  Bicycle: [400, 4_000],
  Piano: [1_500, 9_000],
  "New kitchen": [4_000, 18_000],
  Wedding: [5_000, 25_000],
  Car: [4_000, 25_000],
  "Home of our own": [15_000, 80_000],
} as const;
const emergency = {name: "Emergency fund", leastMonths: 3, mostMonths: 6} as const;
/** Usual spending as a share of income. */
const spentShare = 0.85;
/** What a saver puts aside of a month's income, on average. */
const savedShare = 0.12;

/** The goals of a bank's people, in the order of people; nobody without a savings account has one. */
export function planGoals(
  {seed, start, months}: {seed: number; start: Month; months: number},
  people: readonly Person[],
  holdings: readonly Holdings[],
  accounts: readonly Account[],
): Goal[] {
  return people.flatMap((person) => {
    const {savings} = holdings[person.index]!;
    const draw = stream(seed, `goals/${person.id}`);
    if (savings < 0 || !chance(draw, 0.7)) return [];
    const opening = accounts[savings]!.openingCents;
    const first = Math.max(start, monthOf(person.joinedOn));
    const names = new Set<string>();
    return Array.from({length: chance(draw, 0.25) ? 2 : 1}, () => {
      const ahead = between(draw, 3, months + 14);
      // From less than lies there already to more than will have been put aside by then.
      const reach =
        opening * (0.4 + draw()) + person.incomeCents * savedShare * ahead * 1.3 * draw();
      const goal = goalNear(draw, reach, person.incomeCents, names);
      names.add(goal.name);
      return {...goal, person: person.index, dueOn: lastDayOf(first + ahead)};
    });
  });
}

/** A goal that has none of the names and asks for about so much. */
function goalNear(
  draw: Stream,
  reachCents: number,
  incomeCents: number,
  taken: ReadonlySet<string>,
): {name: string; targetCents: number} {
  const spending = incomeCents * spentShare;
  const {leastMonths, mostMonths} = emergency;
  if (!taken.has(emergency.name) && chance(draw, 0.22)) {
    const months = Math.min(mostMonths, Math.max(leastMonths, reachCents / spending));
    return {name: emergency.name, targetCents: Math.round((spending * months) / 5_000) * 5_000};
  }
  const euros = reachCents / 100;
  const names = (Object.keys(kinds) as (keyof typeof kinds)[]).filter((name) => !taken.has(name));
  const fitting = names.filter((name) => kinds[name][0] <= euros && euros <= kinds[name][1] * 1.5);
  const name = pick(draw, fitting.length > 0 ? fitting : names.slice(0, 2));
  const [least, most] = kinds[name];
  const target = Math.min(most, Math.max(least, euros * (0.85 + 0.3 * draw())));
  const step = target < 2_000 ? 50 : target < 10_000 ? 250 : 1_000;
  const rounded = Math.round(target / step) * step;
  return {name, targetCents: Math.min(most, Math.max(least, rounded)) * 100};
}
