/** One person's habits, and the choice of the person. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {segmentColor} from "../../components/palette.js";
import {personPicker} from "../../components/personPicker.js";
import type {PickerElement} from "../../components/picker.js";
import {type HabitRow, leastPurchases} from "../../lib/lifestyles/habits.js";
import type {Published} from "../../lib/lifestyles/published.js";
import type {Customer} from "../../lib/measures/reading.js";
import type {ListedPerson} from "../../lib/people/relation.js";
import {habitDots} from "./habitDots.js";
import {personAt} from "./people.js";
import {windowText} from "./population.js";
import {personHabitFinding, personHabits} from "./profile.js";

/** The choice of a person: first, the first who can be judged. */
export function personChoice(people: readonly ListedPerson[], data: Published): PickerElement {
  return personPicker(people, {
    value: people.find(({user_id}) => personAt(data, user_id))?.user_id,
  });
}

/** A person's shares of purchases by kind, beside those of the own segment and of everybody. */
export function lifestyleHabits(
  {user_id, name}: Customer,
  data: Published,
  rows: readonly HabitRow[],
  sql: Query,
): FigureElement {
  const person = personAt(data, user_id);
  const row = rows.find((row) => row.user_id === user_id);
  const habits = personHabits(row, person, data);
  return figure({
    id: "lifestyle-habits",
    finding: personHabitFinding(name, habits),
    subtitle: `Share of purchases by kind, ${windowText(data)}`,
    rows: habits,
    chart: (rows, options) =>
      habitDots(rows, {
        ...options,
        person: name,
        segment: data.segments[person?.segment ?? -1]?.name,
        segmentColor: segmentColor(person?.segment),
      }),
    empty: `Nothing to show: it takes a main customer with at least ${leastPurchases} purchases.`,
    sql,
  });
}
