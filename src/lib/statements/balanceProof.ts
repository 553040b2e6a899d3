/** A running balance proves amounts: from row to row it moves by what was booked. */

export interface Proof {
  /** Share of the steps that hold, 0 to 1; 0 where there are none. */
  readonly share: number;
  readonly stepCount: number;
  readonly order: "oldest first" | "newest first";
  /** Rows whose balance does not follow, by their place. */
  readonly breaks: readonly number[];
}

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
    let steps = 0;
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
        steps++;
        const limit = tolerance + Math.abs(balance) * 1e-12;
        if (Math.abs(balance - last.balance - last.moved) > limit)
          breaks.push(isForward ? at : last.at);
      }
      const moved = isForward ? 0 : -amount;
      pending.set(pocket, {balance, moved, at});
    }
    return {steps, breaks};
  }) as [{steps: number; breaks: number[]}, {steps: number; breaks: number[]}];
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const isOldest = first === last ? forward.breaks.length <= backward.breaks.length : first < last;
  const {steps, breaks} = isOldest ? forward : backward;
  return {
    share: steps === 0 ? 0 : 1 - breaks.length / steps,
    stepCount: steps,
    order: isOldest ? "oldest first" : "newest first",
    breaks,
  };
}
