/** What follows a raise, a new job or the end of a salary: the words of the event study. */

import {money} from "../../lib/format.js";
import type {BudgetPart} from "../../lib/people/budgetParts.js";
import {peopleText, plural} from "../../lib/words.js";

export type PayEvent = "raise" | "change_up" | "change_down" | "stop";

export type EventPart = Extract<BudgetPart, "income" | "saving" | "discretionary">;

/** A row of `savings-events`; `month_offset` is null for the months 1 to 6 together. */
export interface EventRow {
  readonly event: PayEvent;
  readonly part: EventPart;
  readonly month_offset: number | null;
  readonly change_eur: number;
  readonly low_eur: number | null;
  readonly high_eur: number | null;
  readonly season_eur: number;
  readonly before_eur: number;
  readonly person_count: number;
}

/** What the events are called where one chooses among them. */
export const payEvents = [
  {value: "raise", label: "A raise"},
  {value: "change_up", label: "A better-paid job"},
  {value: "change_down", label: "A worse-paid job"},
  {value: "stop", label: "No salary"},
] as const satisfies readonly {value: PayEvent; label: string}[];

const words = {
  raise: {after: "after a raise", had: "had a raise"},
  change_up: {after: "after a move to a better-paid job", had: "moved to a better-paid job"},
  change_down: {after: "after a move to a worse-paid job", had: "moved to a worse-paid job"},
  stop: {after: "when the salary stops", had: "lost their salary for two months or more"},
} as const satisfies Record<PayEvent, {after: string; had: string}>;

/** Fewer people than this are shown, but nothing is concluded from them. */
export const fewPeople = 20;

const order = ["income", "saving", "discretionary"] as const;

/** The months of one event, those around it and not their sum, the largest part first. */
export function monthsAround(rows: readonly EventRow[], event: string | undefined): EventRow[] {
  const around = rows.filter((row) => row.event === event && row.month_offset !== null);
  return order.flatMap((part) => around.filter((row) => row.part === part));
}

/** The months 1 to 6 of one event and part together. */
function afterwards(rows: readonly EventRow[], event: string | undefined, part: EventPart) {
  return rows.find((row) => row.event === event && row.part === part && row.month_offset === null);
}

/** Above zero, below it, or not to be told from it. */
function direction({change_eur, low_eur, high_eur}: EventRow): -1 | 0 | 1 {
  if (low_eur === null || high_eur === null || low_eur * high_eur <= 0) return 0;
  return change_eur > 0 ? 1 : -1;
}

/** Whether savings follow the pay after an event, as far as that can be told from chance. */
export function eventFinding(rows: readonly EventRow[], event: PayEvent): string {
  const [income, saving] = (["income", "saving"] as const).map((part) =>
    afterwards(rows, event, part),
  );
  const {after, had} = words[event];
  if (!income || !saving) return `Nobody who ${had} could be followed`;
  if (income.person_count < fewPeople)
    return `Too few to tell: ${peopleText(income.person_count)} who ${had} could be followed`;
  const paid = direction(income);
  if (paid === 0) return `Income does not move beyond chance ${after}`;
  return `${savingText(income, saving, paid)} ${after}`;
}

/** What of each EUR 100 more, or less, is saved. */
function savingText(income: EventRow, saving: EventRow, paid: 1 | -1): string {
  const saved = direction(saving);
  if (saved === 0) return "Savings do not move beyond chance";
  if (saved !== paid)
    return paid > 0
      ? "Savings fall, although income rises,"
      : "Savings rise, although income falls,";
  const size = money(Math.round(100 * (saving.change_eur / income.change_eur)));
  return paid > 0
    ? `People save ${size} of each extra €100`
    : `People save ${size} less for each €100 lost`;
}

/** Whether what is saved of the change is more or less than what was saved of each euro before, beyond chance. */
function proportionText(income: EventRow, saving: EventRow): string {
  if (direction(income) === 0 || direction(saving) !== direction(income)) return "";
  const before = saving.before_eur / income.before_eur;
  const expected = before * income.change_eur;
  const was = money(Math.round(100 * before));
  if (expected >= (saving.low_eur ?? 0) && expected <= (saving.high_eur ?? 0))
    return ` Savings follow in proportion: before, people saved ${was} of each €100.`;
  const size = Math.abs(saving.change_eur) > Math.abs(expected) ? "more" : "less";
  return ` That is ${size} than in proportion: before, people saved ${was} of each €100.`;
}

function spendingText(spending: EventRow): string {
  const moved = direction(spending);
  if (moved === 0) return " Discretionary spending did not move beyond chance.";
  return ` Discretionary spending ${moved > 0 ? "rose" : "fell"} by ${money(Math.abs(spending.change_eur))}.`;
}

/** How many were followed, and what happened to their income, savings and spending. */
export function eventText(rows: readonly EventRow[], event: PayEvent): string {
  const [income, saving, spending] = order.map((part) => afterwards(rows, event, part));
  const {had} = words[event];
  if (!income) return `It takes three months before and six after to follow somebody who ${had}.`;
  const {change_eur, before_eur, person_count} = income;
  const verb = change_eur < 0 ? "lower" : "higher";
  const text = `${plural(person_count, "main customer")} who ${had} could be followed. In the six months after, income was ${money(Math.abs(change_eur))} a month ${verb} than the ${money(before_eur)} before${rangeText(income)}.`;
  if (!saving || !spending || person_count < fewPeople) return text;
  return text + proportionText(income, saving) + spendingText(spending);
}

/** The confidence of a change, as sizes where its direction is known, else with signs. */
function rangeText(row: EventRow): string {
  const {low_eur, high_eur} = row;
  if (low_eur === null || high_eur === null) return "";
  const ends =
    direction(row) === 0
      ? [low_eur, high_eur]
      : [low_eur, high_eur].map(Math.abs).sort((a, b) => a - b);
  return ` (95% confidence: ${money(ends[0])} to ${money(ends[1])})`;
}
