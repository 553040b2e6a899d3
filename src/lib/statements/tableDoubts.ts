/** What was taken for granted of a table's rows, in sentences; what a balance proves is none of it. */
import {isProven, type Proof} from "./balanceProof.js";
import type {Chosen} from "./chosenConvention.js";
import type {LedgerRow} from "./ledgerRows.js";
import {unsignedDoubts} from "./unsigned.js";

/** The doubts of rows whose amounts are read so; one of a single row begins with its line. */
export function tableDoubts(
  rows: readonly LedgerRow[],
  {isDoubtful, unsigned, netted, proof, unprovenRow}: Chosen,
): string[] {
  const lineOf = (at: number) => `line ${rows[at]!.line}`;
  return [
    ...(isDoubtful && !isProven(proof) ? [unsignedDoubts[unsigned!]] : []),
    ...(unprovenRow === undefined ? [] : [`${lineOf(unprovenRow)}: its sign is written nowhere`]),
    ...balanceDoubts(proof, lineOf),
    ...unproven(netted, proof).map(
      (at) => `${lineOf(at)}: debit and credit both hold an amount: read as their difference`,
    ),
    ...rows
      .filter(({isCarried}) => isCarried)
      .map(({line}) => `line ${line}: the day is that of the row above`),
  ];
}

/** Those of some rows that no step of the balance proves. */
function unproven(places: readonly number[], proof: Proof | undefined): readonly number[] {
  if (places.length === 0 || !proof) return places;
  const held = new Set(proof.holds);
  return places.filter((at) => !held.has(at));
}

/** Each row whose balance does not follow; one sentence where hardly any does. */
function balanceDoubts(proof: Proof | undefined, lineOf: (at: number) => string): string[] {
  if (!proof || proof.breaks.length === 0) return [];
  if (proof.share < 0.5) return ["the balances do not follow from the amounts"];
  return proof.breaks.map((at) => `${lineOf(at)}: the balance does not follow from the amount`);
}
