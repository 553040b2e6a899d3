/** Which reading of the amounts is right. */
import type {Decimal} from "../investing/decimal.js";
import {asNumber} from "./amount.js";
import {balanceProof, type Proof} from "./balanceProof.js";
import type {Columns} from "./columns.js";
import type {Convention} from "./fees.js";
import type {LedgerRow} from "./ledgerRows.js";
import {conventions, type Habits} from "./signs.js";
import {stepSigns} from "./stepSigns.js";
import type {Unsigned} from "./unsigned.js";

/** From so many proven steps on, a balance that holds decides how amounts are read. */
const provenShare = 0.5;

/** How the amounts of a table are read. */
interface Reading {
  /** As the report says it. */
  readonly name: string;
  readonly amounts: readonly (Decimal | undefined)[];
  /** Whether nothing but habit speaks for it. */
  readonly isDoubtful: boolean;
  readonly unsigned: Unsigned | undefined;
  readonly isFeeBeside: boolean;
  /** Rows of two amounts, of which the difference is taken, by their place. */
  readonly netted: readonly number[];
  /** The row whose sign no step of the balance tells. */
  readonly unprovenRow?: number;
}

/** A reading, and what the running balance says to it. */
export interface Chosen extends Reading {
  readonly proof: Proof | undefined;
}

/** The likeliest convention, or the one that the running balance proves. */
export function chosenConvention(
  rows: readonly LedgerRow[],
  columns: Columns,
  habits: Habits,
): Chosen | undefined {
  const [likeliest, ...others] = conventions(rows, columns, habits);
  if (!likeliest) return undefined;
  const first = readingOf(likeliest, rows);
  const balance = columns.first("balance");
  if (balance < 0) return {...first, proof: undefined};
  const balances = rows.map(({amounts}) => numberOf(amounts[balance]));
  const days = rows.map(({date}) => date);
  const pockets = pocketsOf(rows, columns);
  const proofOf = ({amounts}: Reading): Proof => {
    const numbers = amounts.map(numberOf);
    const parted = balanceProof(numbers, balances, pockets, days);
    if (isWhole(parted)) return parted;
    return better(
      parted,
      balanceProof(
        numbers,
        balances,
        rows.map(() => ""),
        days,
      ),
    );
  };
  let best: Chosen & {readonly proof: Proof} = {...first, proof: proofOf(first)};
  // what the file says of signs is held against the balance, not overruled by it
  const steps = first.unsigned || habits.isCard ? [true, false] : [];
  const readings = [
    ...others.map((convention) => () => readingOf(convention, rows)),
    ...steps.map((isOldestFirst) => () => stepReading(first, balances, isOldestFirst)),
  ];
  for (const reading of readings) {
    if (isWhole(best.proof)) break;
    const next = reading();
    const proof = proofOf(next);
    if (proof.share >= provenShare && proof.share > best.proof.share) best = {...next, proof};
  }
  return best;
}

const readingOf = (
  {name, amountOf, isDoubtful = false, unsigned, isFeeBeside = false, isNetted}: Convention,
  rows: readonly LedgerRow[],
): Reading => ({
  name,
  isDoubtful,
  unsigned,
  isFeeBeside,
  amounts: rows.map(amountOf),
  netted: rows.flatMap((row, at) => (isNetted?.(row) ? [at] : [])),
});

/** The account and currency of each row, whose balance runs on its own. */
function pocketsOf(rows: readonly LedgerRow[], columns: Columns): string[] {
  const own = [...columns.of("account"), ...columns.of("currency")];
  const [only, ...more] = own;
  if (more.length === 0) return rows.map(({cells}) => cells[only ?? -1] ?? "");
  return rows.map(({cells}) => own.map((column) => cells[column] ?? "").join("|"));
}

const numberOf = (amount: Decimal | undefined): number => (amount ? asNumber(amount) : Number.NaN);

/** The amounts with the signs that the balance gives them, in one order of the rows. */
function stepReading(
  {amounts, netted}: Reading,
  balances: readonly number[],
  isOldestFirst: boolean,
): Reading {
  return {
    name: "signs by the steps of the balance",
    isDoubtful: false,
    unsigned: undefined,
    isFeeBeside: false,
    amounts: stepSigns(amounts, balances, isOldestFirst),
    netted,
    unprovenRow: isOldestFirst ? 0 : amounts.length - 1,
  };
}

const isWhole = ({share}: Proof): boolean => share === 1;

/** A file of several accounts may still have one balance. */
const better = (parted: Proof, one: Proof): Proof => (one.share > parted.share ? one : parted);
