/** The opening of the savings page. */
import {count, percent} from "../../lib/format.js";
import {type FundBand, fundByMonth} from "../../lib/people/funds.js";
import {type GoalCount, goalTotals} from "../../lib/people/goals.js";
import {type ShareBand, shareWindow} from "../../lib/people/savingsShares.js";
import {agree, plural} from "../../lib/words.js";

/** What the median saver puts aside, how many have a fund, and how the goals stand: three sentences. */
export function savingsText(
  shares: readonly ShareBand[],
  funds: readonly FundBand[],
  goals: readonly GoalCount[],
): string {
  return [shareText(shares), fundText(funds), goalText(goals)].join(" ");
}

function shareText([first]: readonly ShareBand[]): string {
  if (!first) return "No main customer has a salary to save from.";
  const {person_total, median_share} = first;
  if (person_total === 1)
    return `${shareWindow(first)} the one main customer with a salary moved ${percent(median_share, 1)} of it to savings.`;
  return `${shareWindow(first)} the median main customer with a salary moved ${percent(median_share, 1)} of it to savings.`;
}

function fundText(funds: readonly FundBand[]): string {
  const last = fundByMonth(funds).at(-1);
  if (!last) return "How long people’s money would last is not known yet.";
  const {covered_count, person_total, covered_share} = last;
  if (covered_count === 0)
    return "No main customer has a rainy-day fund of three months’ spending.";
  if (person_total === 1)
    return "The one main customer has a rainy-day fund of three months’ spending.";
  return `${percent(covered_share, 1)} of main customers (${count(covered_count)} of ${count(person_total)}) have a rainy-day fund of at least three months’ spending.`;
}

function goalText(rows: readonly GoalCount[]): string {
  const {all, reached, on_track, behind, overdue} = goalTotals(rows);
  if (all === 0) return "Nobody has set a savings goal.";
  if (all === 1) {
    const state = reached ? "reached" : on_track ? "on track" : behind ? "behind" : "overdue";
    return `The one savings goal is ${state}.`;
  }
  const rest = [
    on_track > 0 && `${count(on_track)} ${agree(on_track, "is", "are")} on track`,
    behind > 0 && `${count(behind)} ${agree(behind, "is", "are")} behind`,
    overdue > 0 && `${count(overdue)} ${agree(overdue, "is", "are")} overdue`,
  ].filter(Boolean);
  const done = `${reached === 0 ? "none" : count(reached)} ${agree(reached, "is", "are")} reached`;
  const parts = [done, ...rest];
  const tail = parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0];
  return `Of ${plural(all, "savings goal")} of all customers, ${tail}.`;
}
