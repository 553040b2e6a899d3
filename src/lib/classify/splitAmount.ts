import type {CategoryName} from "../bank/categories.js";
import {roundHalfAway} from "../money.js";
import type {SplitPart} from "./rule.js";

export interface AmountPart {
  readonly category: CategoryName;
  /** Signed as the payment. */
  readonly amountCents: number;
}

/**
 * The parts of an amount, in their order; they add up to it exactly. A part larger than what is left takes what is
 * left.
 */
export function splitAmount(amountCents: number, parts: readonly SplitPart[]): AmountPart[] {
  let left = Math.abs(amountCents);
  const sizes = parts.map(({size}) => {
    if (size === "rest") return undefined;
    const asked =
      "cents" in size ? size.cents : roundHalfAway((Math.abs(amountCents) * size.bps) / 1e4);
    const taken = Math.min(asked, left);
    left -= taken;
    return taken;
  });
  return parts.map(({category}, at) => {
    const cents = sizes[at] ?? left;
    return {category, amountCents: amountCents < 0 && cents > 0 ? -cents : cents};
  });
}
