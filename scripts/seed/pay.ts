/** What a spell pays, and which spell holds: the pay of people month by month. */
import type {Month} from "../../src/lib/day.js";
import type {Spell} from "./people.js";

/** Usual net pay of a spell in a month, in cents, with the raises since it began: a year's pay over its months. */
export function usualPayIn(spell: Spell, month: number, start: Month): number {
  let pay = spell.netCents;
  const second = Math.max(0, spell.from) + 1;
  const wait = (spell.raiseMonth - 1 + 12 - ((start + second) % 12)) % 12;
  for (let raised = second + wait; raised <= month; raised += 12) {
    pay += Math.round((pay * spell.raiseBps) / 10_000);
  }
  return pay;
}

/**
 * What a spell pays in a month, in cents: where a year has thirteen or fourteen salaries, one of so many parts, and an
 * extra one in its months, in proportion to the time served since the last; a bonus comes on top, but not in the first
 * month of a job.
 */
export function payIn(spell: Spell, month: number, start: Month): number {
  const usual = usualPayIn(spell, month, start);
  const {extraMonths, bonusMonth, bonusShare, from} = spell;
  const calendarMonth = ((start + month) % 12) + 1;
  const salaries = 12 + extraMonths.length;
  const salary = salaries === 12 ? usual : Math.round((usual * 12) / salaries);
  const served = from <= 0 ? 1 : Math.min(1, ((month - from + 1) * extraMonths.length) / 12);
  const extra = extraMonths.includes(calendarMonth) ? Math.round(salary * served) : 0;
  const isBonus = calendarMonth === bonusMonth && (from <= 0 || month > from);
  return salary + extra + (isBonus ? Math.round((usual * bonusShare) / 10_000) * 10_000 : 0);
}

/** The spell that holds in a month, if there is one. */
export function spellIn(spells: readonly Spell[], month: number): Spell | undefined {
  return spells.find(({from, to}) => from <= month && month < to);
}
