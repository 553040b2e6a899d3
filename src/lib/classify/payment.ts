/** A payment as a statement tells it, of any bank; what is classified. */
export interface Payment {
  /** Unique among the payments that are classified together. */
  readonly id: string;
  /** The booking day, `2025-05-01`. */
  readonly date: string;
  /** From the account holder’s view: below zero is money out. In hundredths of the currency. */
  readonly amountCents: number;
  readonly currency: string;
  /** The own account that it is on, by whatever name its statements have. */
  readonly account: string;
  /** Empty where the statement names nobody. */
  readonly counterparty: string;
  readonly description: string;
  readonly counterpartyIban?: string;
}

/** An account of the person whose payments are classified. */
export interface OwnAccount {
  /** As in `Payment`. */
  readonly account: string;
  readonly kind: "checking" | "savings" | "brokerage";
  readonly iban?: string;
  /** The name of its holder. */
  readonly holder?: string;
}

/** An account number without blanks and in capitals. */
export function plainIban(iban: string): string {
  return iban.replace(/\s/g, "").toUpperCase();
}

/** The most that is read of a text: banks write some hundred letters, what holds more is none of theirs. */
export const longestText = 500;

/** The other side, as far as it is read. */
export function writtenPayee({counterparty}: Payment): string {
  return counterparty.slice(0, longestText).trim();
}

/** All that is written about a payment, as far as it is read: the other side and the description. */
export function writtenText(payment: Payment): string {
  return `${writtenPayee(payment)} ${payment.description.slice(0, longestText)}`.trim();
}
