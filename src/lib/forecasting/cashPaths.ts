import type {Month} from "../day.js";
import {expectedValue, update, widening} from "./dampedTrend.js";
import type {PoolMember} from "./pooledFit.js";

export type Flow = "inflow" | "outflow" | "net";

/** Simulated futures in whole cents, `inflow[path][ahead - 1]`. In each, net is inflow less outflow. */
export type CashPaths = {readonly [flow in Flow]: readonly Float64Array[]};

/** Inflow, outflow and net, in this order. */
export type Trio<Value> = readonly [Value, Value, Value];

/**
 * As many futures as asked for, from `start` on. `draw` gives the surprises of a month, `wider` how much further than
 * these alone would lead a flow strays.
 */
export function cashPaths(
  members: Trio<PoolMember>,
  start: Month,
  horizon: number,
  count: number,
  draw: () => Trio<number>,
  wider: Trio<number>,
): CashPaths {
  const shares = Array.from({length: horizon}, (_, h) => gapShares(members, h + 1));
  const paths = Array.from({length: count}, () => {
    const drawn = Array.from({length: horizon}, draw);
    const path = mapTrio(members, (member, k) =>
      continued(
        member,
        start,
        drawn.map((surprises) => surprises[k]!),
        wider[k]!,
      ),
    );
    return reconciled(path, shares);
  });
  return {
    inflow: paths.map(([inflow]) => inflow),
    outflow: paths.map(([, outflow]) => outflow),
    net: paths.map(([, , net]) => net),
  };
}

/**
 * One future of a series, in the unit of the data, given its surprises month by month; `wider` times as far
 * from what is expected as these alone would lead.
 */
function continued(
  member: PoolMember,
  start: Month,
  surprises: readonly number[],
  wider: number,
): Float64Array {
  const {smoothing, spread, doubt, kind} = member;
  const possible = (value: number) => (kind === "relative" ? Math.max(0, value) : value);
  let state = member.state;
  return Float64Array.from(surprises, (surprise, h) => {
    const value = possible(expectedValue(state, smoothing, 1) + surprise * spread);
    state = update(state, value, smoothing);
    const middle = expectedValue(member.state, smoothing, h + 1);
    return member.restore(possible(middle + wider * doubt * (value - middle)), start + h);
  });
}

/** How much of a gap between net and inflow less outflow goes to inflow, and to outflow. */
function gapShares(members: Trio<PoolMember>, ahead: number): readonly [number, number] {
  const [inflow, outflow, net] = mapTrio(
    members,
    ({scale, spread, smoothing}) => (scale * spread * widening(smoothing, ahead)) ** 2,
  );
  const total = inflow + outflow + net || 1;
  return [inflow / total, outflow / total];
}

function reconciled(
  [inflows, outflows, nets]: Trio<Float64Array>,
  shares: readonly (readonly [number, number])[],
): Trio<Float64Array> {
  const inflow = inflows.map((value, h) => {
    const gap = nets[h]! - (value - outflows[h]!);
    return Math.max(0, Math.round(value + shares[h]![0] * gap));
  });
  const outflow = outflows.map((value, h) => {
    const gap = nets[h]! - (inflows[h]! - value);
    return Math.max(0, Math.round(value - shares[h]![1] * gap));
  });
  return [inflow, outflow, inflow.map((value, h) => value - outflow[h]!)];
}

/** The same done to inflow, outflow and net. */
export function mapTrio<A, B>(
  [first, second, third]: Trio<A>,
  map: (value: A, k: number) => B,
): Trio<B> {
  return [map(first, 0), map(second, 1), map(third, 2)];
}
