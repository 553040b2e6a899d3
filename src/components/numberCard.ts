import {money, percent, points, type Value} from "../lib/format.js";
import {measures, measureText} from "../lib/measures/measures.js";
import {type Reading, readingAttributes, scopeText} from "../lib/measures/reading.js";
import {byDirection, changeOf} from "../lib/words.js";
import {builder} from "./dom.js";
import {measureLink} from "./measureLink.js";
import {assertOptions, type OptionNames} from "./options.js";
import {sparkline} from "./sparkline.js";

export interface CardOptions {
  /** What the number is; that of the measure, unless told. */
  label?: string;
  /**
   * The measure that the number is a value of, of whom and when: its name links to the definition, its unit gives the
   * format, and its scope stands below the name.
   */
  reading?: Reading;
  value: Value;
  format?: (value: Value) => string;
  /** The value it is compared with, and the period that it belongs to: "September 2026". */
  before?: Value;
  period?: string;
  /** Whether more is good (a gain), bad (a loss) or neither, which is the default. */
  more?: "good" | "bad" | "neutral";
  /**
   * How a change is written: as a share of the value before, as an amount, or, for shares, in percentage
   * points.
   */
  changeBy?: "share" | "amount" | "points";
  /** The path that led here, oldest first. */
  path?: readonly Value[];
  /** One line below: what the number counts. */
  note?: string;
  /** The figure that shows the number among others: `#bank-flows`. */
  href?: string;
  document?: Document;
}

const optionNames: OptionNames<CardOptions> = {
  label: true,
  reading: true,
  value: true,
  format: true,
  before: true,
  period: true,
  more: true,
  changeBy: true,
  path: true,
  note: true,
  href: true,
  document: true,
};

interface Move {
  readonly share: number | undefined;
  readonly difference: number;
  readonly format: (value: Value) => string;
}

/** How large a change was, without its sign. */
const sizes = {
  share: ({share = 0}: Move) => percent(Math.abs(share)),
  amount: ({difference, format}: Move) => format(Math.abs(difference)),
  points: ({difference}: Move) => points(difference),
} as const;

/** A number that stands alone, with its change against a named period in sign and word. */
export function numberCard(options: CardOptions): HTMLElement {
  assertOptions(options, optionNames);
  const {
    reading,
    label = reading ? measures[reading.measure].label : "",
    value,
    format = reading ? (value) => measureText(reading.measure, value) : money,
    before,
    period,
    more = "neutral",
    changeBy = "share",
    path,
    note,
    href,
    document = globalThis.document,
  } = options;
  const {html} = builder(document);
  // A change told as an amount is told however small, as long as it shows.
  const tolerance = format(value) === format(before) ? Number.POSITIVE_INFINITY : 0;
  const isAmount = changeBy === "amount";
  const change = changeOf(value, before, isAmount ? {tolerance} : {});
  const {difference = 0, share} = change;
  const size = sizes[changeBy === "share" && share === undefined ? "amount" : changeBy]({
    share,
    difference,
    format,
  });
  const words = byDirection(change, {
    rise: `↑ ${size} from ${period}`,
    fall: `↓ ${size} from ${period}`,
    same: `unchanged from ${period}`,
    unknown: `nothing to compare with in ${period}`,
  });
  const isGood = (more === "good") === (change.direction === "rise");
  const hasSide =
    more !== "neutral" && (change.direction === "rise" || change.direction === "fall");
  const tone = hasSide ? (isGood ? "is-gain" : "is-loss") : undefined;
  return html(
    "div",
    {class: "number-card", ...(reading && readingAttributes(reading, value))},
    html(
      "p",
      {class: "card-label"},
      reading ? measureLink(reading.measure, {label, document}) : label,
    ),
    reading !== undefined && html("p", {class: "card-scope"}, scopeText(reading)),
    html("p", {class: "card-value"}, href ? html("a", {href}, format(value)) : format(value)),
    period !== undefined && html("p", {class: `card-change ${tone ?? ""}`.trim()}, words),
    note !== undefined && html("p", {class: "card-note"}, note),
    path && path.length > 1 && sparkline(path, {document}),
  );
}

/** Cards side by side, as many as fit; with an `id`, links lead to them. */
export function cardRow(
  cards: readonly HTMLElement[],
  {id, document = globalThis.document}: {id?: string; document?: Document} = {},
): HTMLElement {
  return builder(document).html("div", {class: "card-row", id}, ...cards);
}
