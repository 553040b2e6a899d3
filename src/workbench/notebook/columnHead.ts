import {builder} from "../../components/dom.js";
import {count} from "../../lib/format.js";
import type {Bin, ColumnProfile} from "../../lib/notebook/columnProfile.js";
import type {Column} from "../../lib/notebook/columns.js";
import {writerOf} from "../../lib/notebook/valueText.js";

export interface ColumnHead {
  readonly element: HTMLElement;
  show(state: {sorted: "ascending" | "descending" | undefined; chosen: Bin | undefined}): void;
}

/** The head of a column: its name, which sorts, its type, its range, what is missing, and bars that filter. */
export function columnHead(
  column: Column,
  {nullCount, distinctCount, ends, bins}: ColumnProfile,
  {onSort, onBin, document}: {onSort: () => void; onBin: (bin: Bin) => void; document: Document},
): ColumnHead {
  const {html} = builder(document);
  const {name, kind, type} = column;
  const text = writerOf(column);
  const highest = Math.max(1, ...bins.map((bin) => bin.count));
  const bars = bins.map((bin) => {
    const title = `${bin.text}: ${count(bin.count)}`;
    const size = `--share:${Math.round((1000 * bin.count) / highest) / 10}%`;
    const label = `Only rows where ${name} is ${bin.text} (${count(bin.count)})`;
    return html(
      "button",
      {
        type: "button",
        style: size,
        title,
        "aria-label": label,
        "aria-pressed": "false",
        on: {click: () => onBin(bin)},
      },
      html("span", {}),
    );
  });
  const range = !ends
    ? nullCount > 0
      ? "nothing but null"
      : "no rows"
    : distinctCount === 1
      ? text(ends[0])
      : `${text(ends[0])} to ${text(ends[1])}`;
  const facts = [
    ends && `${count(distinctCount)} distinct`,
    nullCount > 0 && `${count(nullCount)} null`,
  ];
  const element = html(
    "th",
    {scope: "col", class: `is-${kind}`},
    html(
      "button",
      {type: "button", class: "sorts", on: {click: onSort}},
      html("span", {class: "name"}, name),
      html("span", {class: "arrow", "aria-hidden": "true"}),
    ),
    html("span", {class: "type"}, type.toLowerCase()),
    html("span", {class: "bins"}, ...bars),
    html("span", {class: "range", title: range}, range),
    html("span", {class: "facts"}, facts.filter(Boolean).join(", ")),
  );
  return {
    element,
    show({sorted, chosen}) {
      if (sorted) element.setAttribute("aria-sort", sorted);
      else element.removeAttribute("aria-sort");
      for (const [at, bin] of bins.entries())
        bars[at]!.setAttribute("aria-pressed", String(bin === chosen));
    },
  };
}
