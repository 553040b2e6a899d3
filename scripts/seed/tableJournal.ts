import {categoryNames} from "../../src/lib/bank/codes.js";
import {type Channel, channels} from "../../src/lib/bank/schema.js";
import type {Leg, Trade} from "../../src/lib/ledger/posting.js";
import type {Bank} from "./bank.js";
import type {CsvFile} from "./csvFile.js";
import {instruments} from "./instruments.js";
import type {Files} from "./tables.js";

/**
 * Writes each posting as a row of its table. Fields that stand side by side and repeat together (channel and
 * category; the other side and the empty fields around it) are kept as one text.
 */
export class TableJournal {
  /** Where transactions go, by channel. */
  readonly #transactions: CsvFile[];
  #trades: CsvFile;
  readonly #accounts: Int32Array;
  readonly #counterAccounts: Int32Array;
  readonly #parties: Int32Array;
  readonly #purposes: readonly Int32Array[];
  readonly #symbols: Int32Array;
  readonly #sides: {readonly buy: number; readonly sell: number};

  constructor({texts, accounts, outside}: Bank, files: Pick<Files, "transactions" | "trades">) {
    this.#transactions = channels.map(() => files.transactions);
    this.#trades = files.trades;
    this.#accounts = Int32Array.from(accounts, ({id}) => texts.of(id));
    this.#counterAccounts = Int32Array.from(accounts, ({id}) => texts.raw(`,${id}`));
    this.#parties = Int32Array.from(outside.parties, ({id}) => texts.raw(`${id},,`));
    this.#purposes = channels.map((channel) =>
      Int32Array.from(categoryNames, (category) => texts.raw(`${channel},${category}`)),
    );
    this.#symbols = Int32Array.from(instruments, ({symbol}) => texts.of(symbol));
    this.#sides = {buy: texts.of("buy"), sell: texts.of("sell")};
  }

  /** Writes what follows into other files; payments by `cards` into one of their own. */
  redirect(
    {transactions, trades}: Pick<Files, "transactions" | "trades">,
    cards: CsvFile,
    isCard: (channel: Channel) => boolean,
  ): void {
    channels.forEach((channel, code) => {
      this.#transactions[code] = isCard(channel) ? cards : transactions;
    });
    this.#trades = trades;
  }

  leg({
    id,
    account,
    at,
    amountCents,
    channel,
    category,
    other,
    transferId,
    text,
    number,
  }: Readonly<Leg>): void {
    const file = this.#transactions[channel]!;
    file.integer(id);
    file.text(this.#accounts[account]!);
    file.instantAndDay(at);
    file.decimal(amountCents, 2);
    file.text(this.#purposes[channel]![category]!);
    if (other < 0) file.text(this.#parties[-1 - other]!);
    else {
      file.text(this.#counterAccounts[other]!);
      file.integer(transferId);
    }
    if (number === 0) file.text(text);
    else file.numberedText(text, number);
    file.endRow();
  }

  trade(
    tradeId: number,
    account: number,
    at: number,
    {instrument, side, quantityE6, priceE4, rateE6, feeCents}: Trade,
    grossCents: number,
    transactionId: number,
  ): void {
    const file = this.#trades;
    file.integer(tradeId);
    file.text(this.#accounts[account]!);
    file.text(this.#symbols[instrument]!);
    file.text(this.#sides[side]);
    file.decimal(quantityE6, 6);
    file.decimal(priceE4, 4);
    file.decimal(rateE6, 6);
    file.decimal(grossCents, 2);
    file.decimal(feeCents, 2);
    file.instant(at);
    file.integer(transactionId);
    file.endRow();
  }
}
