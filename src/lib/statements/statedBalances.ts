/** The balances that stand around a table and among its rows: `Anfangssaldo;1.000,00 EUR`. */
import {formatAmount} from "./amount.js";
import {maybeAmount} from "./amountText.js";
import {
  availableBalances,
  bareBalances,
  closingBalances,
  formerCurrencies,
  openingBalances,
} from "./balanceWords.js";
import {type DateOrder, dayIn, isDate, maybeDate} from "./dateText.js";
import {summaryNamed} from "./leftOutWords.js";
import {type DecimalMark, signedNumber} from "./numberStyle.js";
import {anyPhrase, plainWords} from "./phrases.js";
import type {SourceRow} from "./sourceRows.js";
import type {Fact, StatedBalance} from "./statement.js";

/** How the table writes what these lines say. */
export interface BalanceContext {
  readonly account: string;
  readonly currency: string;
  readonly mark: DecimalMark | undefined;
  readonly dateOrder: DateOrder | undefined;
}

const opening = anyPhrase(openingBalances);
const closing = anyPhrase(closingBalances);
const bare = anyPhrase(bareBalances);
const other = anyPhrase([...availableBalances, ...formerCurrencies]);

/** The balances that the facts of a file and the balance rows of a table state, in their order. */
export function statedBalances(
  facts: readonly Fact[],
  rows: readonly SourceRow[],
  context: BalanceContext,
): StatedBalance[] {
  return [
    ...facts.flatMap((fact) => balanceOf(fact, kindOf(fact.key, {isFact: true}), context)),
    ...rows.map(factOf).flatMap((fact) => balanceOf(fact, kindOf(fact.key), context)),
  ];
}

function kindOf(name: string, {isFact = false} = {}): StatedBalance["kind"] | undefined {
  const words = plainWords(name);
  if (other.test(words)) return undefined;
  if (opening.test(words)) return "opening";
  // among rows, a balance without a word of when may be that of any day
  return closing.test(words) || (isFact && bare.test(words)) ? "closing" : undefined;
}

/** A row's name of a balance and its last amount. */
function factOf({line, cells}: SourceRow): Fact {
  const isValue = (cell: string) => maybeAmount(cell) !== undefined && !isDate(cell);
  return {
    line,
    key: cells.find((cell) => summaryNamed(cell) === "balance") ?? "",
    value: cells.findLast(isValue) ?? "",
  };
}

function balanceOf(
  {key, value, line}: Fact,
  kind: StatedBalance["kind"] | undefined,
  {account, currency, mark, dateOrder}: BalanceContext,
): StatedBalance[] {
  const part = value.split(/\s{2,}|;/)[0]!;
  const text = maybeAmount(part) ?? maybeAmount(part.replace(/ [A-Z]{3}$/, ""));
  if (!kind || !text) return [];
  const day = dayNamed(`${key} ${value}`, dateOrder);
  const amount = formatAmount(signedNumber(text, mark));
  return [{kind, account, currency: text.currency || currency, day, amount, line}];
}

function dayNamed(text: string, order: DateOrder = "dmy"): string {
  for (const word of text.split(/[\s;,()]+/)) {
    const date = maybeDate(word);
    const [only = order, ...others] = date?.orders ?? [];
    const day = date && dayIn(date, others.length === 0 ? only : order);
    if (day !== undefined && date!.mark !== "6") return day;
  }
  return "";
}
