import {monthText, type Time, type Value} from "../lib/format.js";
import type {MeasureName} from "../lib/measures/measures.js";
import {monthWindow, type Scope} from "../lib/measures/reading.js";
import {type CardOptions, numberCard} from "./numberCard.js";

export type MonthCard = (
  what: string | {readonly measure: MeasureName; readonly of: Scope["of"]},
  path: readonly Value[],
  options?: Omit<
    CardOptions,
    "label" | "reading" | "value" | "before" | "period" | "path" | "document"
  >,
) => HTMLElement;

/**
 * Makes number cards of the last of these months, each against the month before and with the path that led
 * there: a path has one value a month, in order. What it shows is a measure of somebody, or has a label of its own.
 */
export function monthCard(
  months: readonly {readonly month: Time}[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): MonthCard {
  const before = months.at(-2);
  const period = before ? {period: monthText(before.month)} : {};
  return (what, path, options) =>
    numberCard({
      ...(typeof what === "string"
        ? {label: what}
        : {reading: {...what, window: monthWindow(what.measure), asOf: months.at(-1)?.month}}),
      value: path.at(-1),
      before: path.at(-2),
      path,
      ...period,
      ...options,
      document,
    });
}
