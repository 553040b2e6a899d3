/** The payments as the page shows and counts them: with category, reason and, where a rate is known, in euro. */
import type {CategoryName} from "../../lib/bank/categories.js";
import type {Classified, Decider} from "../../lib/classify/classified.js";
import type {BrokerMovement, Statement, StatementRow} from "../../lib/statements/statement.js";
import type {AccountKind, Settings} from "./settings.js";

export interface LedgerRow {
  readonly id: string;
  readonly date: string;
  readonly account: string;
  readonly payee: string;
  readonly counterparty: string;
  readonly description: string;
  readonly amount: number;
  readonly currency: string;
  /** Null where no rate is known. */
  readonly amount_eur: number | null;
  readonly category: CategoryName | null;
  /** Of a payment that rules split; else empty. */
  readonly parts: readonly {readonly category: CategoryName; readonly amount_eur: number}[];
  readonly by: Decider;
  readonly certainty: number;
  readonly why: string;
  readonly tags: string;
  /** The day and the account of the other half of a transfer, or the purchase that a refund is of. */
  readonly tied: string;
}

/** Euro of an amount in cents of a currency; undefined without a rate. */
export function inEuro(
  cents: number,
  currency: string,
  rates: Settings["rates"],
): number | undefined {
  const rate = currency === "EUR" ? 1 : rates[currency];
  return rate === undefined || !(rate > 0) ? undefined : Math.round(cents / rate) / 100;
}

/** What a broker's file says of a row beside its text, by account and line. */
export function brokerCategories(
  statements: readonly Pick<Statement, "trades" | "movements" | "rows">[],
): ReadonlyMap<StatementRow, CategoryName> {
  const found = new Map<StatementRow, CategoryName>();
  for (const {rows, trades, movements} of statements) {
    const byLine = new Map<number, CategoryName>([
      ...movements.map(({line, kind}) => [line, movementCategories[kind]] as const),
      ...trades.map(({line}) => [line, "trade"] as const),
    ]);
    for (const row of rows) {
      const category = byLine.get(row.line);
      if (category) found.set(row, category);
    }
  }
  return found;
}

const movementCategories = {
  dividend: "dividend",
  deposit: "brokerage_funding",
  withdrawal: "brokerage_funding",
  interest: "interest",
  fee: "fee",
  tax: "income_tax",
} as const satisfies Record<BrokerMovement["kind"], CategoryName>;

/** The rows of payments, each kept while nothing else is said of it. */
export class Ledger {
  #rates = "";
  #classified: readonly Classified[] = [];
  #rows: readonly LedgerRow[] = [];

  /** `toldOf` gives what a broker's file says of the payment at a place. */
  rows(
    classified: readonly Classified[],
    toldOf: (at: number) => CategoryName | undefined,
    rates: Settings["rates"],
  ): readonly LedgerRow[] {
    const areRatesSame = this.#rates === JSON.stringify(rates);
    const [before, known] = [this.#classified, this.#rows];
    this.#rates = JSON.stringify(rates);
    this.#classified = classified;
    this.#rows = classified.map((one, at) =>
      areRatesSame && before[at] === one ? known[at]! : ledgerRow(one, toldOf(at), rates),
    );
    return this.#rows;
  }
}

/** A classified payment as a row; what a broker's file says itself stands unless the person says otherwise. */
function ledgerRow(
  classified: Classified,
  told: CategoryName | undefined,
  rates: Settings["rates"],
): LedgerRow {
  const {payment, payee, parts, tags, by, certainty, why, other, category} = classified;
  const isTold = told !== undefined && by !== "person";
  const euro = (cents: number) => inEuro(cents, payment.currency, rates);
  return {
    id: payment.id,
    date: payment.date,
    account: payment.account,
    payee: payee || payment.description.slice(0, 60) || "Nobody named",
    counterparty: payment.counterparty,
    description: payment.description,
    amount: payment.amountCents / 100,
    currency: payment.currency,
    amount_eur: euro(payment.amountCents) ?? null,
    category: (isTold ? told : category) ?? null,
    parts: parts.map((part) => ({
      category: part.category,
      amount_eur: euro(part.amountCents) ?? 0,
    })),
    by: isTold ? "rule" : by,
    certainty: isTold ? 1 : certainty,
    why: isTold ? "the file itself says what it was" : why,
    tags: tags.join(", "),
    tied: other ? `${other.date}, ${other.account}` : "",
  };
}

/** Kinds of accounts from which a life is paid. */
export const isSpendingKind = (kind: AccountKind | undefined): boolean =>
  kind === "checking" || kind === "card";
