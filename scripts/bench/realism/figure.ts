/** A figure of the statement of realism, and how to compute the bank's own from its tables. */
export interface Figure {
  readonly name: string;
  readonly published: string;
  readonly unit: "%" | "EUR" | "days" | "";
  readonly decimals: number;
  /** One row with one number. */
  readonly sql: string;
  /** What counts as met: a value from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  /** Why the default bank does not meet it, where it does not. */
  readonly reason?: string;
  /** Whether it hangs on so many people and payments that it is to hold for every seed. */
  readonly isCore?: boolean;
}

/** The rows of a table that meet a condition, in per cent. */
export const share = (condition: string, table: string): string =>
  `select 100.0 * count(*) filter (${condition}) / count(*) from ${table}`;
