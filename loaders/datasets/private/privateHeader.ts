/**
 * A loader that reads what may not leave the house says so in its header, and why, in a line a column:
 *
 *     -- Private: users.email, because people with the same address are one household.
 *     -- Private: accounts.iban shown, because the file is what a bank sends.
 *
 * What it writes then holds none of the column's values; or where they are `shown`, only those of the simulated bank.
 */
export interface PrivateUse {
  readonly column: string;
  readonly isShown: boolean;
}

/** What the header of a loader's text says. */
export function privateUses(text: string): PrivateUse[] {
  const said = text.matchAll(/^(?:--|\/\/) Private: (\w+\.\w+)( shown)?, because \S/gm);
  return Array.from(said, ([, column, shown]) => ({column: column!, isShown: shown !== undefined}));
}
