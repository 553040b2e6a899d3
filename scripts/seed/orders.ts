/** What investors want in a month, each after the habit. */
import {chance, pick} from "../../src/lib/stream.js";
import type {Investor} from "./investors.js";
import type {MarketDay} from "./market.js";
import type {MonthFrame} from "./monthFrame.js";
import {inSpan, type Span} from "./ranges.js";

/** What an investor wants on a day on which the exchange trades and the bank settles. */
export interface Order {
  readonly side: "buy" | "sell";
  readonly instrument: number;
  readonly on: MarketDay;
  readonly cents: number;
  /** Whether the money comes from the checking account; it is on the brokerage account already otherwise. */
  readonly isFunded: boolean;
  readonly isPlanned: boolean;
}

/** The least that is spent on one security at a time, in cents. */
const leastOrder = 5_000;
/** What a plan puts into each of its funds is a whole multiple of this, in cents. */
const planStep = 2_500;
/** How likely somebody who lacks favourites buys some in a month, and into how many parts the purchases are divided. */
const building = {chance: 0.6, parts: 3} as const;
/** How likely those with a plan look, in a month, after what else they want. */
const besidePlanChance = 0.35;
/** How likely a holder buys once more, and how many securities the first purchase is for. */
const holderChance = 0.03;
const mostAtFirst = 3;
/** How likely somebody who picks securities buys or sells one in a month. */
const pickerChances = {buy: 0.42, sell: 0.1} as const;
/** Orders of a trader in a month, and the share of them that are sales. */
const traderOrders: Span = [2, 6];
const traderSells = 0.4;
/** What all purchases of a month are worth together, in ordinary orders: holders save up for a large one. */
const worth = {plan: [1, 3], holder: [3, 7], picker: [2, 5], trader: [2, 8]} as const;
/** How likely a purchase is of a favourite that is not held yet, where there is one. */
const newChance = 0.85;
/** So many ordinary orders may lie idle; of more than that, this part is invested, in so many securities at most. */
const idle = {orders: 2, holderPart: 0.9, otherPart: 0.5, securities: 4} as const;

/** A month's orders of an investor, in the order of their days. */
export function ordersOf(investor: Investor, frame: MonthFrame): Order[] {
  const orders = [...idleOrders(investor, frame), ...plannedOrders(investor, frame)];
  const {draw, size} = investor;
  const {buys, sells} = wishesOf(investor, frame.index === investor.startsIn);
  // Who buys many at once does not spend more for it: the money is divided.
  const budget = size * inSpan(draw, worth[investor.habit]);
  const cents = Math.max(leastOrder, Math.round(budget / Math.max(1, buys)));
  for (const instrument of wanted(investor, buys)) {
    orders.push(...anyDay(investor, frame, "buy", instrument, cents));
  }
  for (let count = 0; count < sells; count++) {
    const own = investor.favourites.filter((instrument) => investor.held[instrument]! > 0);
    if (own.length > 0) orders.push(...anyDay(investor, frame, "sell", pick(draw, own), 0));
  }
  return orders.sort((a, b) => a.on.day - b.on.day);
}

/** How many purchases and sales somebody wants in a month. */
function wishesOf({habit, draw, favourites, held}: Investor, isFirst: boolean) {
  const missing = favourites.filter((instrument) => held[instrument] === 0).length;
  const isBuilding = missing > 0 && chance(draw, building.chance);
  const more = isBuilding ? Math.ceil(missing / building.parts) : 0;
  if (habit === "plan") return {buys: chance(draw, besidePlanChance) ? more : 0, sells: 0};
  if (habit === "holder") {
    const later = chance(draw, holderChance) ? 1 : 0;
    const buys = isFirst ? Math.min(mostAtFirst, favourites.length) : more + later;
    return {buys, sells: 0};
  }
  if (habit === "picker") {
    const buys = chance(draw, pickerChances.buy) ? 1 : 0;
    return {buys: Math.max(buys, more), sells: chance(draw, pickerChances.sell) ? 1 : 0};
  }
  const count = inSpan(draw, traderOrders);
  const sells = Array.from({length: count}).filter(() => chance(draw, traderSells)).length;
  return {buys: Math.max(count - sells, more), sells};
}

/** What is bought next, so many: mostly favourites that are not held yet, in their order, else any of them. */
function wanted({favourites, held, draw}: Investor, count: number): number[] {
  const missing = favourites.filter((instrument) => held[instrument] === 0);
  const bought: number[] = [];
  while (bought.length < count && favourites.length > 0) {
    const next =
      missing.length > 0 && chance(draw, newChance) ? missing.shift()! : pick(draw, favourites);
    bought.push(next);
  }
  return bought;
}

/** Money that lies idle is put to work: most of it at once by those who hold, by and by by the others. */
function idleOrders(investor: Investor, frame: MonthFrame): Order[] {
  const {draw, habit, size, plan} = investor;
  if (investor.idleCents <= idle.orders * size) return [];
  const cents = Math.floor(
    investor.idleCents * (habit === "holder" ? idle.holderPart : idle.otherPart),
  );
  investor.idleCents -= cents;
  const few = Math.min(idle.securities, Math.floor(cents / leastOrder));
  const favourites = wanted(investor, Math.max(1, few));
  const into = [...new Set(favourites.length > 0 ? favourites : [pick(draw, plan)])];
  return into.flatMap((instrument) =>
    anyDay(investor, frame, "buy", instrument, Math.floor(cents / into.length)).map((order) => ({
      ...order,
      isFunded: false,
    })),
  );
}

/** The purchases of a plan: its amount divided among its funds, all on one day where their exchanges are open. */
function plannedOrders({plan, size, day}: Investor, frame: MonthFrame): Order[] {
  const from = frame.businessDay(day);
  const cents = Math.max(planStep, Math.round(size / plan.length / planStep) * planStep);
  return plan.flatMap((instrument) => {
    const days = frame.tradingDays(instrument);
    const on = days.find((candidate) => candidate.day >= from) ?? days.at(-1);
    return on
      ? [{side: "buy", instrument, on, cents, isFunded: true, isPlanned: true} as const]
      : [];
  });
}

/**
 * An order on any day of the month, rather early in it, while the pay is still there; none where the exchange has no
 * day left.
 */
function anyDay(
  {draw}: Investor,
  frame: MonthFrame,
  side: Order["side"],
  instrument: number,
  cents: number,
): Order[] {
  const days = frame.tradingDays(instrument);
  if (days.length === 0) return [];
  const [one, other] = [pick(draw, days), pick(draw, days)];
  const on = one.day < other.day ? one : other;
  return [{side, instrument, on, cents, isFunded: true, isPlanned: false}];
}
