import type {Timeline} from "../lib/balances/timeline.js";
import {dayText, money, withSign} from "../lib/format.js";
import type {Stop} from "./stop.js";

/** What the tooltip says on each day: the balance, or its median with the band, and the payments. */
export function timelineStops({past, fan, dues}: Timeline): Stop[] {
  const stops = new Map<number, Stop>();
  const add = (day: Date, y: number, lines: Stop["lines"]) => {
    const own = stops.get(+day) ?? {x: day, y, title: dayText(day), lines: []};
    stops.set(+day, {...own, lines: [...own.lines, ...lines]});
  };
  for (const {day, balance_eur} of past)
    add(day, balance_eur, [{name: "Balance", value: money(balance_eur)}]);
  for (const {day, low_eur, median_eur, high_eur} of fan)
    add(day, median_eur, [
      {name: "Median", value: money(median_eur)},
      {name: "80% of futures", value: `${money(low_eur)} to ${money(high_eur)}`},
    ]);
  const end = fan.at(-1)?.median_eur ?? past.at(-1)?.balance_eur ?? 0;
  for (const {day, label, amount_eur} of dues)
    add(day, fan.find((ahead) => ahead.day >= day)?.median_eur ?? end, [
      {name: label, value: withSign(amount_eur, money)},
    ]);
  return [...stops.values()];
}
