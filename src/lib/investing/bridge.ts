import {type Day, formatDay} from "../day.js";
import type {Portfolio} from "./portfolio.js";

/**
 * From the value at the start of a period to the value at its end:
 *
 *   start + money in − money out + realized + change in unrealized + dividends + interest − fees = end
 *
 * Fees are a step of their own, so the two gains are before fees (holdings state gains after fees).
 */
export interface Bridge {
  readonly startCents: number;
  readonly moneyInCents: number;
  readonly moneyOutCents: number;
  readonly realizedCents: number;
  readonly unrealizedChangeCents: number;
  readonly dividendCents: number;
  readonly interestCents: number;
  readonly feeCents: number;
  readonly endCents: number;
}

/**
 * The bridge of the days `from` to `to`, both counted in; the start is the close of the day before. It is checked
 * that the steps lead to the end, so that no flow, cost or fee is lost or counted twice; an error where they do
 * not. (A wrong price cannot show here: it moves the end and the unrealized gain alike.)
 */
export function bridge(
  columns: Portfolio,
  {from = columns.eve + 1, to = columns.lastDay}: {from?: Day; to?: Day} = {},
): Bridge {
  if (from <= columns.eve || to > columns.lastDay || from > to) {
    throw new Error(`invalid period: ${formatDay(from)} to ${formatDay(to)}`);
  }
  const first = from - columns.eve;
  const last = to - columns.eve;
  const sum = (column: Float64Array) => {
    let total = 0;
    for (let i = first; i <= last; i++) total += column[i]!;
    return total;
  };
  const unrealizedAt = (i: number) =>
    columns.valueCents[i]! - columns.cashCents[i]! - columns.paidCents[i]!;
  const result: Bridge = {
    startCents: columns.valueCents[first - 1]!,
    moneyInCents: sum(columns.moneyInCents),
    moneyOutCents: sum(columns.moneyOutCents),
    realizedCents: sum(columns.realizedCents),
    unrealizedChangeCents: unrealizedAt(last) - unrealizedAt(first - 1),
    dividendCents: sum(columns.dividendCents),
    interestCents: sum(columns.interestCents),
    feeCents: sum(columns.feeCents),
    endCents: columns.valueCents[last]!,
  };
  const gapCents = result.endCents - reached(result);
  if (gapCents !== 0) throw new Error(`value bridge does not close, gap in cents: ${gapCents}`);
  return result;
}

function reached(steps: Bridge): number {
  return (
    steps.startCents +
    steps.moneyInCents -
    steps.moneyOutCents +
    steps.realizedCents +
    steps.unrealizedChangeCents +
    steps.dividendCents +
    steps.interestCents -
    steps.feeCents
  );
}
