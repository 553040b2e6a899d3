import {longestText, type Payment, writtenPayee} from "./payment.js";
import {plainWords} from "./plainWords.js";

/** The words of a payment in the form in which they are compared. */
export interface PaymentWords {
  readonly payee: readonly string[];
  /** Those of the payee and then of the description. */
  readonly text: readonly string[];
}

export function paymentWords(payment: Payment): PaymentWords {
  const payee = plainWords(writtenPayee(payment));
  return {payee, text: [...payee, ...plainWords(payment.description.slice(0, longestText))]};
}
