/**
 * Puts all together, for the payments of one person. What decides the category of a payment, the first that can:
 *
 * 1. the person, who corrected this payment;
 * 2. a rule of the person;
 * 3. its other half, where it is a transfer between own accounts;
 * 4. a shipped rule, or what the accounts say by themselves;
 * 5. its purchase, where it is a refund;
 * 6. a guess from the person's corrections (`model.ts`) or from what rules know of its payee (`alike.ts`), whichever is
 *    surer, never as certain as a rule.
 */

import {latest} from "../latest.js";
import {accountRules} from "./accountRules.js";
import {alike} from "./alike.js";
import type {Classified, Setup} from "./classified.js";
import {type Hit, type Ruling, ruleFinder, rulingOf} from "./decide.js";
import {type Guess, learn} from "./model.js";
import {payeeNamer} from "./payeeName.js";
import type {OwnAccount, Payment} from "./payment.js";
import {textForms} from "./paymentTokens.js";
import {type PaymentWords, paymentWords} from "./paymentWords.js";
import {plainWords} from "./plainWords.js";
import {tieRefunds} from "./refunds.js";
import type {Rule} from "./rule.js";
import {pairTransfers, type Transfer} from "./transfers.js";
import {
  type Kinds,
  unknown,
  type Verdict,
  verdictOfGuess,
  verdictOfPerson,
  verdictOfRefund,
  verdictOfRule,
  verdictOfTransfer,
} from "./verdict.js";

/** All payments with what they were for, in their order. */
export function classifyPayments(payments: readonly Payment[], setup: Setup): Classified[] {
  return new Classifier(payments).classify(setup);
}

/**
 * Classifies the same payments again and again, as corrections and rules come. What follows from the payments alone is
 * worked out once, what follows from a list of rules or accounts while it is the same list; a correction then costs a
 * look at what nothing else decides. The answer is that of a first time, and what is said of a payment is the same
 * object until something else is said of it.
 */
