/** The two figures of the watches: what they say now, and what they would have said before. */
import type {Column} from "../../components/columns.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {monthSpan} from "../../lib/month.js";
import {type ToldWatch, urgentFirst} from "../../lib/watches/told.js";
import {valueText} from "../../lib/watches/words.js";
import {watchList} from "./watchList.js";
import {watchPanels} from "./watchPanels.js";
import {historyFinding, stateNames, watchesFinding} from "./words.js";

const none = "There is no file in src/watches/: what is not watched cannot fire.";

const listColumns: readonly Column<ToldWatch>[] = [
  {key: "title", label: "Watch"},
  {key: "state", label: "State", format: (state) => stateNames[state]},
  {key: "severity", label: "Severity"},
  {key: "sentence", label: "What it says"},
  {key: "condition", label: "Fires"},
];

/** What each watch says of the last complete month, those that fire first. */
export function watchesNow(watches: readonly ToldWatch[], code: Query): FigureElement {
  return figure({
    id: "watches",
    finding: watchesFinding(watches),
    subtitle: "Each watch is a measure, a condition and a sentence; the most urgent come first",
    rows: urgentFirst(watches),
    chart: (rows, {document}) => watchList(rows, {document}),
    columns: listColumns,
    empty: none,
    height: 700,
    code,
  });
}

interface HistoryRow {
  readonly month: string;
  readonly watch: string;
  readonly value: number | null;
  readonly limit: number | null;
  readonly fires: boolean;
}

/** The value of each watch month after month, with the limit beyond which it fires. */
export function watchHistory(watches: readonly ToldWatch[], code: Query): FigureElement {
  const units = new Map(watches.map(({title, unit}) => [title, unit]));
  const written = (value: number | null, {watch}: HistoryRow) =>
    valueText(units.get(watch)!, value);
  const columns: readonly Column<HistoryRow>[] = [
    {key: "month", label: "Month", kind: "month"},
    {key: "watch", label: "Watch"},
    {key: "value", label: "Value", kind: "number", format: written},
    {key: "limit", label: "Limit", kind: "number", format: written},
    {key: "fires", label: "Fired"},
  ];
  const rows = watches.flatMap(({title, history}) =>
    history.map((reading) => ({...reading, watch: title})),
  );
  return figure({
    id: "watch-history",
    finding: historyFinding(watches),
    subtitle: `Values at the end of each month as they were known by then, ${monthSpan(watches[0]?.history ?? [])}`,
    rows,
    chart: (_, {width, document}) => watchPanels(watches, {width, document}),
    columns,
    note:
      "Each chart has a scale of its own. A line begins where there is enough to say, and its limit where there are " +
      "months to compare with.",
    empty: watches.length === 0 ? none : "The bank has no complete month yet.",
    height: 700,
    code,
  });
}
