/**
 * What a rule is. Stages run in their order, and what one has decided is not decided again: `first` is for exceptions,
 * `last` for what holds where nothing else does, as common words do. The text form is in `parseRules.ts`.
 */
import type {CategoryName} from "../bank/categories.js";

export const stages = ["first", "normal", "last"] as const;

export type Stage = (typeof stages)[number];

/** `text` is all that is written: the payee and the description. */
export const textFields = ["payee", "text", "iban", "account"] as const;

export type TextField = (typeof textFields)[number];

export const comparisons = ["contains", "is", "matches"] as const;

export type Comparison = (typeof comparisons)[number];

/** The days from Monday on, as ISO 8601 counts them. */
export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;

export type Condition =
  /** Holds with any of the values. */
  | {
      readonly kind: "text";
      readonly field: TextField;
      readonly comparison: Comparison;
      readonly values: readonly string[];
    }
  /** In signed cents, both ends included; at least one is given. */
  | {readonly kind: "amount"; readonly least?: number; readonly most?: number}
  | {readonly kind: "sign"; readonly sign: "in" | "out"}
  /** 1 for Monday to 7 for Sunday. */
  | {readonly kind: "weekday"; readonly days: readonly number[]}
  | {readonly kind: "and" | "or"; readonly conditions: readonly Condition[]}
  | {readonly kind: "not"; readonly condition: Condition};

/** A part of a payment: a share in hundredths of a percent, cents of its size, or what the others leave. */
export interface SplitPart {
  readonly category: CategoryName;
  readonly size: {readonly bps: number} | {readonly cents: number} | "rest";
}

export interface Actions {
  readonly category?: CategoryName;
  /** The payee's clean name; `{listed: true}` takes the value of the condition that held, as the rule spells it. */
  readonly payee?: string | {readonly listed: true};
  readonly tags: readonly string[];
  /** The own account on the other side. */
  readonly transferTo?: string;
  /** In place of a category; one part is the rest. Empty where the payment is whole. */
  readonly split: readonly SplitPart[];
}

export interface Rule {
  readonly stage: Stage;
  readonly condition: Condition;
  readonly actions: Actions;
  /** The file and the line it stands in; line 0 of a rule that no file has yet. */
  readonly file: string;
  readonly line: number;
  /** Of the product, not of the person, whose rules of the same stage go before. */
  readonly isShipped?: true;
}
