/** One person's savings: their months, their changes of pay, and where they stand among the others. */
import {asDate, money, monthShort, monthText, number, percent, year} from "../format.js";
import {monthRows} from "../month.js";
import {changeOf, list} from "../words.js";
import {type Goal, goalStateNames, isLate} from "./goals.js";
import {type Relation, relationText} from "./relation.js";

export type PayMove = "raise" | "cut" | "job";

/** A row of `person-savings`. */
export interface PersonSavings {
  readonly user_id: string;
  readonly first_month: string | null;
  readonly savings_eur: readonly number[];
  readonly liquid_eur: number;
  readonly saved_of_salary: number | null;
  readonly savings_rate: number | null;
  readonly months_covered: number | null;
  /** The share of the other main customers who have less, 0 to 1; null for who has nothing to compare. */
  readonly saver_rank: number | null;
  readonly covered_rank: number | null;
  readonly move_months: readonly string[];
  readonly move_kinds: readonly PayMove[];
  readonly move_shares: readonly number[];
}

export interface BalancePoint {
  readonly month: Date;
  readonly savings_eur: number;
  /** What happened to the pay in this month, in words; null where nothing did. */
  readonly pay_move: string | null;
}

/** `raise of 2.5%`, `new job, 12% more pay`. */
export function moveText(kind: PayMove, share: number): string {
  const size = percent(Math.abs(share));
  if (kind === "raise") return `raise of ${size}`;
  if (kind === "cut") return `${size} less pay`;
  if (Math.abs(share) < 0.005) return "new job, the same pay";
  return `new job, ${size} ${share > 0 ? "more" : "less"} pay`;
}

/** A person's savings at the end of each month, with what happened to the pay; none without an account. */
export function balancesOf(person: PersonSavings | undefined): BalancePoint[] {
  const moves = new Map(
    (person?.move_months ?? []).map((month, at) => [
      asDate(month)?.getTime(),
      moveText(person!.move_kinds[at]!, person!.move_shares[at]!),
    ]),
  );
  return (person ? monthRows(person, ["savings_eur"]) : []).map((row) => ({
    ...row,
    pay_move: moves.get(row.month.getTime()) ?? null,
  }));
}

/** How a person's savings went since the first month. */
export function balanceFinding(name: string, points: readonly BalancePoint[]): string {
  const [first, last] = [points.at(0), points.at(-1)];
  if (!first || !last) return `${name} has no savings account here`;
  if (points.length === 1) return `${name} has ${money(last.savings_eur)} in savings`;
  const {direction, difference = 0} = changeOf(last.savings_eur, first.savings_eur);
  const since = monthText(first.month);
  if (direction === "same") return `${name}’s savings are where they were in ${since}`;
  const size = money(Math.abs(difference));
  return `${name}’s savings ${direction === "rise" ? "rose" : "fell"} by ${size} since ${since}`;
}

/** `more than 62% of savers`; of who is in the lower half, how many have more: `less than 93% of savers`. */
function besideText(below: number, more: string, less: string, whom: string): string {
  const share = below >= 0.5 ? below : 1 - below;
  const who = share >= 0.995 ? `nearly all ${whom}` : `${percent(share, 0)} of ${whom}`;
  return `${below >= 0.5 ? more : less} than ${who}`;
}

/** `1 month`, `4.8 months`. */
function monthsText(months: number | null): string {
  const text = number(months, 1);
  return `${text} ${text === "1" ? "month" : "months"}`;
}

/** Where a person stands among the main customers: share of salary saved, and months covered; nothing of who is none. */
export function standingText(
  name: string,
  person: PersonSavings | undefined,
  relation: Relation | null | undefined,
): string {
  if (!person) return `${name} has no open account here.`;
  if (relation !== "main") return relationText(name, relation);
  const {saver_rank: saver, covered_rank: covered} = person;
  const parts = [
    saver !== null &&
      `saves ${besideText(saver, "a larger part of the salary", "a smaller part of the salary", "main customers with a salary")}`,
    covered !== null &&
      (person.months_covered === 0
        ? "could not live without income"
        : `could live for ${monthsText(person.months_covered)} without income, ${besideText(covered, "longer", "less time", "main customers")}`),
  ].filter((part) => part !== false);
  const unpaid =
    person.saved_of_salary === null
      ? " No steady salary arrives here, so no share of one is shown."
      : "";
  if (parts.length === 0) return `${name} cannot be compared with others.${unpaid}`;
  return `${name} ${list(parts)}.${unpaid}`;
}

/** A person's goals as level lines: the amount, what for, and how it stands. */
export function goalLevels(goals: readonly Goal[]): {value: number; text: string}[] {
  return goals.map((row) => {
    const {goal, target_eur, due_on, state} = row;
    const stands = `${goalStateNames[state].toLowerCase()}${isLate(row) ? " late" : ""}`;
    const by = `${monthShort(due_on)} ${year(due_on)}`;
    return {value: target_eur, text: `${goal}, ${money(target_eur)} by ${by}: ${stands}`};
  });
}
