/**
 * A table for any number of rows: only those in sight are elements. Each column has a head with its profile; a bar of
 * it filters.
 */
import {builder} from "../../components/dom.js";
import {count} from "../../lib/format.js";
import {type Bin, columnProfile} from "../../lib/notebook/columnProfile.js";
import type {Column} from "../../lib/notebook/columns.js";
import {compareKeys, orderKey} from "../../lib/notebook/valueOrder.js";
import {writerOf} from "../../lib/notebook/valueText.js";
import {columnHead} from "./columnHead.js";

const rowHeight = 26;
const mostInSight = 14;
/** Rows above and below those in sight that are ready. */
const spare = 10;

interface Filter {
  readonly column: number;
  readonly bin: Bin;
}

/** The rows of an answer. `onRows` is told which are left after filtering, and in which order. */
export function resultTable(
  columns: readonly Column[],
  {
    rowCount,
    caption,
    onRows = () => {},
    document = globalThis.document,
  }: {
    rowCount: number;
    caption: string;
    onRows?: (rows: readonly number[]) => void;
    document?: Document;
  },
): HTMLElement {
  const {html} = builder(document);
  const texts = columns.map(writerOf);
  const profiles = columns.map(columnProfile);
  let sort: {column: number; isDescending: boolean} | undefined;
  const filters: Filter[] = [];
  let rows: readonly number[] = Array.from({length: rowCount}, (_, at) => at);

  const body = html("tbody");
  const heads = columns.map((column, at) =>
    columnHead(column, profiles[at]!, {
      onSort: () => {
        const isSame = sort?.column === at;
        const isFirstDown = column.kind === "number";
        sort = {column: at, isDescending: isSame ? !sort!.isDescending : isFirstDown};
        refresh();
      },
      onBin: (bin) => {
        const index = filters.findIndex((filter) => filter.column === at);
        const isSame = index >= 0 && filters[index]!.bin === bin;
        if (index >= 0) filters.splice(index, 1);
        if (!isSame) filters.push({column: at, bin});
        refresh();
      },
      document,
    }),
  );
  const table = html(
    "table",
    {"aria-rowcount": rowCount + 1},
    html("caption", {class: "visually-hidden"}, caption),
    html("thead", {}, html("tr", {}, ...heads.map(({element}) => element))),
    body,
  );
  const scroller = html(
    "div",
    {class: "result-scroll", tabindex: 0, role: "region", "aria-label": caption},
    table,
  );
  const chips = html("div", {class: "result-filters", hidden: true});

  const draw = () => {
    const head = table.tHead?.offsetHeight ?? 0;
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - spare);
    const seen = Math.ceil((scroller.clientHeight - head || mostInSight * rowHeight) / rowHeight);
    const last = Math.min(rows.length, first + seen + 2 * spare);
    const space = (count: number) =>
      count > 0 &&
      html(
        "tr",
        {class: "space", "aria-hidden": "true"},
        html("td", {colspan: columns.length, style: `height:${count * rowHeight}px`}),
      );
    body.replaceChildren(
      ...[
        space(first),
        ...rows.slice(first, last).map((row, at) =>
          html(
            "tr",
            {"aria-rowindex": first + at + 2},
            ...columns.map(({kind, values}, index) => {
              const value = values[row]!;
              const isMissing = value === null;
              return html(
                "td",
                {class: isMissing ? "is-null" : `is-${kind}`, title: longTitle(value)},
                texts[index]!(value),
              );
            }),
          ),
        ),
        space(rows.length - last),
      ].filter((row) => row !== false),
    );
  };

  const refresh = () => {
    const kept: number[] = [];
    for (let row = 0; row < rowCount; row++)
      if (filters.every(({column, bin}) => bin.holds(columns[column]!.values[row]!)))
        kept.push(row);
    if (sort) {
      const {column, isDescending} = sort;
      const keys = columns[column]!.values.map(orderKey(columns[column]!));
      kept.sort((a, b) => compareKeys(keys[a]!, keys[b]!, isDescending) || a - b);
    }
    rows = kept;
    for (const [at, head] of heads.entries())
      head.show({
        sorted: sort?.column === at ? (sort.isDescending ? "descending" : "ascending") : undefined,
        chosen: filters.find(({column}) => column === at)?.bin,
      });
    chips.hidden = filters.length === 0;
    chips.replaceChildren(
      `${count(rows.length)} of ${count(rowCount)} rows`,
      ...filters.map((filter) => {
        const text = `${columns[filter.column]!.name}: ${filter.bin.text}`;
        const drop = () => {
          filters.splice(filters.indexOf(filter), 1);
          refresh();
        };
        return html(
          "button",
          {type: "button", "aria-label": `Take away the filter ${text}`, on: {click: drop}},
          `${text} ×`,
        );
      }),
    );
    scroller.scrollTop = 0;
    draw();
    onRows(rows);
  };

  scroller.addEventListener("scroll", draw, {passive: true});
  draw();
  return html("div", {class: "result-table"}, chips, scroller);
}

/** A text that may be cut is told whole on hover. */
const longTitle = (value: unknown) =>
  typeof value === "string" && value.length > 40 ? value : undefined;
