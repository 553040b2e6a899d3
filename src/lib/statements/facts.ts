/** What the lines around the table say of the account: `Kontonummer: …`, `Saldo vom 01.02.2024;1.234,00 EUR`. */
import {isAmount} from "./amountText.js";
import {bareBalances} from "./balanceWords.js";
import {currencyNamed, currencyOf} from "./currency.js";
import {anyPhrase, phrases, plainWords} from "./phrases.js";
import type {SourceRow} from "./sourceRows.js";
import type {Fact} from "./statement.js";

/** The facts in these rows; what is no pair of a key and a value is a fact without a key. */
export function factsIn(rows: readonly SourceRow[]): Fact[] {
  return rows.map(({line, cells}) => {
    const filled = cells.filter((cell) => cell !== "");
    const [first = "", ...rest] = filled;
    const colon = first.indexOf(":");
    if (colon > 0 && colon < first.length - 1 && rest.length === 0)
      return {
        line,
        key: first.slice(0, colon).trim(),
        value: first
          .slice(colon + 1)
          .trim()
          .slice(0, 200),
      };
    if (rest.length === 0) return {line, key: "", value: first.slice(0, 200)};
    return {line, key: first.replace(/:$/, "").slice(0, 80), value: rest.join(" ").slice(0, 200)};
  });
}

/** The currency that the facts name: of a key that says so first, else the only one that any names. */
export function currencyIn(facts: readonly Fact[]): string {
  const said = facts.find(({key}) =>
    /\b(currency|ccy|wahrung|devise|divisa|moneda|moeda|valuta|munt|waluta|mena|devizanem)\b/.test(
      plainWords(key),
    ),
  );
  const code = said && currencyOf(said.value.trim().slice(0, 5));
  if (code) return code;
  const named = new Set(
    facts.flatMap(({key, value}) => [currencyNamed(key), currencyNamed(value)]).filter(Boolean),
  );
  return named.size === 1 ? [...named][0]! : "";
}

const card = anyPhrase(phrases`
    credit card, kreditkarte, kreditkartenkonto, visa, mastercard, american express, amex, carte de credit, carte
    bancaire, tarjeta, carta di credito, cartao, creditcard, kreditkort, luottokortti, karta kredytowa, kreditni
    karta, hitelkartya, card member, card no, card id, cardid,
    kartennummer, karteninhaber, charge card, trans date post date`);

/** Whether words before the table or over its columns are those of a card's statement. */
export const isCardText = (text: string): boolean => card.test(plainWords(text));

const accountWords = anyPhrase(phrases`
    account, account number, account no, konto, kontonummer, compte, numero compte, cuenta, conto, rapporto,
    conta, rekening, rekeningnummer, tili, tilinumero, rachunek, numer rachunku, ucet, cislo uctu, szamla,
    szamlaszam, kontonavn, girokonto, hesap, hesap no, hesap numarasi`);
const balance = anyPhrase(bareBalances);
const dayBehind = / \d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/;
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/;

/**
 * The account that the facts name: an IBAN, else the number behind a key that says account; empty where none does.
 */
export function accountIn(facts: readonly Fact[]): string {
  for (const {key, value} of facts) {
    const found = iban.exec(value)?.[0] ?? iban.exec(key)?.[0];
    if (found) return found.replaceAll(" ", "");
  }
  const said = facts.find(
    ({key, value}) =>
      accountWords.test(plainWords(key)) &&
      !balance.test(plainWords(key)) &&
      /\d{4}/.test(value) &&
      (/^\d{6,}$/.test(value) || !isAmount(value)),
  );
  // a balance with its day may stand in the same line
  return said?.value.split(dayBehind)[0] ?? "";
}
