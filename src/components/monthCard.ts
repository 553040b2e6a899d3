import {month as monthText, type Time, type Value} from "../lib/format.js";
import {type CardOptions, numberCard} from "./numberCard.js";

export type MonthCard = (
  label: string,
  path: readonly Value[],
  options?: Omit<CardOptions, "label" | "value" | "before" | "period" | "path" | "document">,
) => HTMLElement;

/**
 * Makes number cards of the last of these months, each against the month before and with the path that led
 * there: a path has one value a month, in order.
 */
export function monthCard(
  months: readonly {readonly month: Time}[],
  {document = globalThis.document}: {readonly document?: Document} = {},
): MonthCard {
  const before = months.at(-2);
  const period = before ? {period: monthText(before.month)} : {};
  return (label, path, options) =>
    numberCard({
      label,
      value: path.at(-1),
      before: path.at(-2),
      path,
      ...period,
      ...options,
      document,
    });
}
