import type {PartyCode} from "../../src/lib/bank/codes.js";
import type {Day} from "../../src/lib/day.js";

export interface Invoice {
  readonly id: number;
  readonly company: number;
  /** The inside customer, or −1; the outside one, or −1. */
  readonly customer: number;
  readonly party: PartyCode;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  /** With VAT; negative for a credit note. */
  readonly amountCents: number;
  /** The invoice that a credit note takes back in part or in whole, 0 for an invoice. */
  readonly credited: number;
  /** The receipt, 0 until it is paid. */
  transactionId: number;
}

/**
 * The invoices whose fate is still open. They leave it in the order of their numbers once nobody would pay
 * them any more, so that it does not grow with the months.
 */
export class InvoiceBook {
  #open: Invoice[] = [];
  #next = 1;
  #issued: Invoice[] = [];
  #paid: Invoice[] = [];

  /** Issues an invoice, or a credit note if it names the `credited` one, and returns its number. */
  issue({
    company,
    customer,
    party,
    issuedOn,
    dueOn,
    amountCents,
    credited = 0,
  }: Omit<Invoice, "id" | "transactionId" | "credited"> & {credited?: number}): number {
    const issued: Invoice = {
      id: this.#next,
      company,
      customer,
      party,
      issuedOn,
      dueOn,
      amountCents,
      credited,
      transactionId: 0,
    };
    this.#open.push(issued);
    this.#issued.push(issued);
    return this.#next++;
  }

  /** Notes the receipt that paid an invoice. */
  receive(id: number, transactionId: number): void {
    const invoice = this.#open[id - this.#open[0]!.id]!;
    invoice.transactionId = transactionId;
    this.#paid.push(invoice);
  }

  /** Those issued since this was last asked. */
  takeIssued(): Invoice[] {
    const taken = this.#issued;
    this.#issued = [];
    return taken;
  }

  /** Those paid since this was last asked. */
  takePaid(): Invoice[] {
    const taken = this.#paid;
    this.#paid = [];
    return taken;
  }

  /** Those still in the book. */
  pending(): readonly Invoice[] {
    return this.#open;
  }

  /** Takes out what was issued before a day. */
  takeBefore(day: Day): Invoice[] {
    const end = this.#open.findIndex(({issuedOn}) => issuedOn >= day);
    const taken = end < 0 ? this.#open : this.#open.slice(0, end);
    this.#open = end < 0 ? [] : this.#open.slice(end);
    return taken;
  }
}
