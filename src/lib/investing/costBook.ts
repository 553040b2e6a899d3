import type {Basis} from "./lots.js";
import type {Split} from "./trade.js";

/** The shares of one account and symbol with their cost, as one method keeps it. */
export interface CostBook {
  readonly quantityE6: number;
  readonly basis: Basis;
  buy(quantityE6: number, basis: Basis): void;
  /** What the shares that leave have cost; the caller has made sure that they are held. */
  sell(quantityE6: number): Basis;
  /** Changes the quantity, not the cost; returns the cost of what the split left nothing of. */
  split(split: Split): Basis;
}
