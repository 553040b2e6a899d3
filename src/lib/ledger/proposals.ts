/**
 * What the themes would like to happen, in columns rather than objects: a month of the default bank has
 * 40,000 proposals, and they are made, sorted and read once. A proposal says from which account, to or from
 * whom, how much, when and why; the ledger decides whether it happens.
 */

/** How the ledger finds the amount, where the proposal cannot know it. */
export const Rule = {
  /** The amount stands in the proposal. */
  fixed: 0,
  /** The whole balance leaves (or is made good), and the account closes. */
  sweep: 1,
  /** Interest on the balances held since the last such posting; `amount` is the yearly rate in basis points. */
  interest: 2,
  /** A dividend on the shares held when it went ex; `link` is the dividend. */
  dividend: 3,
  /** Notes who is entitled to the dividend `link`; posts nothing. */
  entitlement: 4,
  /** The VAT that the last assessment found. */
  vat: 5,
  /** Tax on the profit assessed, less the losses carried forward; `amount` is the rate in basis points. */
  profitTax: 6,
  /** The cash leg of the trade `link`. */
  trade: 7,
  /** Contributions on the pay since the last such posting; `amount` is the rate in basis points. */
  contribution: 9,
  /** Draws up the books for the tax office; posts nothing. `amount` is the rate of VAT in basis points. */
  assessment: 10,
  /**
   * What the account paid lacks of `amount`, from the paying one, in whole tens of euros as far as they are there;
   * nothing while `link`, in cents, is there.
   */
  topUp: 11,
  /** What lies above `amount`, in whole euros; nothing below 20. */
  surplus: 12,
  /** `amount`, the first time that it can be paid: once for each `link`. */
  once: 13,
  /** What brings the account up to `amount`, in whole thousands of euros. */
  backing: 14,
  /** What suppliers are paid of the receipts since the last such posting; `amount` is the rate in basis points. */
  supplies: 15,
  /** Applies the split `link` to every position; posts nothing. */
  split: 8,
} as const;

export type RuleCode = (typeof Rule)[keyof typeof Rule];

const none = -1;

/** A growing list of proposals, one typed array per property. */
export class Proposals {
  length = 0;
  /** Instant, in seconds since 1970-01-01 UTC. */
  at = new Float64Array(1024);
  account = new Int32Array(1024);
  /** The other side: an account, or `-1 - counterparty` for an outside party. */
  other = new Int32Array(1024);
  /** Cents: signed for the account if it crosses the border; what `account` pays `other` if it does not. */
  amount = new Float64Array(1024);
  rule = new Uint8Array(1024);
  channel = new Uint8Array(1024);
  category = new Uint8Array(1024);
  /** The category of the other leg of an internal movement. */
  otherCategory = new Uint8Array(1024);
  /** The description: an entry of the pool of texts, and a number to follow it (0 for none). */
  text = new Int32Array(1024);
  number = new Float64Array(1024);
  /** What the rule needs, or the invoice that is paid; −1 for nothing. */
  link = new Int32Array(1024).fill(none);
  /** The proposal that must have been posted first; −1 for none. */
  requires = new Int32Array(1024).fill(none);
  /** Cents that must be available for this proposal to be posted, if more than its own amount. */
  reserve = new Float64Array(1024);

