import type {Day} from "../day.js";
import type {DividendPayment} from "./dividends.js";
import type {CashFlow} from "./moneyWeightedReturn.js";
import type {Portfolio} from "./portfolio.js";
import type {Trail} from "./trail.js";

/**
 * The flows of a portfolio's whole period as its owner sees them: the value on the eve as if paid in then, what
 * was paid in and taken out since, and the value at the end as if taken out.
 */
export function portfolioCashFlows(columns: Portfolio): CashFlow[] {
  const {eve, lastDay, valueCents, moneyInCents, moneyOutCents} = columns;
  const flows: CashFlow[] = [{day: eve, amountCents: -valueCents[0]!}];
  for (let i = 1; i < valueCents.length; i++) {
    const amountCents = moneyOutCents[i]! - moneyInCents[i]!;
    if (amountCents !== 0) flows.push({day: eve + i, amountCents});
  }
  flows.push({day: lastDay, amountCents: valueCents.at(-1)!});
  return flows;
}

/** The flows of one position up to a day: its trades, its dividends when paid, and its value on that day. */
export function positionCashFlows(
  trail: Trail,
  payments: readonly DividendPayment[],
  {valueCents, on}: {valueCents: number; on: Day},
): CashFlow[] {
  const traded = trail.rows
    .filter((row) => row.trade !== null && row.day <= on)
    .map((row) => ({day: row.day, amountCents: row.cashCents}));
  const received = payments
    .filter(({accountId, symbol, paidOn}) => {
      return accountId === trail.accountId && symbol === trail.symbol && paidOn <= on;
    })
    .map(({paidOn, amountCents}) => ({day: paidOn, amountCents}));
  return [...traded, ...received, {day: on, amountCents: valueCents}];
}
