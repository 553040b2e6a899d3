/** The parts of a selection along an axis, as bars to choose from and as a table. */
import {barList} from "../../components/barList.js";
import type {Column} from "../../components/columns.js";
import {money, percent} from "../../lib/format.js";
import {type Axis, type FocusAxis, sumsOf} from "./cubes.js";
import type {Spend} from "./spend.js";
import {focusText, type Part, partsOf, spanText} from "./words.js";

export const partColumns: readonly Column<Part>[] = [
  {key: "name", label: "What"},
  {key: "sum", label: "Paid", kind: "euros"},
  {key: "share", label: "Share of the choice", kind: "percent"},
  {key: "whole_share", label: "Share of everything paid", kind: "percent"},
];

/** `€12.3m 4.2%`, `nothing` */
const sumText = ({sum, share}: Part) => (sum > 0 ? `${money(sum)} ${shareText(share)}` : "nothing");

/** A share, which is never told as 0% where there is something. */
function shareText(share: number): string {
  return share > 0 && share < 0.0005 ? "<0.1%" : percent(share);
}

/** What a figure shows: `payments by card, May 2025 to October 2026`. */
export const ofText = ({data, selection}: Spend) =>
  `${focusText(selection.focus)}, ${spanText(data, selection)}`;

/** The keys of an axis of which anything was ever paid, the largest first. */
export function ranked({data}: Spend, axis: Axis, keys = data.axes[axis]): string[] {
  const sums = sumsOf(data, axis, {from: 0, to: data.months.length - 1});
  const sumOf = (key: string) => sums[data.axes[axis].indexOf(key)]!;
  return keys.filter((key) => sumOf(key) > 0).sort((a, b) => sumOf(b) - sumOf(a));
}

/** What choosing a value of an axis does: it is all that the page shows, until it is let go. */
export const chooser = (spend: Spend, axis: FocusAxis) => (value: string | undefined) =>
  spend.select({focus: value === undefined ? undefined : {axis, value}});

/** The chosen value, if it is one of this axis. */
export const chosenOf = ({selection: {focus}}: Spend, axis: Axis) =>
  focus?.axis === axis ? focus.value : undefined;

interface SpendBarsOptions {
  readonly axis: Axis;
  readonly keys: readonly string[];
  readonly colors?: (key: string) => string;
  /** The axis as one to choose a value of. */
  readonly choice?: FocusAxis;
}

/** The parts of an axis as bars of their shares, each with a mark at its share of everything that was paid. */
export function spendBars(spend: Spend, {axis, keys, colors, choice}: SpendBarsOptions) {
  const parts = () => partsOf(spend.data, axis, spend.selection, keys);
  const bars = barList({
    items: parts().map(({key, name}) => ({key, label: name, ...(colors && {color: colors(key)})})),
    ...(choice && {choose: chooser(spend, choice)}),
  });
  return {
    parts,
    element: bars.element,
    draw: (rows: readonly Part[], width: number) =>
      bars.draw(
        rows.map((part) => ({value: part.share, text: sumText(part), level: part.whole_share})),
        width,
        chosenOf(spend, axis),
      ),
  };
}
