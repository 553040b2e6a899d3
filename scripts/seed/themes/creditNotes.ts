import {businessDayFrom} from "../../../src/lib/bank/businessDays.js";
import {categoryCode, channelCode, type PartyCode} from "../../../src/lib/bank/codes.js";
import type {Day} from "../../../src/lib/day.js";
import {between, chance, pick} from "../../../src/lib/stream.js";
import type {Streams} from "../../../src/lib/streams.js";
import type {Bank} from "../bank.js";
import type {Drafts} from "../drafts.js";
import {instant, type MonthFrame} from "../monthFrame.js";
import {inSpan, type Span} from "../ranges.js";
import {streamsFor} from "./theme.js";

const transfer = channelCode("credit_transfer");
const category = categoryCode("invoice");
/** The share of paid invoices that are credited, and of those that are credited in whole. */
const creditedShare = 0.022;
const wholeShare = 0.3;
/** The parts that the others are credited for, as often as they stand here. */
const parts = [0.05, 0.1, 0.1, 0.15, 0.2, 0.25, 0.5];
/** Days from the payment to the credit note; from it the money is due within a term, and always back before its end. */
const creditedAfter: Span = [2, 35];
const term = 14;
const backAfter: Span = [2, 12];
/** The hour of the day in which it goes back. */
const hour = 9;

interface Paid {
  readonly invoice: number;
  readonly company: number;
  readonly party: PartyCode;
  readonly amountCents: number;
  readonly paidOn: Day;
}

/**
 * Credit notes: some weeks after an outside customer paid, an invoice is credited in part or in whole, and the money
 * goes back. They wait here until the month in which they are issued.
 */
export class CreditNotes {
  readonly #draws: Streams;
  readonly #accounts: readonly number[];
  readonly #text: number;
  #waiting: (Paid & {readonly issuedOn: Day})[] = [];

  constructor(bank: Bank) {
    this.#draws = streamsFor(bank, "credit notes", bank.companies);
    this.#accounts = bank.holdings.ofCompany.map(({checking}) => checking);
    this.#text = bank.texts.of("Credit note ");
  }

  /** Decides whether an invoice that will be paid is to be credited. */
  consider(paid: Paid): void {
    const draw = this.#draws.of(paid.company);
    if (!chance(draw, creditedShare)) return;
    const part = chance(draw, wholeShare) ? 1 : pick(draw, parts);
    const issuedOn = businessDayFrom(paid.paidOn + inSpan(draw, creditedAfter));
    const amountCents = Math.round(paid.amountCents * part);
    this.#waiting.push({issuedOn, ...paid, amountCents});
  }

  /** Issues those of a month; each is paid back within two weeks. */
  issue({last}: MonthFrame, {invoices, proposals}: Drafts): void {
    const due = this.#waiting.filter(({issuedOn}) => issuedOn <= last);
    this.#waiting = this.#waiting.filter(({issuedOn}) => issuedOn > last);
    for (const {invoice, company, party, amountCents, issuedOn} of due) {
      const draw = this.#draws.of(company);
      const id = invoices.issue({
        company,
        customer: -1,
        party,
        issuedOn,
        dueOn: issuedOn + term,
        amountCents: -amountCents,
        credited: invoice,
      });
      const day = businessDayFrom(issuedOn + inSpan(draw, backAfter));
      const at = instant(day, hour, between(draw, 0, 59), between(draw, 0, 59));
      const added = proposals.border({
        at,
        account: this.#accounts[company]!,
        party,
        amountCents: -amountCents,
        channel: transfer,
        category,
        text: this.#text,
      });
      proposals.setInvoice(added, id);
    }
  }
}
