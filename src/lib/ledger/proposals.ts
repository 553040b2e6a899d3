/**
 * What the themes would like to happen. A proposal says from which account, to or from whom, how much, when and why; the
 * ledger decides whether it happens. A month of the default bank has 50,000 of them, made in the order of the themes and
 * read in that of time: each is a record of 64 bytes in one buffer, so that reading one anywhere touches one line of the
 * processor's cache, where a column for each property would touch thirteen.
 */
import type {CategoryCode, ChannelCode} from "../bank/codes.js";
import {longestSpan, sortedBySecond} from "./postingOrder.js";
import type {BorderPayment, InsidePayment, Proposal} from "./proposal.js";
import {Rule} from "./rules.js";

const none = -1;

/** Places of 8 bytes, of 4 bytes and of 1 byte in a record, by name, and how many of each it has. */
const doubles = {amount: 0, reserve: 1, at: 2, size: 8} as const;
const words = {account: 6, other: 7, text: 8, number: 9, link: 10, requires: 11, size: 16} as const;
const bytes = {rule: 48, channel: 49, category: 50, otherCategory: 51, size: 64} as const;

/** A growing list of proposals. */
export class Proposals {
  length = 0;
  #doubles = new Float64Array(1024 * doubles.size);
  #words = new Int32Array(this.#doubles.buffer);
  #bytes = new Uint8Array(this.#doubles.buffer);

  /** Adds a payment across the border of the bank, and returns its index. */
  border({at, account, party, amountCents, channel, category, text}: BorderPayment): number {
    return this.#add(at, account, -1 - party, amountCents, channel, category, category, text);
  }

  /** Adds an internal movement, and returns its index. */
  inside(payment: InsidePayment): number {
    const {at, from, to, amountCents, channel, category, toCategory, text} = payment;
    return this.#add(at, from, to, amountCents, channel, category, toCategory, text);
  }

  /** Lets the ledger find the amount of a proposal by a rule. */
  setRule(index: number, rule: number, link = none): void {
    this.#bytes[index * bytes.size + bytes.rule] = rule;
    this.#words[index * words.size + words.link] = link;
  }

  /** Lets a proposal be posted only if another one was. */
  setRequired(index: number, required: number): void {
    this.#words[index * words.size + words.requires] = required;
  }

  /** Lets a proposal be posted only if so many cents are available, if they are more than its own amount. */
  setReserve(index: number, cents: number): void {
    this.#doubles[index * doubles.size + doubles.reserve] = cents;
  }

  /** Says which invoice a proposal pays; its number follows the text. */
  setInvoice(index: number, invoice: number): void {
    this.#words[index * words.size + words.link] = invoice;
    this.#words[index * words.size + words.number] = invoice;
  }

  at(index: number): number {
    return this.#doubles[index * doubles.size + doubles.at]!;
  }

  required(index: number): number {
    return this.#words[index * words.size + words.requires]!;
  }

  /** Reads a proposal into an object, which is returned. */
  read(index: number, into: Proposal): Proposal {
    const double = index * doubles.size;
    const word = index * words.size;
    const byte = index * bytes.size;
    into.at = this.#doubles[double + doubles.at]!;
    into.amount = this.#doubles[double + doubles.amount]!;
    into.reserve = this.#doubles[double + doubles.reserve]!;
    into.account = this.#words[word + words.account]!;
    into.other = this.#words[word + words.other]!;
    into.text = this.#words[word + words.text]!;
    into.number = this.#words[word + words.number]!;
    into.link = this.#words[word + words.link]!;
    into.requires = this.#words[word + words.requires]!;
    into.rule = this.#bytes[byte + bytes.rule]!;
    into.channel = this.#bytes[byte + bytes.channel]! as ChannelCode;
    into.category = this.#bytes[byte + bytes.category]! as CategoryCode;
    into.otherCategory = this.#bytes[byte + bytes.otherCategory]! as CategoryCode;
    return into;
  }

  /**
   * Copies a proposal of another list to the end of this one, and returns its index; what it requires is still an
   * index of the other list.
   */
  copy(source: Proposals, index: number): number {
    const added = this.#extend();
    const shift = (index - added) * words.size;
    const end = (added + 1) * words.size;
    for (let word = added * words.size; word < end; word++) {
      this.#words[word] = source.#words[word + shift]!;
    }
    return added;
  }

  clear(): void {
    this.length = 0;
  }

  /**
   * The indices of what happens before `until`, in the order of posting: by instant, and at the same instant
   * in the order of proposing. Throws if something lies before `from`, or if the two are more than 48 days apart.
   */
  order(from: number, until: number): Uint32Array {
    if (until - from > longestSpan) throw new Error(`span too long: ${until - from} s`);
    const seconds = new Uint32Array(this.length);
    return sortedBySecond(this.#due(from, until, seconds), seconds);
  }

  /** The indices of what happens before `until`, and the seconds of each since `from`. */
  #due(from: number, until: number, seconds: Uint32Array): Uint32Array {
    const due = new Uint32Array(this.length);
    let count = 0;
    for (let index = 0; index < this.length; index++) {
      const at = this.at(index);
      if (at >= until) continue;
      if (at < from)
        throw new Error(`proposal before its month: ${at} (the month begins at ${from})`);
      seconds[index] = at - from;
      due[count++] = index;
    }
    return due.subarray(0, count);
  }

  #add(
    at: number,
    account: number,
    other: number,
    amount: number,
    channel: ChannelCode,
    category: CategoryCode,
    otherCategory: CategoryCode,
    text: number,
  ): number {
    const index = this.#extend();
    const double = index * doubles.size;
    const word = index * words.size;
    const byte = index * bytes.size;
    this.#doubles[double + doubles.at] = at;
    this.#doubles[double + doubles.amount] = amount;
    this.#doubles[double + doubles.reserve] = 0;
    this.#words[word + words.account] = account;
    this.#words[word + words.other] = other;
    this.#words[word + words.text] = text;
    this.#words[word + words.number] = 0;
    this.#words[word + words.link] = none;
    this.#words[word + words.requires] = none;
    this.#bytes[byte + bytes.rule] = Rule.fixed;
    this.#bytes[byte + bytes.channel] = channel;
    this.#bytes[byte + bytes.category] = category;
    this.#bytes[byte + bytes.otherCategory] = otherCategory;
    return index;
  }

  #extend(): number {
    const index = this.length++;
    if (this.length * doubles.size > this.#doubles.length) {
      const doubled = new Int32Array(this.#words.length * 2);
      doubled.set(this.#words);
      this.#words = doubled;
      this.#doubles = new Float64Array(doubled.buffer);
      this.#bytes = new Uint8Array(doubled.buffer);
    }
    return index;
  }
}
