/**
 * Puts all together, for the payments of one person. What decides the category of a payment, the first that can:
 *
 * 1. the person, who corrected this payment;
 * 2. a rule of the person;
 * 3. its other half, where it is a transfer between own accounts;
 * 4. a shipped rule, or what the accounts say by themselves;
 * 5. its purchase, where it is a refund;
 * 6. a guess from the person's corrections (`model.ts`), never as certain as a rule.
 */

import {type CategoryName, categories} from "../bank/categories.js";
import {accountRules, categoryBetween} from "./accountRules.js";
import {decider, type Hit} from "./decide.js";
import {type Correction, learn} from "./model.js";
import {payeeName} from "./payeeName.js";
import type {OwnAccount, Payment} from "./payment.js";
import {plainWords} from "./plainWords.js";
import {type Refund, tieRefunds} from "./refunds.js";
import type {Rule} from "./rule.js";
import {type AmountPart, splitAmount} from "./splitAmount.js";
import {pairTransfers, type Transfer} from "./transfers.js";

export interface Setup {
  /** The person's own. */
  readonly rules: readonly Rule[];
  /** Those of `shippedRules()`, the same list each time: it is made ready once. */
  readonly shipped?: readonly Rule[];
  readonly corrections?: readonly Correction[];
  readonly accounts?: readonly OwnAccount[];
}

export type Decider = "person" | "rule" | "transfer" | "refund" | "guess" | "nothing";

export interface Classified {
  readonly payment: Payment;
  readonly by: Decider;
  /** Missing where nothing decided, and where the payment is split. */
  readonly category?: CategoryName;
  /** Empty where the payment is whole. */
  readonly parts: readonly AmountPart[];
  /** The clean name of the other side. */
  readonly payee: string;
  readonly tags: readonly string[];
  /** The own account on the other side. */
  readonly transferTo?: string;
  /** 1 but for transfers and guesses; 0 where nothing decided. */
  readonly certainty: number;
  /** Why this category, to follow “because”: `text contains Lidl (line 12 of groceries)`. */
  readonly why: string;
  /** The rule that decided. */
  readonly rule?: Rule;
  /** The other half of a transfer, and the purchase of a refund. */
  readonly other?: Payment;
}

/** All payments with what they were for, in their order. */
export function classifyPayments(
  payments: readonly Payment[],
  {rules, shipped = [], corrections = [], accounts = []}: Setup,
): Classified[] {
  const decide = decider(rules, shipped, accountRules(accounts));
  const rulings = new Map(payments.map((payment) => [payment.id, decide(payment)]));
  const corrected = new Map(corrections.map(({payment, category}) => [payment.id, category]));
  const kinds = new Map(accounts.map(({account, kind}) => [account, kind]));
  const halves = halvesOf(pairTransfers(payments, accounts));
  const payeeOf = (payment: Payment) => rulings.get(payment.id)?.payee ?? payeeName(payment);
  const free = payments.filter(({id}) => !halves.has(id));
  const tied = tieRefunds(free, (payment) => plainWords(payeeOf(payment)).join(" "));
  const refunds = new Map(tied.map((tie) => [tie.refund.id, tie]));
  const guess = learn(corrections);

  const verdictOf = (payment: Payment): Verdict => {
    const {decided} = rulings.get(payment.id)!;
    const own = corrected.get(payment.id);
    if (own) return {by: "person", category: own, certainty: 1, why: "you said so"};
    const half = halves.get(payment.id);
    const ruled = decided && verdictOfRule(payment, decided, kinds);
    return (
      (decided?.rule.isShipped ? undefined : ruled) ??
      (half && verdictOfTransfer(half, payment, kinds)) ??
      ruled ??
      verdictOfRefund(refunds.get(payment.id), verdictOf) ??
      verdictOfGuess(guess(payment)) ??
      unknown
    );
  };
  return payments.map((payment) => {
    const {tags} = rulings.get(payment.id)!;
    return {payment, payee: payeeOf(payment), tags, parts: [], ...verdictOf(payment)};
  });
}

/** What decides the category, and its reason. */
type Verdict = Pick<Classified, "by" | "certainty" | "why"> &
  Partial<Pick<Classified, "category" | "parts" | "rule" | "other" | "transferTo">>;

const unknown: Verdict = {by: "nothing", certainty: 0, why: "no rule and no correction knows it"};

type Kinds = ReadonlyMap<string, OwnAccount["kind"]>;

function verdictOfRule(payment: Payment, {rule, held}: Hit, kinds: Kinds): Verdict {
  const {split, transferTo} = rule.actions;
  const between = transferTo && categoryBetween(kinds.get(payment.account), kinds.get(transferTo));
  const category = rule.actions.category ?? (split.length > 0 ? undefined : between);
  const place = rule.line > 0 ? `line ${rule.line} of ${rule.file}` : rule.file;
  return {
    by: "rule",
    certainty: 1,
    why: `${held.because.join(" and ")} (${place})`,
    rule,
    ...(category ? {category} : {}),
    ...(transferTo === undefined ? {} : {transferTo}),
    parts: splitAmount(payment.amountCents, split),
  };
}

function halvesOf(transfers: readonly Transfer[]): Map<string, Transfer> {
  return new Map(
    transfers.flatMap((transfer) => [
      [transfer.out.id, transfer],
      [transfer.into.id, transfer],
    ]),
  );
}

function verdictOfTransfer(
  {out, into, certainty, because}: Transfer,
  payment: Payment,
  kinds: Kinds,
): Verdict {
  const other = payment.id === out.id ? into : out;
  const category = categoryBetween(kinds.get(out.account), kinds.get(into.account));
  const way = payment.id === out.id ? `arrived in ${into.account}` : `came from ${out.account}`;
  const why = `it ${way} on ${other.date} (${because.join(", ")})`;
  return {by: "transfer", category, certainty, why, other, transferTo: other.account};
}

/** The category of the purchase, if it was one: money that a person gives back is no refund. */
function verdictOfRefund(
  refund: Refund | undefined,
  verdictOf: (payment: Payment) => Verdict,
): Verdict | undefined {
  if (!refund) return undefined;
  const {purchase} = refund;
  const {category, certainty} = verdictOf(purchase);
  const group = category && categories[category].group;
  if (!category || !(group === "discretionary" || group === "fixed")) return undefined;
  const why = `it gives back a payment of ${purchase.date}`;
  return {by: "refund", category, certainty, why, other: purchase};
}

function verdictOfGuess(guess: ReturnType<ReturnType<typeof learn>>): Verdict | undefined {
  if (!guess) return undefined;
  const {category, certainty, because} = guess;
  const words = because.map((word) => `“${word}”`).join(", ");
  const why = words
    ? `${words} in payments that you corrected`
    : "payments alike that you corrected";
  return {by: "guess", category, certainty, why};
}
