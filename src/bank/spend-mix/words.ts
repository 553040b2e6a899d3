/** How the page names what is selected, and what it finds in it. */
import {money, monthText, percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {flows, ownerNames, paidBy, weekdayNames} from "./axes.js";
import {type Axis, type Focus, type Selection, type SpendCubes, sumsOf, totalOf} from "./cubes.js";

/** The name of a value of an axis, as a bar or a choice has it. */
export function valueName(axis: Axis, value: string): string {
  const names: {readonly [name in Axis]?: string | undefined} = {
    channel: paidBy[value as keyof typeof paidBy],
    flow: flows[value as keyof typeof flows]?.label,
    owner: ownerNames[value as keyof typeof ownerNames],
    hour: `${value.padStart(2, "0")}:00`,
    weekday: weekdayNames[Number(value) - 1],
    chain: value === "other" ? "All other shops" : value,
  };
  return names[axis] ?? value;
}

/** Whose payments a selection holds: `all payments`, `card payments`, `payments booked at 04:00`. */
export function focusText(focus: Focus | undefined): string {
  if (!focus) return "all payments";
  const name = valueName(focus.axis, focus.value);
  return {
    channel: `payments by ${name.toLowerCase().replace("sepa", "SEPA")}`,
    flow: `payments for ${name.toLowerCase()}`,
    city: `payments from ${name}`,
    hour: `payments booked at ${name}`,
    weekday: `payments booked on ${fullDays[Number(focus.value) - 1]}`,
    owner: `payments of ${name.toLowerCase()}`,
  }[focus.axis];
}

const fullDays = "Mondays Tuesdays Wednesdays Thursdays Fridays Saturdays Sundays".split(" ");

/** The months of a selection: `May 2025 to October 2026`. */
export function spanText({months}: SpendCubes, {from, to}: Selection): string {
  return monthSpan(months.slice(from, to + 1).map((month) => ({month})));
}

/** A value of an axis within a selection. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly sum: number;
  /** Its share of the selection, and of everything that was paid. */
  readonly share: number;
  readonly whole_share: number;
}

/**
 * The values of an axis within a selection, in the order of the axis. Along the axis of the focus the others are there too,
 * so that another one can be chosen.
 */
export function partsOf(
  data: SpendCubes,
  axis: Axis,
  selection: Selection,
  keys = data.axes[axis],
): Part[] {
  const isOwn = selection.focus?.axis === axis;
  const sums = sumsOf(data, axis, isOwn ? {...selection, focus: undefined} : selection);
  const everything = sumsOf(data, axis, {from: 0, to: data.months.length - 1});
  const at = keys.map((key) => data.axes[axis].indexOf(key));
  const [total, whole] = [sums, everything].map(
    (all) => at.reduce((sum, i) => sum + all[i]!, 0) || 1,
  );
  return keys.map((key, index) => ({
    key,
    name: valueName(axis, key),
    sum: sums[at[index]!]!,
    share: sums[at[index]!]! / total!,
    whole_share: everything[at[index]!]! / whole!,
  }));
}

const largest = (parts: readonly Part[]) =>
  parts.reduce<Part | undefined>(
    (most, part) => (part.sum > (most?.sum ?? 0) ? part : most),
    undefined,
  );

/** The chosen one of the parts where the focus is among them, else the largest. */
function told(parts: readonly Part[], axis: Axis, {focus}: Selection): Part | undefined {
  return focus?.axis === axis ? parts.find(({key}) => key === focus.value) : largest(parts);
}

export const noPayments = "No payment matches this choice";

/** By what channel most of a selection goes, or what the chosen one carries. */
export function channelsFinding(data: SpendCubes, selection: Selection): string {
  const parts = partsOf(data, "channel", selection);
  const part = told(parts, "channel", selection);
  if (!part?.sum) return noPayments;
  return selection.focus?.axis === "channel"
    ? `${part.name}: ${money(part.sum)}, ${percent(part.share)} of what was paid`
    : `${part.name} carries ${percent(part.share)} of ${money(totalOf(data, selection))}`;
}

export function usesFinding(parts: readonly Part[], selection: Selection): string {
  const part = told(parts, "flow", selection);
  if (!part?.sum) return noPayments;
  return `${part.name} took ${percent(part.share)} of the money, ${money(part.sum)}`;
}

export function citiesFinding(parts: readonly Part[], selection: Selection): string {
  const part = told(parts, "city", selection);
  if (!part?.sum) return noPayments;
  const most = selection.focus?.axis === "city" ? "pay" : "pay most:";
  return `Customers in ${part.name} ${most} ${percent(part.share)} of the total, ${money(part.sum)}`;
}

/** When most of a selection is booked: the hour and the day of the week. */
export function clockFinding(
  selection: Selection,
  hours: readonly Part[],
  days: readonly Part[],
): string {
  const [hour, day] = [told(hours, "hour", selection), told(days, "weekday", selection)];
  if (!hour?.sum || !day?.sum) return noPayments;
  const next = valueName("hour", String((Number(hour.key) + 1) % 24));
  return (
    `${percent(hour.share)} of the money is booked from ${hour.name} to ${next}, ` +
    `${percent(day.share)} on ${fullDays[Number(day.key) - 1]}`
  );
}

/** What part of what shops were paid goes to the named chains, and to the largest of them. */
export function chainsFinding(parts: readonly Part[]): string {
  const named = parts.filter(({key}) => key !== "other");
  const first = largest(named);
  if (!first) return "No shop is paid in this selection";
  const share = named.reduce((sum, part) => sum + part.share, 0);
  return `${named.length} chains take ${percent(share)} of what shops are paid, ${first.name} ${percent(first.share)}`;
}

/** `October 2026: €22.4m`, for a month of the brush. */
export function monthTold(month: string, euros: number, isComplete: boolean): string {
  return `${monthText(month)}: ${money(euros)}${isComplete ? "" : " (not over)"}`;
}

/** What the page opens with: how much moved, and how little of it is what one thinks of as paying. */
export function openingText(data: SpendCubes): string {
  const whole = {from: 0, to: data.months.length - 1};
  const share = (axis: Axis, key: string) =>
    partsOf(data, axis, whole).find((part) => part.key === key)?.share ?? 0;
  const companies = share("owner", "company");
  const cards = share("channel", "card");
  return (
    `Customers paid ${money(totalOf(data, whole))} from ${spanText(data, whole)}, companies ${percent(companies)} of it. ` +
    `Cards carried ${percent(cards)} of the money.`
  );
}
