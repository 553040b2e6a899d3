/**
 * What may not leave the house: the columns of the bank that `sql/publish/` leaves out or masks. It is said here once, for
 * loaders too: `privacy.ts` holds them to it.
 */
export interface PrivateColumn {
  /** As loaders read it in the snapshot: `users.email`. */
  readonly name: string;
  /** As it is called in the source, where that has another table. */
  readonly inSource?: string;
  /** A SELECT of the texts that tell of somebody: these are looked for in what a loader writes. */
  readonly values: string;
  /** Whether one of them is enough to know whose it is: such are looked for in whatever TypeScript writes. */
  readonly isIdentifier: boolean;
}

const each = (table: string, column: string) => `select distinct ${column} from bank.${table}`;

/** As comparisons do, a text that so many bookings share tells of nobody. */
const fewest = 10;

export const privateColumns: readonly PrivateColumn[] = [
  {name: "users.email", values: each("users", "email"), isIdentifier: true},
  {name: "accounts.iban", values: each("accounts", "iban"), isIdentifier: true},
  {name: "individuals.persona", values: each("individuals", "persona"), isIdentifier: false},
  {
    name: "descriptions.description",
    inSource: "transactions.description",
    // names of parties are published
    values: `
      select description from bank.descriptions group by description having count(*) < ${fewest}
      except select name from bank.counterparties
      except select name from bank.users`,
    isIdentifier: false,
  },
];
