/** One account's money over time: the balance so far, what it may become, and the payments whose days are known. */

/** The balance at the end of a day. */
export interface BalanceAt {
  readonly day: Date;
  readonly balance_eur: number;
}

/** What the balance may be at the end of a day ahead: the median of the futures, and the band of 80% of them. */
export interface FanDay {
  readonly day: Date;
  readonly low_eur: number;
  readonly median_eur: number;
  readonly high_eur: number;
}

/** A payment expected on a day: above zero it comes in, below it is to be paid. */
export interface DuePayment {
  readonly day: Date;
  readonly label: string;
  readonly amount_eur: number;
}

export interface Timeline {
  /** In order of days; the last one is today. */
  readonly past: readonly BalanceAt[];
  /** In order of days, all after today. */
  readonly fan: readonly FanDay[];
  readonly dues: readonly DuePayment[];
  /** How far the balance may go below zero; positive. */
  readonly limit_eur?: number | undefined;
}

/** Where the balance will probably be lowest: today, or a day ahead by the median. Undefined without a forecast. */
export function maybeLowPoint({past, fan}: Timeline): BalanceAt | undefined {
  const today = past.at(-1);
  if (!today || fan.length === 0) return undefined;
  return fan.reduce<BalanceAt>(
    (low, {day, median_eur}) =>
      median_eur < low.balance_eur ? {day, balance_eur: median_eur} : low,
    today,
  );
}

/** The payments of one day and direction, together. */
export interface DayOfDues {
  readonly day: Date;
  readonly amount_eur: number;
  /** The largest first. */
  readonly dues: readonly DuePayment[];
}

/** What comes in and what is to be paid on each day: at most two rows a day, in order of days. */
export function daysOfDues(dues: readonly DuePayment[]): DayOfDues[] {
  const days = new Map<string, DuePayment[]>();
  for (const due of dues) {
    const key = `${due.day.getTime()} ${due.amount_eur < 0}`;
    days.set(key, [...(days.get(key) ?? []), due]);
  }
  return [...days.values()]
    .map((own) => ({
      day: own[0]!.day,
      amount_eur: own.reduce((sum, {amount_eur}) => sum + Math.round(100 * amount_eur), 0) / 100,
      dues: own.toSorted((a, b) => Math.abs(b.amount_eur) - Math.abs(a.amount_eur)),
    }))
    .sort((a, b) => Number(a.day) - Number(b.day) || b.amount_eur - a.amount_eur);
}
