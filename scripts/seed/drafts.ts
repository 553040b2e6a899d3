import type {Trade} from "../../src/lib/ledger/posting.js";
import {Proposals} from "../../src/lib/ledger/proposals.js";
import type {InvoiceBook} from "./invoiceBook.js";
import type {Person} from "./people.js";

/** Where the themes write: the proposals of a month, and what some of them refer to. */
export class Drafts {
  readonly proposals = new Proposals();
  /** The trades of the month; a proposal's link is the place here. */
  readonly trades: Trade[] = [];
  readonly invoices: InvoiceBook;
  /** The proposal of each person's pay this month, −1 without one: savings wait for it. */
  readonly pay: Int32Array;

  /** Who is a customer on some day of the month. */
  customers: readonly Person[] = [];

  constructor(individuals: number, invoices: InvoiceBook) {
    this.invoices = invoices;
    this.pay = new Int32Array(individuals).fill(-1);
  }

  /** Empties it for the next month and its customers. */
  clear(customers: readonly Person[]): void {
    this.customers = customers;
    this.proposals.clear();
    this.trades.length = 0;
    this.pay.fill(-1);
  }
}
