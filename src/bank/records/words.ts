/** Words about the records themselves: whether the rules hold, what was loaded, what was booked last. */
import {asDate, count, dayText, instant, type Time} from "../../lib/format.js";
import {plural} from "../../lib/words.js";

/** A row of `src/data/data-quality.json`. */
export interface RuleRow {
  readonly rule_number: string;
  readonly check_name: string;
  readonly rule: string;
  readonly broken_count: number;
  readonly first_broken: string | null;
}

/** A row of `src/data/loads.json`. */
export interface LoadRow {
  readonly table_name: string;
  readonly row_count: number;
  readonly inserted_count: number;
  readonly updated_count: number;
  readonly unchanged_count: number;
  readonly rejected_count: number;
  readonly pruned_count: number;
  readonly started_at: Time;
  readonly finished_at: Time | null;
  readonly outcome: string;
  readonly note: string | null;
}

/** A row of `src/data/recent-activity.json`. */
export interface ActivityRow {
  readonly booked_at: Time;
  readonly account_id: string;
  readonly category: string;
  readonly channel: string;
  readonly amount_eur: number;
  readonly is_inside: boolean;
}

/** `All 12 rules hold` or which of them are broken, and how often. */
export function rulesFinding(rules: readonly RuleRow[]): string {
  const broken = rules.filter(({broken_count}) => broken_count > 0);
  if (rules.length === 0) return "No rule was tried";
  if (broken.length === 0) return `All ${rules.length} rules hold`;
  const rows = broken.reduce((sum, {broken_count}) => sum + broken_count, 0);
  return `${broken.length} of ${rules.length} rules are broken, by ${plural(rows, "row")}`;
}

/** How the last run of the loader ended; what to know where nothing was ever loaded. */
export function loadsFinding(loads: readonly LoadRow[]): string {
  const [last] = loads;
  if (!last) return "Nothing was loaded: the CSV files are read as they are";
  const run = loads.filter(({started_at}) => secondsBetween(started_at, last.started_at) < 2);
  const rejected = run.reduce((sum, {rejected_count}) => sum + rejected_count, 0);
  const changed = run.reduce((sum, row) => sum + row.inserted_count + row.updated_count, 0);
  const when = `The last load, of ${instant(last.started_at)} UTC,`;
  if (run.some(({outcome}) => outcome === "running")) return `${when} has not ended`;
  if (run.some(({outcome}) => outcome === "killed"))
    return `${when} was killed and changed nothing`;
  if (run.some(({outcome}) => outcome === "failed")) return `${when} failed and changed nothing`;
  if (run.some(({outcome}) => outcome === "rejected")) {
    return `${when} was refused: ${plural(rejected, "row")} held back`;
  }
  return changed === 0
    ? `${when} found nothing to change`
    : `${when} wrote ${plural(changed, "row")}`;
}

/** When the last payment was booked, and what the latest ones come to. */
export function activityFinding(rows: readonly ActivityRow[]): string {
  const [last] = rows;
  if (!last) return "Nothing was ever booked";
  const incoming = rows.filter(({amount_eur}) => amount_eur > 0).length;
  return (
    `Of the last ${count(rows.length)} legs, ${incoming === 0 ? "none" : count(incoming)} brought money ` +
    `in; the last was booked on ${dayText(last.booked_at)}`
  );
}

function secondsBetween(a: Time, b: Time): number {
  return Math.abs(Number(asDate(a)) - Number(asDate(b))) / 1000;
}
