/** What the person decided about their files: the only thing that is theirs beside the files themselves. */
import type {CategoryName} from "../../lib/bank/categories.js";

export const accountKinds = ["checking", "savings", "card", "broker"] as const;

export type AccountKind = (typeof accountKinds)[number];

export interface Settings {
  /** The order of dates, by the id of the file that left it open. */
  readonly orders: Readonly<Record<string, "dmy" | "mdy">>;
  /** What amounts without signs are, by the id of the file. */
  readonly sides: Readonly<Record<string, "out" | "in">>;
  /** By the name of the account. */
  readonly kinds: Readonly<Record<string, AccountKind>>;
  /** Units of a currency for one euro. */
  readonly rates: Readonly<Record<string, number>>;
  /** By the id of the payment, the last decision last. */
  readonly corrections: Readonly<Record<string, CategoryName>>;
  /** The person's rules, as `parseRules` reads them. */
  readonly rules: string;
}

export const noSettings: Settings = {
  orders: {},
  sides: {},
  kinds: {},
  rates: {},
  corrections: {},
  rules: "",
};

/** The name under which the person's rules stand in reasons. */
export const rulesName = "your rules";