export class Classifier {
  readonly #payments: readonly Payment[];
  readonly #words: readonly PaymentWords[];
  /** By the ids of payments. */
  readonly #places = new Map<string, number>();
  readonly #nameOf = payeeNamer();
  readonly #formOf = textForms(
    (payment) => this.#words[this.#places.get(payment.id)!]?.text ?? paymentWords(payment).text,
    this.#nameOf,
  );
  #rows: readonly Classified[] = [];

  constructor(payments: readonly Payment[]) {
    this.#payments = payments;
    this.#words = payments.map(paymentWords);
    for (const [at, {id}] of payments.entries()) this.#places.set(id, at);
  }

  /** All payments with what they were for, in their order. */
  classify({
    rules,
    shipped = noRules,
    corrections = [],
    accounts = noAccounts,
  }: Setup): Classified[] {
    const rulings = this.#rulings(rules, shipped, accounts);
    const payees = this.#payees(rulings);
    const halves = this.#halves(accounts);
    const purchases = this.#purchases(payees, halves);
    const firm = this.#firm(rulings, halves, accounts);
    const corrected = new Map(
      corrections.map(({payment, category}) => [this.#places.get(payment.id), category]),
    );
    const guess = learn(corrections, this.#formOf);
    const verdicts = new Map<Guess, Verdict>();
    const guessAlike = this.#alike(firm, payees);
    const guessed = (at: number): Verdict | undefined => {
      const payment = this.#payments[at]!;
      const found = surer(guess(payment), guessAlike(payees[at]!, payment.amountCents > 0));
      if (!found) return undefined;
      const verdict = verdicts.get(found) ?? verdictOfGuess(found);
      verdicts.set(found, verdict);
      return verdict;
    };
    const verdictOf = (at: number): Verdict => {
      const own = corrected.get(at);
      if (own) return verdictOfPerson(own);
      const purchase = purchases.get(at);
      return (
        firm[at] ??
        (purchase === undefined
          ? undefined
          : verdictOfRefund(this.#payments[purchase]!, verdictOf(purchase))) ??
        guessed(at) ??
        unknown
      );
    };
    const before = this.#rows;
    const rows = this.#payments.map((payment, at): Classified => {
      const {tags} = rulings[at]!;
      const [payee, verdict, known] = [payees[at]!, verdictOf(at), before[at]];
      return known?.payee === payee && known.tags === tags && isSame(known, verdict)
        ? known
        : {payment, payee, tags, parts: whole, ...verdict};
    });
    this.#rows = rows;
    return rows;
  }

  /** What the shipped rules and the accounts say, which the person's rules come before. */
  readonly #others = latest((shipped: readonly Rule[], accounts: readonly OwnAccount[]) => {
    const finders = [ruleFinder(shipped), ruleFinder(accountRules(accounts))];
    return this.#payments.map((payment, at) => {
      const hits = finders.flatMap((find) => find(payment, this.#words[at]!));
      return {hits, ruling: rulingOf(hits)};
    });
  });

  readonly #rulings = latest(
    (rules: readonly Rule[], shipped: readonly Rule[], accounts: readonly OwnAccount[]) => {
      const find = ruleFinder(rules);
      return this.#others(shipped, accounts).map(({hits, ruling}, at): Ruling => {
        const own: readonly Hit[] = find(this.#payments[at]!, this.#words[at]!);
        return own.length === 0 ? ruling : rulingOf([...own, ...hits]);
      });
    },
  );

  readonly #payees = latest((rulings: readonly Ruling[]) =>
    rulings.map(({payee}, at) => payee ?? this.#nameOf(this.#payments[at]!)),
  );

  /** The transfers by their payments. */
  readonly #halves = latest((accounts: readonly OwnAccount[]): ReadonlyMap<Payment, Transfer> => {
    const transfers = pairTransfers(this.#payments, accounts);
    return new Map(
      transfers.flatMap((transfer) => [
        [transfer.out, transfer],
        [transfer.into, transfer],
      ]),
    );
  });

  /** The places of purchases by those of their refunds. */
  readonly #purchases = latest(
    (payees: readonly string[], halves: ReadonlyMap<Payment, Transfer>) => {
      const keys = new Map<string, string>();
      const keyOf = (payment: Payment) => {
        const payee = payees[this.#places.get(payment.id)!]!;
        const key = keys.get(payee) ?? plainWords(payee).join(" ");
        keys.set(payee, key);
        return key;
      };
      const free = this.#payments.filter((payment) => !halves.has(payment));
      return new Map(
        tieRefunds(free, keyOf).map(({refund, purchase}) => [
          this.#places.get(refund.id)!,
          this.#places.get(purchase.id)!,
        ]),
      );
    },
  );

  readonly #alike = latest((firm: readonly (Verdict | undefined)[], payees: readonly string[]) =>
    alike(
      firm.map((verdict, at) => ({
        payee: payees[at]!,
        isIn: this.#payments[at]!.amountCents > 0,
        category: verdict?.by === "rule" ? verdict.category : undefined,
      })),
    ),
  );

  /** What rules and transfers decide. */
  readonly #firm = latest(
    (
      rulings: readonly Ruling[],
      halves: ReadonlyMap<Payment, Transfer>,
      accounts: readonly OwnAccount[],
    ) => {
      const kinds: Kinds = new Map(accounts.map(({account, kind}) => [account, kind]));
      return rulings.map(({decided}, at) => {
        const payment = this.#payments[at]!;
        const half = halves.get(payment);
        const ruled = decided && verdictOfRule(payment, decided, kinds);
        return (
          (decided?.rule.isShipped ? undefined : ruled) ??
          (half && verdictOfTransfer(half, payment, kinds)) ??
          ruled
        );
      });
    },
  );
}

function surer(one: Guess | undefined, other: Guess | undefined): Guess | undefined {
  if (!one || !other) return one ?? other;
  return other.certainty > one.certainty ? other : one;
}

const noRules: readonly Rule[] = [];
const noAccounts: readonly OwnAccount[] = [];
/** The parts of a payment that is not split. */
const whole: Classified["parts"] = [];

function isSame(a: Classified, b: Verdict): boolean {
  return (
    a.by === b.by &&
    a.category === b.category &&
    a.certainty === b.certainty &&
    a.why === b.why &&
    a.parts === (b.parts ?? whole) &&
    a.rule === b.rule &&
    a.other === b.other &&
    a.transferTo === b.transferTo
  );
}
