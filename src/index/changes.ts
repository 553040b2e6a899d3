/** What changed since the last publish: the headline figures of two snapshots side by side. */
import type {Column} from "../components/columns.js";
import {dataTable} from "../components/dataTable.js";
import {builder} from "../components/dom.js";
import {figure} from "../components/figure.js";
import type {Query} from "../components/figureActions.js";
import {dayText, points, type Value, withSign} from "../lib/format.js";
import {type MeasureName, measures, measureText} from "../lib/measures/measures.js";
import {yearMonths} from "../lib/measures/reading.js";
import type {Headline, Publish} from "../lib/site/publishes.js";
import {agree, inWords, lowerFirst, sentence} from "../lib/words.js";

/** The dataset `src/data/publishes.json`. */
export interface Publishes {
  readonly now: Publish;
  readonly before: Publish | null;
}

/** A headline figure in both. */
export interface ChangeRow {
  readonly measure: MeasureName;
  readonly of: string;
  readonly before: number | null;
  readonly now: number | null;
  readonly difference: number | null;
}

/** A table of the two, or a sentence where nothing else was published. */
export function sinceLastPublish(
  {now, before}: Publishes,
  code: Query,
  {document = globalThis.document} = {},
): HTMLElement {
  if (before === null)
    return builder(document).html(
      "p",
      {id: "publishes"},
      "This is the first data that this project publishes: the next publish of other data will be compared with it.",
    );
  return figure({
    id: "publishes",
    finding: changesFinding,
    subtitle: spanText(now, before),
    rows: changeRows(now, before),
    chart: (rows, {document}) =>
      dataTable(rows, {columns, caption: "Headline figures of two publishes", document}),
    columns,
    note: "Each figure is of the last complete month that its data hold, or of the twelve up to it; points are percentage points.",
    height: 480,
    code,
    document,
  });
}

/** The headlines of now, each beside its own of before: the same measure, of the same customers, over as many months. */
export function changeRows(now: Publish, before: Publish): ChangeRow[] {
  return now.headlines.map(({measure, of, window, value}) => {
    const same = (one: Headline) =>
      one.measure === measure && one.of === of && one.window === window;
    const was = before.headlines.find(same)?.value ?? null;
    return {
      measure,
      of: window === yearMonths ? `${of}, ${yearMonths} months` : of,
      before: was,
      now: value,
      difference: was === null || value === null ? null : value - was,
    };
  });
}

/** `11 of 12 figures are not what they were at the last publish`. */
export function changesFinding(rows: readonly ChangeRow[]): string {
  const changed = rows.filter(isChanged).length;
  const all = `${inWords(rows.length)} ${agree(rows.length, "figure", "figures")}`;
  const than = "at the last publish";
  if (changed === 0) return `None of ${all} reads otherwise than ${than}`;
  if (changed === rows.length) return `All ${all} read otherwise than ${than}`;
  return `${sentence(inWords(changed))} of ${all} ${changed === 1 ? "reads" : "read"} otherwise than ${than}`;
}

/** Which days the data of both end on. */
function spanText(now: Publish, before: Publish): string {
  if (now.as_of === before.as_of)
    return `Headline figures before and now, both of ${dataText(now)}`;
  return `Headline figures before, of ${dataText(before)}, and now, of ${dataText(now)}`;
}

const dataText = ({as_of}: Publish) => (as_of ? `data to ${dayText(as_of)}` : "no data");

const written = (value: number | null, {measure}: ChangeRow) => measureText(measure, value);

/** Whether a figure reads otherwise: a difference that no digit shows is none. */
function isChanged(row: ChangeRow): boolean {
  return written(row.before, row) !== written(row.now, row);
}

/** `+€1.2m`, `−0.4 points` of a percentage, `unchanged`. */
function differenceText(difference: Value, row: ChangeRow): string {
  if (difference === null) return "–";
  if (!isChanged(row)) return "unchanged";
  const format = (value: Value) =>
    measures[row.measure].unit === "share"
      ? `${Number(value) < 0 ? "−" : ""}${points(value).replace("percentage ", "")}`
      : measureText(row.measure, value);
  return withSign(difference, format);
}

const columns: readonly Column<ChangeRow>[] = [
  {
    key: "measure",
    label: "Figure",
    format: (measure) => measures[measure].label,
    detail: ({of}) => lowerFirst(of),
  },
  {key: "of", label: "Of", minor: true},
  {key: "before", label: "Before", kind: "number", format: written, minor: true},
  {
    key: "now",
    label: "Now",
    kind: "number",
    format: written,
    detail: (row) => `${written(row.before, row)} before`,
  },
  {key: "difference", label: "Change", kind: "number", format: differenceText},
];
