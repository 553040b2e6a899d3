/** What happens to a portfolio, thing by thing, in the two scopes that `portfolio` has. */
import type {Day} from "../day.js";
import type {DividendPayment} from "./dividends.js";
import type {Trail, TrailRow} from "./trail.js";

/** What moves cash besides trades and dividends: paid in or out (`funding`), interest, and fees of the account. */
export interface CashMovement {
  readonly day: Day;
  readonly kind: "funding" | "interest" | "fee";
  /** Signed: positive is money into the account. */
  readonly amountCents: number;
}

export interface Cash {
  /** Before the first trade and movement. */
  readonly openingCents: number;
  readonly movements: readonly CashMovement[];
}

/** What one thing does to the columns of its day. Order within a day: as listed. */
export interface PortfolioEvent {
  readonly day: Day;
  /** Signed: positive is money into the scope. */
  readonly flowCents?: number;
  readonly cashCents?: number;
  readonly paidCents?: number;
  readonly realizedCents?: number;
  readonly dividendCents?: number;
  readonly interestCents?: number;
  readonly feeCents?: number;
}

/** Cash inside the scope: only what crosses the border of the account is a flow. */
export function accountEvents(
  trails: readonly Trail[],
  dividends: readonly DividendPayment[],
  cash: Cash,
): PortfolioEvent[] {
  return [...dividends.map(dividendReceived), ...cash.movements.map(movement), ...traded(trails)];
}

/** Cash outside the scope: what a trade takes from it comes in, what a trade or dividend gives to it goes out. */
export function securitiesEvents(
  trails: readonly Trail[],
  dividends: readonly DividendPayment[],
): PortfolioEvent[] {
  return [...dividends.map(dividendLeaving), ...traded(trails).map(asFlow)];
}

function dividendReceived({paidOn, amountCents}: DividendPayment): PortfolioEvent {
  return {day: paidOn, cashCents: amountCents, dividendCents: amountCents};
}

function dividendLeaving({exOn, amountCents}: DividendPayment): PortfolioEvent {
  return {day: exOn, flowCents: -amountCents, dividendCents: amountCents};
}

function movement({day, kind, amountCents}: CashMovement): PortfolioEvent {
  if (kind === "funding") return {day, cashCents: amountCents, flowCents: amountCents};
  if (kind === "interest") return {day, cashCents: amountCents, interestCents: amountCents};
  return {day, cashCents: amountCents, feeCents: -amountCents};
}

function traded(trails: readonly Trail[]): PortfolioEvent[] {
  return trails
    .flatMap((trail) => trail.rows)
    .sort((a, b) => a.sequence - b.sequence)
    .map(eventOf);
}

function eventOf({day, kind, trade, removed, cashCents, feeCents}: TrailRow): PortfolioEvent {
  if (kind === "buy") {
    return {day, cashCents, feeCents, paidCents: trade!.grossCents};
  }
  const realizedCents = (trade?.grossCents ?? 0) - removed.paidCents;
  return {day, cashCents, feeCents, paidCents: -removed.paidCents, realizedCents};
}

function asFlow({cashCents = 0, ...event}: PortfolioEvent): PortfolioEvent {
  return {...event, flowCents: -cashCents};
}
