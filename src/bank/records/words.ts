/** Words about the records themselves: whether the checks pass, and what was loaded. */
import {asDate, instant, type Time} from "../../lib/format.js";
import {allOf, plural} from "../../lib/words.js";

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

/** The checks, those that fail first; otherwise in their order. */
export function failuresFirst(rules: readonly RuleRow[]): RuleRow[] {
  const isBroken = ({broken_count}: RuleRow) => broken_count > 0;
  return [...rules.filter(isBroken), ...rules.filter((rule) => !isBroken(rule))];
}

/** `All 14 checks pass`, or how many fail, and on how many rows. */
export function rulesFinding(rules: readonly RuleRow[]): string {
  const broken = rules.filter(({broken_count}) => broken_count > 0);
  if (rules.length === 0) return "No check was run";
  if (broken.length === 0) {
    return `${allOf(rules.length, "check")} ${rules.length === 1 ? "passes" : "pass"}`;
  }
  const rows = broken.reduce((sum, {broken_count}) => sum + broken_count, 0);
  const verb = broken.length === 1 ? "fails" : "fail";
  return `${broken.length} of ${plural(rules.length, "check")} ${verb}, on ${plural(rows, "row")}`;
}

/** How the last run of the loader ended; where the figures come from where nothing was ever loaded. */
export function loadsFinding(loads: readonly LoadRow[]): string {
  const [last] = loads;
  if (!last) return "The data come straight from the CSV files, without a database";
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

function secondsBetween(a: Time, b: Time): number {
  return Math.abs(Number(asDate(a)) - Number(asDate(b))) / 1000;
}

/** The answer that the page opens with: whether the checks pass, and where the data come from. */
export function recordsText(rules: readonly RuleRow[], loads: readonly LoadRow[]): string {
  const scope = "on every row, each time this site is made; a check that fails is listed first";
  const checks = rules.length === 0 ? rulesFinding(rules) : `${rulesFinding(rules)}, ${scope}`;
  return `${checks}. ${loadsFinding(loads)}.`;
}
