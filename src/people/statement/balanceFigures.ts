/** Stated balances held against the rows, and gaps between files. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import {agree, plural} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import type {BalanceCheck} from "./balanceChecks.js";
import {exactAmount} from "./exactAmount.js";
import {ownSource} from "./ownSource.js";

const results: Record<BalanceCheck["result"], string> = {
  holds: "✓ holds",
  differs: "✗ differs",
  gap: "✗ gap",
  unknown: "? open",
};

const amount = (value: number | null) => (value === null ? "" : exactAmount(value, ""));

const columns: Column<BalanceCheck>[] = [
  {key: "result", label: "Result", format: (result) => results[result]},
  {key: "what", label: "What", detail: ({file}) => file},
  {key: "account", label: "Account", minor: true},
  {key: "stated", label: "Stated", kind: "number", format: amount},
  {key: "found", label: "From the rows", kind: "number", format: amount},
  {key: "words", label: "In words"},
];

/** Each balance that a file states, and each step from one file of an account to the next. */
export function ownBalances({checks}: Analysis): FigureElement {
  return figure({
    id: "own-balances",
    finding: balancesFinding(checks),
    subtitle: "Stated balances against the rows of each file, in the account’s currency",
    rows: checks,
    chart: (rows, {document}) => dataTable(rows, {columns, caption: "Balances and gaps", document}),
    columns,
    empty: "None of the files states a balance, so nothing proves that all rows are there.",
    source: ownSource,
    height: checks.length > 0 ? 160 : 80,
  });
}

/** How many hold, and whether there are gaps. */
export function balancesFinding(checks: readonly BalanceCheck[]): string {
  const of = (result: BalanceCheck["result"]) =>
    checks.filter((check) => check.result === result).length;
  const told = of("holds") + of("differs");
  const gaps =
    of("gap") > 0 ? `, and there ${agree(of("gap"), "is", "are")} ${plural(of("gap"), "gap")}` : "";
  if (told === 0)
    return gaps ? `No balance is stated${gaps}` : "No balance could be held against the rows";
  if (of("differs") === 0)
    return told === 1
      ? `The one balance stated holds${gaps}`
      : `All ${told} balances stated hold${gaps}`;
  return `${plural(of("differs"), "stated balance")} of ${told} ${agree(of("differs"), "differs", "differ")}${gaps}`;
}
