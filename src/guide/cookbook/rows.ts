/** The rows of the patterns' datasets, by the names of their files. */
import type {Time} from "../../lib/format.js";

export interface EmptyMonth {
  readonly month: Time;
  readonly symbol: string;
  readonly paid: number;
  readonly mean_paid: number;
  readonly mean_of_paying: number | null;
}

export interface OwnTransfers {
  readonly month: Time;
  readonly inflow_eur: number;
  readonly with_own_eur: number;
}

export interface TopShare {
  readonly place: number;
  readonly party: string;
  readonly paid_eur: number;
  readonly share: number;
  readonly share_of_five: number | null;
}

export interface RunningBalance {
  readonly transaction_id: number;
  readonly booked_at: Time;
  readonly amount_eur: number;
  readonly balance_eur: number;
  readonly of_day_eur: number;
}

export interface Cohort {
  readonly quarter: Time;
  readonly age_months: number;
  readonly balance_eur: number;
  readonly account_count: number;
  readonly is_whole: boolean;
}

export interface Median {
  readonly age_group: string;
  readonly person_count: number;
  readonly lower_eur: number;
  readonly median_eur: number;
  readonly upper_eur: number;
  readonly mean_eur: number;
}

export interface SameDays {
  readonly category_group: string;
  readonly until: Time;
  readonly now_eur: number;
  readonly same_days_eur: number;
  readonly whole_month_eur: number;
}

export interface AsOf {
  readonly month: Time;
  readonly symbol: string;
  readonly close: number;
  readonly price_eur: number;
  readonly exact_eur: number | null;
}

export interface Distinct {
  readonly month: Time;
  readonly payment_count: number;
  readonly payer_count: number;
  readonly added_count: number;
}

export interface Dormant {
  readonly quiet_months: number;
  readonly account_count: number;
  readonly with_bank_count: number;
}
