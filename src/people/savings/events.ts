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
  raise: {after: "After a raise", had: "had a raise"},
  change_up: {after: "After a change to a better-paid job", had: "changed to a better-paid job"},
  change_down: {after: "After a change to a worse-paid job", had: "changed to a worse-paid job"},
  stop: {after: "When the salary stops", had: "lost their salary for two months or more"},
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

/** Whether savings and spending follow the pay after an event, as far as that can be told from chance. */
export function eventFinding(rows: readonly EventRow[], event: PayEvent): string {
  const [income, saving, spending] = (["income", "saving", "discretionary"] as const).map((part) =>
    afterwards(rows, event, part),
  );
  const {after, had} = words[event];
  if (!income || !saving || !spending) return `Nobody who ${had} could be followed`;
  if (income.person_count < fewPeople)
    return `Too few to tell: ${peopleText(income.person_count)} who ${had} could be followed`;
  const paid = direction(income);
  if (paid === 0) return `${after}, income does not move beyond chance`;
  return `${after}, ${savingText(income, saving, paid)}; ${spendingText(spending)}`;
}

/** What of each EUR 100 more, or less, is saved, against what had been saved of each before. */
function savingText(income: EventRow, saving: EventRow, paid: 1 | -1): string {
  const saved = direction(saving);
  if (saved === 0) return "savings do not move beyond chance";
  if (saved !== paid)
    return paid > 0 ? "savings fall although income rises" : "savings rise although income falls";
  const usual = saving.before_eur / income.before_eur;
  const expected = usual * income.change_eur;
  const size = money(Math.round(100 * (saving.change_eur / income.change_eur)));
  const share =
    paid > 0
      ? `of each €100 more, ${size} are saved`
      : `of each €100 less, ${size} come off savings`;
  if (expected >= (saving.low_eur ?? 0) && expected <= (saving.high_eur ?? 0))
    return `savings follow in proportion: ${share}`;
  const verb = paid > 0 ? "rise" : "fall";
  const most = Math.abs(saving.change_eur) > Math.abs(expected) ? "more" : "less";
  return `savings ${verb} ${most} than in proportion: ${share}, where ${money(Math.round(100 * usual))} had been saved`;
}

function spendingText(spending: EventRow): string {
  const moved = direction(spending);
  if (moved === 0) return "spending by choice does not move beyond chance";
  return `spending by choice ${moved > 0 ? "rises" : "falls"} by ${money(Math.abs(spending.change_eur))}`;
}

/** How many were followed, and what happened to their income. */
export function eventText(rows: readonly EventRow[], event: PayEvent): string {
  const income = afterwards(rows, event, "income");
  const {had} = words[event];
  if (!income) return `It takes three months before and six after to follow somebody who ${had}.`;
  const {change_eur, before_eur, person_count} = income;
  const verb = change_eur < 0 ? "lower" : "higher";
  return `${plural(person_count, "main customer")} who ${had} could be followed. In the six months after, income was ${money(Math.abs(change_eur))} a month ${verb} than the ${money(before_eur)} before${rangeText(income)}.`;
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
