/** How fast a person comes nearer to savings goals. */
import {asDate, count, monthText} from "../../lib/format.js";
import {monthNumber} from "../../lib/month.js";
import {type Goal, goalStateNames, reachedText} from "../../lib/people/goals.js";
import {agree, lowerFirst, plural} from "../../lib/words.js";

/** A goal, with how much of it is there, and would be on the day that it is due; parts of the whole, 0 to 1. */
export interface PacedGoal extends Goal {
  readonly done_share: number;
  readonly due_share: number;
  /** Months at the present pace until it is reached; null where it is, or never would be. */
  readonly months_to_go: number | null;
}

/** Goals with their pace, as of the end of a month. */
export function pacedGoals(goals: readonly Goal[], month: Date): PacedGoal[] {
  const within = (share: number) => Math.min(1, Math.max(0, share));
  return goals.map((goal) => {
    const {target_eur, balance_eur, pace_eur, state, due_on} = goal;
    const due = asDate(due_on)!;
    const months = Math.max(0, monthNumber(due) - monthNumber(month));
    const missing = target_eur - balance_eur;
    return {
      ...goal,
      done_share: state === "reached" ? 1 : within(balance_eur / target_eur),
      due_share: within((balance_eur + months * pace_eur) / target_eur),
      months_to_go: state === "reached" || pace_eur <= 0 ? null : Math.ceil(missing / pace_eur),
    };
  });
}

/** `Behind: due June 2027, at this pace reached in 31 months`. */
export function paceText(goal: PacedGoal): string {
  const {state, due_on, months_to_go} = goal;
  const name = goalStateNames[state];
  if (state === "reached") return `${name} ${reachedText(goal)}`;
  const pace =
    months_to_go === null
      ? "nothing is being added"
      : `at this pace reached in ${plural(months_to_go, "month")}`;
  return `${name}: due ${monthText(due_on)}, ${pace}`;
}

/** How a person's goals are doing. */
export function goalsText(name: string, goals: readonly Goal[]): string {
  if (goals.length === 0) return `${name} has set no savings goal`;
  const [first] = goals;
  if (goals.length === 1)
    return `The goal “${lowerFirst(first!.goal)}” is ${goalStateNames[first!.state].toLowerCase()}`;
  const of = (states: readonly Goal["state"][]) =>
    goals.filter(({state}) => states.includes(state)).length;
  const good = of(["reached", "on_track"]);
  return `${count(good)} of ${name}’s ${count(goals.length)} goals ${agree(good, "is", "are")} reached or on track`;
}
