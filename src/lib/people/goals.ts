/** Savings goals: what is reached, on track, behind and overdue. `sql/derived/goal_states.sql` defines the states. */
import {asDate, missing, monthShort, percent, type Time, year} from "../format.js";

export const goalStates = ["reached", "on_track", "behind", "overdue"] as const;

export type GoalState = (typeof goalStates)[number];

export const goalStateNames = {
  reached: "Reached",
  on_track: "On track",
  behind: "Behind",
  overdue: "Overdue",
} as const satisfies Record<GoalState, string>;

/** A row of `savings-goal-counts`. */
export interface GoalCount {
  readonly name: string;
  readonly state: GoalState;
  readonly goal_count: number;
  readonly month: Time;
}

/** A row of `person-goals`. */
export interface Goal {
  readonly goal_id: number;
  readonly user_id: string;
  readonly goal: string;
  readonly target_eur: number;
  readonly due_on: Time;
  readonly balance_eur: number;
  readonly pace_eur: number;
  readonly first_month: Time;
  readonly reached_month: Time;
  readonly state: GoalState;
}

/** How many goals are in each state. */
export function goalTotals(rows: readonly GoalCount[]): Record<GoalState | "all", number> {
  const of = (state: GoalState) =>
    rows.filter((row) => row.state === state).reduce((sum, row) => sum + row.goal_count, 0);
  const [reached, on_track, behind, overdue] = goalStates.map(of) as [
    number,
    number,
    number,
    number,
  ];
  return {reached, on_track, behind, overdue, all: reached + on_track + behind + overdue};
}

/** The rows by kind of goal, the most often reached first, states in their order. */
export function goalsByKind(rows: readonly GoalCount[]): GoalCount[] {
  const kinds = [...new Set(rows.map(({name}) => name))].map((name) => {
    const own = rows.filter((row) => row.name === name);
    const totals = goalTotals(own);
    return {name, own, share: totals.reached / totals.all};
  });
  kinds.sort((a, b) => b.share - a.share || (a.name < b.name ? -1 : 1));
  return kinds.flatMap(({own}) =>
    goalStates.flatMap((state) => own.filter((row) => row.state === state)),
  );
}

/** How many goals are reached, and how the open ones stand. */
export function goalsFinding(rows: readonly GoalCount[]): string {
  const {reached, on_track, behind, all} = goalTotals(rows);
  if (all === 0) return "Nobody has a savings goal";
  if (all === 1) return `The one goal is ${goalStateNames[rows[0]!.state].toLowerCase()}`;
  const open = on_track + behind;
  const done =
    reached === 0 ? "No goal is reached" : `${percent(reached / all, 0)} of goals are reached`;
  if (open === 0) return `${done}; the others are overdue`;
  const some = on_track === 0 ? "none" : percent(on_track / open, 0);
  return `${done}; ${some} of those still open are on track`;
}

/** Whether a goal was reached only after the month that it was due in; unknown for the first month, so no. */
export function isLate({reached_month, first_month, due_on}: Goal): boolean {
  const [reached, due] = [asDate(reached_month), asDate(due_on)];
  if (!reached || !due || Number(reached) === Number(asDate(first_month))) return false;
  return reached.getTime() > due.getTime();
}

/** When a goal was reached: `Jun 2025`, or `by May 2025` where that is the first month known; with `late`. */
export function reachedText(goal: Goal): string {
  const {reached_month, first_month} = goal;
  if (!reached_month) return missing;
  const when = `${monthShort(reached_month)} ${year(reached_month)}`;
  if (Number(asDate(reached_month)) === Number(asDate(first_month))) return `by ${when}`;
  return isLate(goal) ? `${when}, late` : when;
}