  /** Adds a payment across the border of the bank, and returns its index. */
  border(
    at: number,
    account: number,
    counterparty: number,
    amountCents: number,
    channel: number,
    category: number,
    text: number,
  ): number {
    return this.#add(
      at,
      account,
      -1 - counterparty,
      amountCents,
      channel,
      category,
      category,
      text,
    );
  }

  /** Adds an internal movement: `from` pays `to` a positive amount. Returns its index. */
  transfer(
    at: number,
    from: number,
    to: number,
    amountCents: number,
    channel: number,
    fromCategory: number,
    toCategory: number,
    text: number,
  ): number {
    return this.#add(at, from, to, amountCents, channel, fromCategory, toCategory, text);
  }

  /**
   * Copies a proposal of another list to the end of this one, and returns its index; what it requires is still an
   * index of the other list.
   */
  copy(source: Proposals, index: number): number {
    const added = this.#add(
      source.at[index]!,
      source.account[index]!,
      source.other[index]!,
      source.amount[index]!,
      source.channel[index]!,
      source.category[index]!,
      source.otherCategory[index]!,
      source.text[index]!,
    );
    this.rule[added] = source.rule[index]!;
    this.number[added] = source.number[index]!;
    this.link[added] = source.link[index]!;
    this.requires[added] = source.requires[index]!;
    this.reserve[added] = source.reserve[index]!;
    return added;
  }

  clear(): void {
    this.#blank(0, this.length);
    this.length = 0;
  }

  /**
   * The indices of what happens before `until`, in the order of posting: by instant, and at the same instant
   * in the order of proposing (a stable radix sort, in two passes of 11 bits). Throws if something lies before
   * `from`, or if the two are more than 48 days apart.
   */
  order(from: number, until: number): Uint32Array {
    if (until - from > digitSize * digitSize) throw new Error(`span too long: ${until - from} s`);
    const seconds = new Uint32Array(this.length);
    const byLow = sortByDigit(this.#due(from, until, seconds), seconds, 0);
    return sortByDigit(byLow, seconds, digitBits);
  }

  /** The indices of what happens before `until`, and the seconds of each since `from`. */
  #due(from: number, until: number, seconds: Uint32Array): Uint32Array {
    const {at: instants, length} = this;
    const due = new Uint32Array(length);
    let count = 0;
    for (let index = 0; index < length; index++) {
      const at = instants[index]!;
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
    channel: number,
    category: number,
    otherCategory: number,
    text: number,
  ): number {
    const index = this.length++;
    if (index === this.at.length) this.#grow();
    this.at[index] = at;
    this.account[index] = account;
    this.other[index] = other;
    this.amount[index] = amount;
    this.channel[index] = channel;
    this.category[index] = category;
    this.otherCategory[index] = otherCategory;
    this.text[index] = text;
    return index;
  }

  /** Sets what most proposals do not mention; adding one then writes only what it says. */
  #blank(from: number, to: number): void {
    this.rule.fill(Rule.fixed, from, to);
    this.number.fill(0, from, to);
    this.link.fill(none, from, to);
    this.requires.fill(none, from, to);
    this.reserve.fill(0, from, to);
  }

  #grow(): void {
    const from = this.at.length;
    const size = from * 2;
    this.at = grown(this.at, new Float64Array(size));
    this.account = grown(this.account, new Int32Array(size));
    this.other = grown(this.other, new Int32Array(size));
    this.amount = grown(this.amount, new Float64Array(size));
    this.rule = grown(this.rule, new Uint8Array(size));
    this.channel = grown(this.channel, new Uint8Array(size));
    this.category = grown(this.category, new Uint8Array(size));
    this.otherCategory = grown(this.otherCategory, new Uint8Array(size));
    this.text = grown(this.text, new Int32Array(size));
    this.number = grown(this.number, new Float64Array(size));
    this.link = grown(this.link, new Int32Array(size));
    this.requires = grown(this.requires, new Int32Array(size));
    this.reserve = grown(this.reserve, new Float64Array(size));
    this.#blank(from, size);
  }
}

const digitBits = 11;
const digitSize = 2 ** digitBits;

function sortByDigit(items: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = startsOf(items, keys, shift);
  const sorted = new Uint32Array(items.length);
  for (let place = 0; place < items.length; place++) {
    const item = items[place]!;
    sorted[starts[(keys[item]! >>> shift) & (digitSize - 1)]!++] = item;
  }
  return sorted;
}

/** Where the items with each digit begin in the sorted list. */
function startsOf(items: Uint32Array, keys: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(digitSize + 1);
  for (let place = 0; place < items.length; place++) {
    starts[((keys[items[place]!]! >>> shift) & (digitSize - 1)) + 1]!++;
  }
  for (let digit = 0; digit < digitSize; digit++) starts[digit + 1]! += starts[digit]!;
  return starts;
}

function grown<T extends {set(values: T): void}>(values: T, target: T): T {
  target.set(values);
  return target;
}
