/**
 * The balances that a file states: in a column beside its rows, and in lines around them. The reader proves signs by the
 * column and does not hand it on, so it is read here once more, by the lines that the reader names.
 */
import type {Decimal} from "../../lib/investing/decimal.js";
import {roundTo} from "../../lib/investing/decimal.js";
import {negative} from "../../lib/statements/amount.js";
import {maybeAmount} from "../../lib/statements/amountText.js";
import type {Dialect} from "../../lib/statements/dialect.js";
import {dialectOf} from "../../lib/statements/dialect.js";
import {decodedText} from "../../lib/statements/encoding.js";
import {decimalMarks, magnitude} from "../../lib/statements/numberStyle.js";
import {anyPhrase, phrases, plainWords} from "../../lib/statements/phrases.js";
import {type SourceRow, sourceRows} from "../../lib/statements/sourceRows.js";
import type {Fact, Statement} from "../../lib/statements/statement.js";
import {unwrappedLines} from "../../lib/statements/wrappedLines.js";

export interface StatedBalances {
  /** In cents, after the row that begins in a line. */
  readonly after: ReadonlyMap<number, number>;
  readonly opening: StatedBalance | undefined;
  readonly closing: StatedBalance | undefined;
}

export interface StatedBalance {
  readonly cents: number;
  readonly line: number;
}

const opening = anyPhrase(phrases`
    opening balance, beginning balance, starting balance, previous balance, balance brought forward, anfangssaldo,
    alter saldo, eroffnungssaldo, startsaldo, anfangsbestand, saldovortrag, solde initial, solde precedent, ancien solde,
    solde de depart, saldo inicial, saldo anterior, saldo iniziale, saldo precedente, saldo contabile iniziale, beginsaldo,
    vorig saldo, ingaende saldo, inngaende saldo, primosaldo, alkusaldo, saldo poczatkowe, saldo otwarcia, pocatecni
    zustatek, pocatecni stav, nyito egyenleg, nyitoegyenleg`);
const closing = anyPhrase(phrases`
    closing balance, ending balance, current balance, new balance, ledger balance, account balance, balance, saldo,
    kontostand, endsaldo, neuer saldo, schlusssaldo, endbestand, solde, solde final, nouveau solde, saldo final, saldo
    actual, saldo finale, saldo contabile, saldo contabile finale, eindsaldo, slotsaldo, utgaende saldo, utgaende balanse,
    ultimosaldo, loppusaldo, saldo koncowe, saldo zamkniecia, konecny zustatek, konecny stav, zaro egyenleg,
    zaroegyenleg, egyenleg, zustatek`);

/** The balances of a file whose rows have been read from the same bytes. */
export function statedBalances(bytes: Uint8Array, statement: Statement): StatedBalances {
  const facts = statement.facts.map((fact) => ({...fact, words: plainWords(fact.key)}));
  return {
    after: runningBalances(bytes, statement),
    opening: factOf(facts.find(({words}) => opening.test(words))),
    closing: factOf(facts.findLast(({words}) => closing.test(words) && !opening.test(words))),
  };
}

function factOf(fact: Fact | undefined): StatedBalance | undefined {
  const part = fact?.value.split(/\s{2,}|;/)[0] ?? "";
  const text = maybeAmount(part) ?? maybeAmount(part.replace(/ [A-Z]{3}$/, ""));
  if (!fact || !text) return undefined;
  return {cents: centsOf(text, undefined), line: fact.line};
}

function runningBalances(
  bytes: Uint8Array,
  {rows, recognised: {columns, headLine}}: Statement,
): ReadonlyMap<number, number> {
  const name = columns.balance;
  if (name === undefined) return new Map();
  const text = unwrappedLines(decodedText(bytes).text);
  const dialect: Dialect = dialectOf(text);
  const written = sourceRows(text, dialect).rows;
  const head = written.find(({line}) => line === headLine);
  const number = /^column (\d+)$/.exec(name)?.[1];
  const column = number ? Number(number) - 1 : (head?.cells.lastIndexOf(name) ?? -1);
  const lines = new Set(rows.map(({line}) => line));
  const own = written.filter(({line}) => lines.has(line));
  const mark = decimalMarks(own, [column]).get(column);
  return new Map(
    own.flatMap((row: SourceRow) => {
      const amount = maybeAmount(row.cells[column] ?? "");
      return amount ? [[row.line, centsOf(amount, mark)] as const] : [];
    }),
  );
}

function centsOf(
  text: NonNullable<ReturnType<typeof maybeAmount>>,
  mark: "." | "," | undefined,
): number {
  const size: Decimal = magnitude(text, mark);
  return roundTo(text.isNegative ? negative(size) : size, 2);
}
