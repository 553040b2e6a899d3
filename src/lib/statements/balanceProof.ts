/** A running balance proves amounts: from row to row it moves by what was booked. */

export interface Proof {
  /** Share of the steps that hold, 0 to 1; 0 where there are none. */
  readonly share: number;
  readonly stepCount: number;
  readonly order: "oldest first" | "newest first";
  /** Rows whose balance does not follow, by their place. */
  readonly breaks: readonly number[];
  /** Those whose balance does. */
  readonly holds: readonly number[];
}

/** Whether so many steps hold that all amounts are read as they were meant. */
export const isProven = (proof: Proof | undefined): boolean =>
  proof !== undefined && proof.share > 0.9 && proof.stepCount > 0;

const tolerance = 0.005;

/**
 * Holds amounts against balances, both in the order of the file and `NaN` where a row has none. Rows of another
 * `pocket` (account and currency) have a balance of their own. Where the days run one way, so do the balances.
 */
export function balanceProof(
  amounts: readonly number[],
  balances: readonly number[],
  pockets: readonly string[],
  days: readonly string[],
): Proof {
  const [forward, backward] = [true, false].map((isForward) => {
    const pending = new Map<string, {balance: number; moved: number; at: number}>();
    const breaks: number[] = [];
    const holds: number[] = [];
    for (let at = 0; at < amounts.length; at++) {
      const [balance, pocket, amount] = [balances[at]!, pockets[at]!, amounts[at]!];
      const last = pending.get(pocket);
      // some banks give one balance a day: what lies between two of them counts together
      if (last && isForward) last.moved += amount;
      if (Number.isNaN(balance)) {
        if (last && !isForward) last.moved -= amount;
        continue;
      }
      if (last && !Number.isNaN(last.moved)) {
        const limit = tolerance + Math.abs(balance) * 1e-12;
        const isOff = Math.abs(balance - last.balance - last.moved) > limit;
        (isOff ? breaks : holds).push(isForward ? at : last.at);
      }
      const moved = isForward ? 0 : -amount;
      pending.set(pocket, {balance, moved, at});
    }
    return {breaks, holds};
  }) as [{breaks: number[]; holds: number[]}, {breaks: number[]; holds: number[]}];
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const isOldest = first === last ? forward.breaks.length <= backward.breaks.length : first < last;
  const {breaks, holds} = isOldest ? forward : backward;
  const steps = breaks.length + holds.length;
  return {
    share: steps === 0 ? 0 : 1 - breaks.length / steps,
    stepCount: steps,
    order: isOldest ? "oldest first" : "newest first",
    breaks,
    holds,
  };
}
