/** The figure on a person's habits. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {segmentColor} from "../../components/palette.js";
import {leastPurchases} from "../../lib/lifestyles/habits.js";
import type {PersonLifestyle} from "../../lib/lifestyles/personLifestyle.js";
import {monthSpan} from "../../lib/month.js";
import {habitDots} from "./habitDots.js";
import {personHabitFinding, personHabits} from "./profile.js";

/** A person's shares of purchases by kind, beside those of the own segment and of everybody. */
export function lifestyleHabits(
  name: string,
  row: PersonLifestyle | undefined,
  sql: Query,
): FigureElement {
  const habits = personHabits(row);
  return figure({
    id: "lifestyle-habits",
    finding: personHabitFinding(name, habits),
    subtitle: () =>
      `Share of purchases by kind, ${monthSpan([{month: row!.window_from}, {month: row!.window_to}])}`,
    rows: habits,
    chart: (rows, options) =>
      habitDots(rows, {
        ...options,
        person: name,
        segment: row?.segments[row.segment ?? -1]?.name,
        segmentColor: segmentColor(row?.segment ?? undefined),
      }),
    empty: `Nothing to show: it takes a main customer with at least ${leastPurchases} purchases.`,
    sql,
  });
}
