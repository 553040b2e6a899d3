/** Which account a file is of, and what kind of account that is, as far as names and words tell. */
import type {OwnAccount} from "../../lib/classify/payment.js";
import {accountIn, isCardText} from "../../lib/statements/facts.js";
import {anyPhrase, phrases, plainWords} from "../../lib/statements/phrases.js";
import type {Statement} from "../../lib/statements/statement.js";
import type {AccountKind} from "./settings.js";

export interface AccountLine {
  readonly account: string;
  readonly kind: AccountKind;
  readonly currency: string;
  /** In the account's currency, after its last row; null where no file says it. */
  readonly balance: number | null;
  readonly balance_eur: number | null;
  readonly last: string;
}

const savings = anyPhrase(phrases`
    savings, saving, saver, spar, sparen, sparkonto, sparbuch, tagesgeld, tagesgeldkonto, festgeld, extra konto,
    livret, livret a, ldds, epargne, compte epargne, ahorro, ahorros, cuenta ahorro, risparmio, risparmi, conto
    deposito, libretto, spaarrekening, sparen, poupanca, sparande, sparekonto, opsparing, saastotili, oszczednosciowe,
    konto oszczednosciowe, sporici, sporici ucet, megtakaritas`);

const holders = anyPhrase(phrases`
    holder, account holder, account owner, kontoinhaber, inhaber, kunde, titulaire, titular, intestatario,
    rekeninghouder, kontohavare, kontohaver, kontoeier, tilinomistaja, wlasciciel, majitel, szamlatulajdonos`);

const iban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/;

/** The name of an account in one form: a number without its blanks. */
export function accountNamed(text: string): string {
  const plain = text.replace(/\s/g, "");
  return /\d{4}/.test(plain) ? plain.toUpperCase() : text.trim();
}

/**
 * The account of a file's rows that name none: the number in the lines around the table, else the file's name without what
 * parts one month's file from the next.
 */
export function accountOfFile(name: string, {facts}: Pick<Statement, "facts">): string {
  const stem = name
    .replace(/\.\w{1,5}$/, "")
    .replace(/\(\d+\)|copy|kopie/gi, " ")
    .replace(/[\d._-]+/g, " ")
    .trim();
  return accountNamed(accountIn(facts)) || stem || "account";
}

/** The kind of an account by all that its files say; broker files have trades. */
export function guessedKind(
  account: string,
  files: readonly {readonly name: string; readonly statement: Statement}[],
): AccountKind {
  if (files.some(({statement}) => statement.trades.length > 0)) return "broker";
  const told = files.flatMap(({name, statement: {facts, recognised}}) => [
    name.replace(/[_.-]/g, " "),
    ...facts.map(({key, value}) => `${key} ${value}`),
    ...Object.values(recognised.columns),
  ]);
  const words = [account, ...told].join(" ").slice(0, 4000);
  if (savings.test(plainWords(words))) return "savings";
  return isCardText(words) ? "card" : "checking";
}

/** An account as classifying knows it: a card is one more account from which is paid. */
export function ownAccount(
  account: string,
  kind: AccountKind,
  statements: readonly Statement[],
): OwnAccount {
  const kinds = {checking: "checking", card: "checking", savings: "savings", broker: "brokerage"};
  const holder = statements.flatMap(({facts}) =>
    facts.filter(({key}) => holders.test(plainWords(key))).map(({value}) => value),
  )[0];
  return {
    account,
    kind: kinds[kind] as OwnAccount["kind"],
    ...(iban.test(account) ? {iban: account} : {}),
    ...(holder ? {holder} : {}),
  };
}
