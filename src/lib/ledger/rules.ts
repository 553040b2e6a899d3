/** How the ledger finds the amount, where the proposal cannot know it. */
export const Rule = {
  /** The amount stands in the proposal. */
  fixed: 0,
  /** The whole balance leaves (or is made good), and the account closes. */
  sweep: 1,
  /** Interest on the balances held since the last such posting; `amount` is the yearly rate in basis points. */
  interest: 2,
  /** A dividend on the shares held when it went ex; `link` is the dividend. */
  dividend: 3,
  /** Notes who is entitled to the dividend `link`; posts nothing. */
  entitlement: 4,
  /** The VAT that the last assessment found. */
  vat: 5,
  /** Tax on the profit assessed, less the losses carried forward; `amount` is the rate in basis points. */
  profitTax: 6,
  /** The cash leg of the trade `link`. */
  trade: 7,
  /** Applies the split `link` to every position; posts nothing. */
  split: 8,
  /** Contributions on the pay since the last such posting; `amount` is the rate in basis points. */
  contribution: 9,
  /** Draws up the books for the tax office; posts nothing. `amount` is the rate of VAT in basis points. */
  assessment: 10,
  /**
   * What the account paid lacks of `amount`, from the paying one, in whole tens of euros as far as they are there;
   * nothing while `link`, in cents, is there.
   */
  topUp: 11,
  /** What lies above `amount`, in whole euros; nothing below 20. */
  surplus: 12,
  /** `amount`, the first time that it can be paid: once for each `link`. */
  once: 13,
  /** What brings the account up to `amount`, in whole thousands of euros. */
  backing: 14,
  /** What suppliers are paid of the receipts since the last such posting; `amount` is the rate in basis points. */
  supplies: 15,
} as const;
