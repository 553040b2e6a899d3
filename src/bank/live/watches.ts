/** The rules that watch, as data: what each looks for, and at what size it speaks. Amounts are in cents. */
import type {Channel} from "../../lib/bank/schema.js";

interface Named {
  readonly name: string;
  /** What it looks for, as the page says it. */
  readonly text: string;
}

/** A payment above an amount, by the kind of owner. */
export interface LargeWatch extends Named {
  readonly kind: "large";
  readonly owner: "ind" | "com";
  readonly aboveCents: number;
  /** Only payments made like this; all, unless told. */
  readonly channels?: readonly Channel[];
}

/** So many refusals, or payments by card, of one account within some seconds of the bank's time. */
export interface RunWatch extends Named {
  readonly kind: "refusals" | "payments";
  readonly count: number;
  readonly seconds: number;
}

/** The same amount by card to the same party from one account, again within some seconds. */
export interface TwiceWatch extends Named {
  readonly kind: "twice";
  readonly seconds: number;
}

/** A payment by card at an hour that has less than a share of those of the city, in a city with enough of them to say so. */
export interface HourWatch extends Named {
  readonly kind: "hour";
  readonly shareBelow: number;
  readonly leastPayments: number;
}

export type Watch = LargeWatch | RunWatch | TwiceWatch | HourWatch;

export const watches: readonly Watch[] = [
  {
    name: "person",
    kind: "large",
    text: "A person pays or receives more than €5,000",
    owner: "ind",
    aboveCents: 5_000_00,
  },
  {
    name: "company",
    kind: "large",
    text: "A company pays or receives more than €250,000",
    owner: "com",
    aboveCents: 250_000_00,
  },
  {
    name: "card",
    kind: "large",
    text: "A person pays more than €250 by card or wallet",
    owner: "ind",
    aboveCents: 250_00,
    channels: ["card", "e_money"],
  },
  {
    name: "twice",
    kind: "twice",
    text: "A card pays the same amount to the same party twice within an hour",
    seconds: 3600,
  },
  {
    name: "burst",
    kind: "payments",
    text: "A card pays three times within an hour",
    count: 3,
    seconds: 3600,
  },
  {
    name: "refusals",
    kind: "refusals",
    text: "Three payments of an account are refused within an hour",
    count: 3,
    seconds: 3600,
  },
  {
    name: "hour",
    kind: "hour",
    text: "A card pays at an hour with less than 1% of its city’s card payments",
    shareBelow: 0.01,
    leastPayments: 500,
  },
];
