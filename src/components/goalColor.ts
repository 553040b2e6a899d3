import type {GoalState} from "../lib/people/goals.js";
import {color} from "./palette.js";

/** The colour of a goal's state: done, well on the way, late, too late. */
export function goalColor(state: GoalState): string {
  const colors = {reached: "gain", on_track: "accent", behind: "caution", overdue: "loss"} as const;
  return color(colors[state]);
}
