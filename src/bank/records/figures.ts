/** The tables of the records: the checks, and the loads. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {builder} from "../../components/dom.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {sentence} from "../../lib/words.js";
import {type CheckQueries, checkList} from "./checkList.js";
import {type LoadRow, loadsFinding, type RuleRow, rulesFinding} from "./words.js";

const ruleColumns: readonly Column<RuleRow>[] = [
  {key: "rule_number", label: "Check"},
  {key: "rule", label: "What is checked", format: sentence},
  {key: "broken_count", label: "Rows that fail", kind: "count"},
  {key: "first_broken", label: "The first of them"},
];

/** The checks of the bank and how they ended, those that fail first; `queries` loads the SQL of each. */
export function ruleTable(
  rules: readonly RuleRow[],
  queries: () => Promise<CheckQueries>,
  code: Query,
): FigureElement {
  return figure({
    id: "data-quality",
    finding: rulesFinding(rules),
    subtitle: "Each check is a query over the whole bank that returns the rows that break its rule",
    rows: rules,
    chart: (rows) => checkList(rows, queries),
    columns: ruleColumns,
    note: "Where a database is the source it answers these queries itself; the same queries run on the CSV files.",
    height: 900,
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
