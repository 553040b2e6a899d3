/** The statement of an account: its postings, each with the balance after it. */
import {money, type Time} from "../../lib/format.js";
import type {AccountRow} from "./rows.js";

export interface StatementLine {
  readonly booked_at: Time;
  readonly amount_eur: number;
  /** The balance after the posting, to the cent. */
  readonly balance_eur: number;
  readonly category: string;
  readonly channel: string;
  readonly party_id: string | null;
  readonly party_name: string | null;
}

const cents = (euros: number) => Math.round(100 * euros);

/** The lines of a statement, the newest first. Sums are made in cents, so that no rounding adds up. */
export function statementLines(account: AccountRow): StatementLine[] {
  let balance = cents(account.opening_balance_eur);
  const lines = account.booked_at.map((booked_at, at) => {
    const amount_eur = account.amount_eur[at]!;
    balance += cents(amount_eur);
    const party = account.party[at] ?? -1;
    return {
      booked_at,
      amount_eur,
      balance_eur: balance / 100,
      category: account.category[at]!,
      channel: account.channel[at]!,
      party_id: account.party_id[party] ?? null,
      party_name: account.party_name[party] ?? null,
    };
  });
  return lines.reverse();
}

export function statementFinding(
  {name, kind, opening_balance_eur}: AccountRow,
  lines: readonly StatementLine[],
): string {
  const balance = lines[0]?.balance_eur ?? opening_balance_eur;
  return balance < 0
    ? `${name}’s ${kind} account is overdrawn by ${money(-balance)}`
    : `${name}’s ${kind} account holds ${money(balance)}`;
}
