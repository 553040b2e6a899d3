/** What classifying starts from, and what it says of each payment. */
import type {CategoryName} from "../bank/categories.js";
import type {Correction} from "./model.js";
import type {OwnAccount, Payment} from "./payment.js";
import type {Rule} from "./rule.js";
import type {AmountPart} from "./splitAmount.js";

export interface Setup {
  /** The person's own. */
  readonly rules: readonly Rule[];
  /** Those of `shippedRules()`, the same list each time: it is made ready once. */
  readonly shipped?: readonly Rule[];
  readonly corrections?: readonly Correction[];
  readonly accounts?: readonly OwnAccount[];
}

export type Decider = "person" | "rule" | "transfer" | "refund" | "guess" | "nothing";

export interface Classified {
  readonly payment: Payment;
  readonly by: Decider;
  /** Missing where nothing decided, and where the payment is split. */
  readonly category?: CategoryName;
  /** Empty where the payment is whole. */
  readonly parts: readonly AmountPart[];
  /** The clean name of the other side. */
  readonly payee: string;
  readonly tags: readonly string[];
  /** The own account on the other side. */
  readonly transferTo?: string;
  /** 1 but for transfers and guesses; 0 where nothing decided. */
  readonly certainty: number;
  /** Why this category, to follow “because”: `text contains Lidl (line 12 of groceries)`. */
  readonly why: string;
  /** The rule that decided. */
  readonly rule?: Rule;
  /** The other half of a transfer, and the purchase of a refund. */
  readonly other?: Payment;
}
