/**
 * Transfers between own accounts, paired across their statements: what left one account arrived on another, to the
 * cent. An amount alone proves nothing, as many are common; the days between, the account numbers and the words say
 * which, and a text that names somebody else's account rules a pair out. Transfers into another currency are not found.
 */
import {bisector} from "d3-array";
import {bestPairs, type Pairing} from "./assignment.js";
import {type OwnAccount, type Payment, plainIban, writtenPayee, writtenText} from "./payment.js";
import {paymentDays} from "./paymentDays.js";
import {PhraseBook} from "./phraseBook.js";
import {plainWords} from "./plainWords.js";

export interface Transfer {
  readonly out: Payment;
  readonly into: Payment;
  /** 0 to 1. */
  readonly certainty: number;
  /** What speaks for it, beside the amount: `same day`, `account number`, `name of the holder`, `words`. */
  readonly because: readonly string[];
}

/** How many days a transfer may be on its way: a long weekend, and a day for each bank. */
const mostDays = 5;
/** Words that banks and people write on transfers between own accounts, in the languages of the shipped rules. */
const transferWords = [
  "Umbuchung, Übertrag, Umschichtung, eigenes Konto, Sparkonto, Sparen, Tagesgeld, own account",
  "internal transfer, savings, brokerage, top up, topup, virement interne, compte à compte, épargne",
  "livret, traspaso, entre cuentas, ahorro*, giroconto, conto proprio, risparmi*, spaarrekening",
  "eigen rekening, poupança, entre contas, oma siirto, oma tilisiirto, säästö*, överföring egna",
  "eget konto, egen overførsel, opsparing, sparekonto, egen konto, przelew własny, oszczędno*",
  "vlastní převod, spoření",
].flatMap((line) => line.split(", "));
/** What a pair must at least be worth: an equal amount with nothing else counts only on the same or the next day. */
const leastCertainty = 0.5;

interface Evidence {
  readonly name: string;
  readonly doubtLeft: number;
}

/** The transfers among payments, in order of the payments that leave; each payment is in one at most. */
export function pairTransfers(
  payments: readonly Payment[],
  accounts: readonly OwnAccount[],
): Transfer[] {
  if (new Set(payments.map(({account}) => account)).size < 2) return [];
  const own = new OwnMarks(accounts);
  const days = paymentDays(payments);
  const arrivals = new Map<string, number[]>();
  payments.forEach((payment, at) => {
    if (payment.amountCents > 0) put(arrivals, keyOf(payment), at);
  });
  for (const all of arrivals.values()) all.sort((a, b) => days[a]! - days[b]!);
  const found = new Map<string, Transfer>();
  const possible: Pairing[] = [];
  payments.forEach((out, left) => {
    if (out.amountCents >= 0) return;
    const all = arrivals.get(keyOf(out)) ?? [];
    // A bank may date what arrives a day before what left, where one of them books by value day.
    const first = bisector((at: number) => days[at]!).left(all, days[left]! - 1);
    for (let place = first; place < all.length; place++) {
      const right = all[place]!;
      const apart = days[right]! - days[left]!;
      if (apart > mostDays) break;
      const transfer = maybeTransfer(out, payments[right]!, apart, own);
      if (!transfer) continue;
      found.set(`${left} ${right}`, transfer);
      possible.push({left, right, gain: transfer.certainty});
    }
  });
  return bestPairs(possible).map(({left, right}) => found.get(`${left} ${right}`)!);
}

function maybeTransfer(
  out: Payment,
  into: Payment,
  apart: number,
  own: OwnMarks,
): Transfer | undefined {
  if (out.account === into.account) return undefined;
  if (own.namesAnother(out, into.account) || own.namesAnother(into, out.account)) return undefined;
  const evidence = [
    {
      name: apart === 0 ? "same day" : "next days",
      doubtLeft: apart === 0 ? 0.45 : Math.abs(apart) === 1 ? 0.5 : 0.6,
    },
    ...own.evidence(out, into.account),
    ...own.evidence(into, out.account),
  ];
  const certainty = 1 - evidence.reduce((doubt, {doubtLeft}) => doubt * doubtLeft, 1);
  if (certainty < leastCertainty) return undefined;
  return {out, into, certainty, because: [...new Set(evidence.map(({name}) => name))]};
}

/** By what the texts of one own account show another one. */
class OwnMarks {
  readonly #ibans = new Map<string, string>();
  readonly #holders = new Map<string, string>();
  readonly #words = new PhraseBook();

  constructor(accounts: readonly OwnAccount[]) {
    for (const {account, iban, holder} of accounts) {
      if (iban) this.#ibans.set(plainIban(iban), account);
      if (holder) this.#holders.set(account, nameOf(holder));
    }
    this.#words.add(transferWords);
  }

  /** Whether a payment gives the number of an account that is not the other one. */
  namesAnother({counterpartyIban}: Payment, other: string): boolean {
    if (!counterpartyIban) return false;
    const named = this.#ibans.get(plainIban(counterpartyIban));
    const isOtherKnown = [...this.#ibans.values()].includes(other);
    return named === undefined ? isOtherKnown : named !== other;
  }

  evidence(payment: Payment, other: string): Evidence[] {
    const {counterpartyIban} = payment;
    const payee = nameOf(writtenPayee(payment));
    const named = counterpartyIban && this.#ibans.get(plainIban(counterpartyIban));
    const text = plainWords(writtenText(payment));
    return [
      ...(named === other ? [{name: "account number", doubtLeft: 0.05}] : []),
      ...(payee && payee === this.#holders.get(other)
        ? [{name: "name of the holder", doubtLeft: 0.3}]
        : []),
      ...(this.#words.find(text).size > 0 ? [{name: "words", doubtLeft: 0.4}] : []),
    ];
  }
}

/** A name whatever the order of its parts: banks write `MUSTER, MAX` and `Max Muster`. */
function nameOf(name: string): string {
  return plainWords(name).sort().join(" ");
}

function keyOf({amountCents, currency}: Payment): string {
  return `${Math.abs(amountCents)} ${currency}`;
}

function put(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
