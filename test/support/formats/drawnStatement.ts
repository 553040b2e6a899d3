/** A statement to be written in any format: bookings of an account and what is to be read of them. */
import {formatDay, parseDay} from "../../../src/lib/day.js";
import {formatEur} from "../../../src/lib/money.js";
import type {Statement} from "../../../src/lib/statements/statement.js";
import {between, chance, pick, stream} from "../../../src/lib/stream.js";

export interface DrawnRow {
  readonly date: string;
  readonly amount: string;
  readonly currency: string;
  readonly counterparty: string;
  readonly description: string;
}

/** Of a row that was read what a drawn one says. */
export const writtenRow = ({
  date,
  amount,
  currency,
  counterparty,
  description,
}: DrawnRow): DrawnRow => ({date, amount, currency, counterparty, description});

export interface DrawnStatement {
  readonly openingCents: number;
  readonly closingCents: number;
  readonly currency: string;
  readonly rows: readonly DrawnRow[];
}

const payees = [
  "Bakery Sun",
  "Café Ölmühle",
  "A & B <Books>",
  "O'Neill",
  "Société 12",
  "Ärztehaus",
];
const purposes = [
  "rent",
  "invoice 2024-17 of the fourth quarter with a text that is longer than one line of most formats",
  "order 4711, thanks",
  "fee",
  "x",
];

/** The statement of a seed, around New Year. */
export function drawnStatement(seed: number): DrawnStatement {
  const draw = stream(seed, "structured statement");
  const currency = pick(draw, ["EUR", "CHF", "PLN"]);
  const openingCents = between(draw, -50_000, 500_000);
  let day = parseDay("2023-12-20");
  let closingCents = openingCents;
  const rows = Array.from({length: between(draw, 1, 12)}, () => {
    day += between(draw, 0, 5);
    const cents = between(draw, 1, 300_000) * (chance(draw, 0.6) ? -1 : 1);
    closingCents += cents;
    return {
      date: formatDay(day),
      amount: formatEur(cents),
      currency,
      counterparty: pick(draw, payees),
      description: pick(draw, purposes),
    };
  });
  return {openingCents, closingCents, currency, rows};
}

/** `1234.50` and its sign apart. */
export const unsigned = (amount: string): string => amount.replace("-", "");

/** The kind of each balance that a read statement states, with its cents. */
export const statedCents = ({balances}: Pick<Statement, "balances">): [string, number][] =>
  balances.map(({kind, amount}) => [kind, Math.round(Number(amount) * 100)]);
