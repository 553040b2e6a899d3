/** The tables of the records: the rules, the loads, and the latest bookings. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {builder} from "../../components/dom.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {sentence} from "../../lib/words.js";
import {
  type ActivityRow,
  activityFinding,
  type LoadRow,
  loadsFinding,
  type RuleRow,
  rulesFinding,
} from "./words.js";

const ruleColumns: readonly Column<RuleRow>[] = [
  {key: "rule_number", label: "Rule"},
  {key: "rule", label: "In words", format: sentence},
  {key: "broken_count", label: "Rows that break it", kind: "count"},
  {key: "first_broken", label: "The first of them", minor: true},
];

/** The rules of the bank, and the rows that break each. */
export function ruleTable(rules: readonly RuleRow[], code: Query): FigureElement {
  return figure({
    id: "data-quality",
    finding: rulesFinding,
    subtitle: "Rows that break a rule, by rule, over the whole bank",
    rows: rules,
    chart: (rows) =>
      dataTable(rows, {columns: ruleColumns, caption: "Rules and the rows that break them"}),
    columns: ruleColumns,
    note: "Where MariaDB is the source it answers these queries itself; the same queries run on the CSV files.",
    height: 420,
    code,
  });
}

const loadColumns: readonly Column<LoadRow>[] = [
  {key: "started_at", label: "Started", kind: "instant"},
  {key: "table_name", label: "Table"},
  {key: "outcome", label: "Outcome"},
  {key: "row_count", label: "Rows", kind: "count"},
  {key: "inserted_count", label: "Inserted", kind: "count", minor: true},
  {key: "updated_count", label: "Updated", kind: "count", minor: true},
  {key: "unchanged_count", label: "Unchanged", kind: "count", minor: true},
  {key: "rejected_count", label: "Rejected", kind: "count"},
  {key: "pruned_count", label: "Pruned", kind: "count", minor: true},
  {key: "note", label: "Note"},
];

/** What the loader did with each file, run by run; a sentence where nothing was ever loaded. */
export function loadTable(loads: readonly LoadRow[], code: Query): HTMLElement {
  if (loads.length === 0) return builder(document).html("p", {}, `${loadsFinding(loads)}.`);
  return figure({
    id: "loads",
    finding: loadsFinding,
    subtitle:
      "Files by run of the loader, the latest first: rows in the file, and what became of them; times are UTC",
    rows: loads,
    chart: (rows) => dataTable(rows, {columns: loadColumns, caption: "Loads"}),
    columns: loadColumns,
    note:
      "Rows in the file are those inserted, updated, unchanged and rejected; rejected counts good rows too " +
      "that a bad one held back.",
    height: 420,
    code,
  });
}

const activityColumns: readonly Column<ActivityRow>[] = [
  {key: "booked_at", label: "Booked", kind: "instant"},
  {key: "account_id", label: "Account"},
  {key: "category", label: "Category"},
  {key: "channel", label: "Channel", minor: true},
  {key: "amount_eur", label: "Amount (EUR)", kind: "money"},
  {key: "is_inside", label: "Inside the bank", kind: "boolean", minor: true},
];

/** The legs that were booked last. */
export function activityTable(activity: readonly ActivityRow[], code: Query): FigureElement {
  return figure({
    id: "recent-activity",
    finding: activityFinding,
    subtitle: "The latest legs on accounts of the bank, EUR, positive is money in; times are UTC",
    rows: activity,
    chart: (rows) => dataTable(rows, {columns: activityColumns, caption: "Latest bookings"}),
    columns: activityColumns,
    note: "A movement inside the bank has two legs, one on each account.",
    height: 420,
    code,
  });
}
