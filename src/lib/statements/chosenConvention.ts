/** Which reading of the amounts is right. */
import type {Decimal} from "../investing/decimal.js";
import {asNumber} from "./amount.js";
import {balanceProof, type Proof} from "./balanceProof.js";
import type {Columns} from "./columns.js";
import type {LedgerRow} from "./ledgerRows.js";
import {conventions} from "./signs.js";
import {stepSigns} from "./stepSigns.js";

/** From so many proven steps on, a balance that holds decides how amounts are read. */
const provenShare = 0.5;

/** How the amounts of a table are read. */
interface Reading {
  /** As the report says it. */
  readonly name: string;
  readonly amounts: readonly (Decimal | undefined)[];
  /** Whether nothing but habit speaks for it. */
  readonly isDoubtful: boolean;
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
  isCard: boolean,
): Chosen | undefined {
  const balance = columns.first("balance");
  const balances = rows.map(({amounts}) => {
    const value = amounts.get(balance)?.value;
    return value ? asNumber(value) : Number.NaN;
  });
  const own = [...columns.of("account"), ...columns.of("currency")];
  const pockets = rows.map(({cells}) => own.map((column) => cells[column] ?? "").join("|"));
  const onePocket = rows.map(() => "");
  const days = rows.map(({date}) => date);
  const readings = readingsOf(rows, columns, isCard);
  const [likeliest] = readings;
  if (!likeliest) return undefined;
  if (balance < 0) return {...likeliest, proof: undefined};
  // what the file says of signs is held against the balance, not overruled by it
  const steps = likeliest.isDoubtful || isCard ? stepReadings(likeliest, balances) : [];
  let best: (Reading & {proof: Proof}) | undefined;
  for (const reading of [...readings, ...steps]) {
    const numbers = reading.amounts.map((amount) => (amount ? asNumber(amount) : Number.NaN));
    const parted = balanceProof(numbers, balances, pockets, days);
    const proof = isWhole(parted)
      ? parted
      : better(parted, balanceProof(numbers, balances, onePocket, days));
    const isBetter = !best || (proof.share >= provenShare && proof.share > best.proof.share);
    if (isBetter) best = {...reading, proof};
    if (isWhole(proof)) break;
  }
  return best;
}

function readingsOf(rows: readonly LedgerRow[], columns: Columns, isCard: boolean): Reading[] {
  return conventions(rows, columns, {isCard}).map(({name, amountOf, isDoubtful = false}) => ({
    name,
    isDoubtful,
    amounts: rows.map(amountOf),
  }));
}

/** The amounts with the signs that the balance gives them, in either order of the rows. */
function stepReadings({amounts}: Reading, balances: readonly number[]): Reading[] {
  return [true, false].map((isOldestFirst) => ({
    name: "signs by the steps of the balance",
    isDoubtful: false,
    amounts: stepSigns(amounts, balances, isOldestFirst),
    unprovenRow: isOldestFirst ? 0 : amounts.length - 1,
  }));
}

const isWhole = ({share}: Proof): boolean => share === 1;

/** A file of several accounts may still have one balance. */
const better = (parted: Proof, one: Proof): Proof => (one.share > parted.share ? one : parted);
