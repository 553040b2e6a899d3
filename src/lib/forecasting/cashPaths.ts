import type {Month} from "../day.js";
import type {Stream} from "../stream.js";
import {expectedValue, gainOf, update, widening} from "./dampedTrend.js";
import type {PoolMember} from "./pooledFit.js";
import type {Level} from "./pooledLevels.js";

export type Flow = "inflow" | "outflow" | "net";

/** Simulated futures in whole cents, `inflow[path][ahead - 1]`. In each, net is inflow less outflow. */
export type CashPaths = {readonly [flow in Flow]: readonly Float64Array[]};

/** Inflow, outflow and net, in this order. */
export type Trio<Value> = readonly [Value, Value, Value];

/** A company ready to be continued. */
export interface CashFit {
  readonly members: Trio<PoolMember>;
  /** The level of its net flow, in the unit of the member. */
  readonly level: Level;
}

/**
 * So many futures of a company from `start` on; `draw` gives the surprises of one, month by month, `wider` is how much further
 * than these alone would lead inflow and outflow stray. The net flow is what its level, its season and its surprises make it.
 * Inflow and outflow are each continued, and what net says beyond their difference is given to both by the variances of
 * their errors, so that the sum holds to the cent.
 */
export function cashPaths(
  {members, level}: CashFit,
  start: Month,
  {horizon, count, wider}: {horizon: number; count: number; wider: readonly [number, number]},
  draw: () => readonly Trio<number>[],
  random: Stream,
): CashPaths {
  const shares = Array.from({length: horizon}, (_, h) => inflowShare(members, h + 1));
  const inflowOf = continuation(members, 0, start, horizon, wider[0]);
  const outflowOf = continuation(members, 1, start, horizon, wider[1]);
  const paths = Array.from({length: count}, () => {
    const surprises = draw();
    const path = {
      inflow: inflowOf(surprises),
      outflow: outflowOf(surprises),
      net: levelled(members[2], level, start, surprises, random),
    };
    reconcile(path, shares);
    return path;
  });
  const flow = (name: Flow) => paths.map((path) => path[name]);
  return {inflow: flow("inflow"), outflow: flow("outflow"), net: flow("net")};
}

/** By how much wider than its errors show a month's net flow must be, over the number of months known. */
const thinSeason = 1.2;

/**
 * A future of net flow, in the unit of the data: a level that is in doubt and wanders, and the surprises of each month, wider
 * where few months were known to tell the season from.
 */
function levelled(
  member: PoolMember,
  level: Level,
  start: Month,
  surprises: readonly Trio<number>[],
  random: Stream,
): Float64Array {
  const spread = member.spread * (1 + thinSeason / member.state.seen);
  const path = level(surprises.length, random);
  for (let h = 0; h < path.length; h++)
    path[h] = member.restore(path[h]! + surprises[h]![2] * spread, start + h);
  return path;
}

/**
 * Gives futures of inflow or outflow, in the unit of the data, by their surprises month by month; `wider` times as far
 * from what is expected as these alone would lead.
 */
function continuation(
  members: Trio<PoolMember>,
  flow: 0 | 1,
  start: Month,
  horizon: number,
  wider: number,
): (surprises: readonly Trio<number>[]) => Float64Array {
  const member = members[flow];
  const {smoothing, spread, doubt} = member;
  const middles = Array.from({length: horizon}, (_, h) =>
    expectedValue(member.state, smoothing, h + 1),
  );
  const gains = Array.from({length: horizon}, (_, h) =>
    gainOf(smoothing, member.state.seen + h + 1),
  );
  return (surprises) => {
    const path = new Float64Array(surprises.length);
    let state = member.state;
    for (let h = 0; h < path.length; h++) {
      const value = Math.max(0, expectedValue(state, smoothing, 1) + surprises[h]![flow] * spread);
      state = update(state, value, smoothing, gains[h]);
      const middle = middles[h]!;
      path[h] = member.restore(Math.max(0, middle + wider * doubt * (value - middle)), start + h);
    }
    return path;
  };
}

/**
 * Makes a future whole cents, inflow and outflow not below 0, whose difference is `net`. After Wickramasuriya, Athanasopoulos &
 * Hyndman (2019), "Optimal forecast reconciliation", JASA 114, path by path as in Panagiotelis et al. (2023), European J.
 * of Operational Research 306; but net is held, as what it knows of a year's sum the two others do not.
 */
function reconcile(
  {inflow, outflow, net}: {readonly [flow in Flow]: Float64Array},
  shares: readonly number[],
): void {
  for (let h = 0; h < net.length; h++) {
    const wanted = Math.round(net[h]!);
    const gap = wanted - (inflow[h]! - outflow[h]!);
    // Whole cents, at least 0, and enough for an outflow that is at least 0 too.
    inflow[h] = Math.max(0, wanted, Math.round(inflow[h]! + shares[h]! * gap));
    outflow[h] = inflow[h]! - wanted;
    net[h] = wanted;
  }
}

/** How much of a gap inflow takes: its share of the variances of inflow and outflow. */
function inflowShare([inflow, outflow]: Trio<PoolMember>, ahead: number): number {
  const variance = ({scale, spread, smoothing}: PoolMember) =>
    (scale * spread * widening(smoothing, ahead)) ** 2;
  const [own, other] = [variance(inflow), variance(outflow)];
  return own + other === 0 ? 0.5 : own / (own + other);
}

/** The same done to inflow, outflow and net. */
export function mapTrio<A, B>(
  [first, second, third]: Trio<A>,
  map: (value: A, k: number) => B,
): Trio<B> {
  return [map(first, 0), map(second, 1), map(third, 2)];
}
