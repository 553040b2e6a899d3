/** The rows of the administrator's page, as its datasets give them. */
import type {Time} from "../../lib/format.js";

export type OwnerKind = "individual" | "company";
export type AccountKind = "checking" | "savings" | "brokerage";

/** A row of `admin-accounts.csv`. */
export interface AccountGroup {
  readonly owner_kind: OwnerKind;
  readonly account_kind: AccountKind;
  readonly customer_count: number;
  readonly account_count: number;
  readonly overdrawn_count: number;
  readonly balance_eur: number;
  readonly before_balance_eur: number;
}

/** A row of `admin-days.csv`. */
export interface PostedDay {
  readonly day: Time;
  readonly posting_count: number;
  readonly motion_eur: number;
}

/** A posting with its account, the account's owner and the other party. */
export interface Posting {
  readonly booked_at: Time;
  readonly account_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly owner_kind: OwnerKind;
  readonly party_name: string | null;
  readonly category: string;
  readonly channel: string;
  readonly amount_eur: number;
}

/** A row of `admin-large.csv`. */
export interface LargePosting extends Posting {
  readonly largest_before_eur: number;
  readonly times: number;
  /** All such movements, of which the dataset has the largest. */
  readonly large_count: number;
}

/** A row of `day-postings.keyed`. */
export interface DayPosting extends Posting {
  readonly party_id: string | null;
  readonly page_count: number;
}

/** A row of `admin-exceptions.csv`. */
export interface QuietOrOverdrawn {
  readonly state: "overdrawn" | "dormant";
  readonly account_id: string;
  readonly account_kind: AccountKind;
  readonly user_id: string;
  readonly name: string;
  readonly owner_kind: OwnerKind;
  readonly balance_eur: number;
  readonly overdraft_limit_eur: number;
  readonly since: Time;
  readonly day_count: number;
  /** Of all accounts of the state, of which the dataset has those with the largest balances. */
  readonly account_count: number;
  readonly all_balance_eur: number;
  readonly beyond_count: number;
}

/** The row of `account-statement.keyed` of an account. */
export interface AccountRow {
  readonly account_id: string;
  readonly user_id: string;
  readonly name: string;
  readonly owner_kind: OwnerKind;
  readonly kind: AccountKind;
  readonly opened_on: Time;
  readonly closed_on: Time;
  readonly overdraft_limit_eur: number;
  readonly opening_balance_eur: number;
  readonly own_accounts: readonly string[];
  readonly booked_at: readonly Time[];
  readonly amount_eur: readonly number[];
  readonly category: readonly string[];
  readonly channel: readonly string[];
  readonly party: readonly (number | null)[];
  readonly party_id: readonly (string | null)[];
  readonly party_name: readonly (string | null)[];
}
