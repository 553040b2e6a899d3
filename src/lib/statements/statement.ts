/** What is read of a statement. */
import type {BalanceCount} from "./balanceCount.js";
import type {LeftOut, Problem} from "./ledgerRows.js";
import type {Unsigned} from "./unsigned.js";

export interface StatementRow {
  /** The booking day, `2025-05-01`. */
  readonly date: string;
  /** The value day, where the file has one; else empty. */
  readonly valueDate: string;
  /** Signed from the holder's view, with two decimals or as many as the file has. */
  readonly amount: string;
  /** What the account held after the row, signed, where the file says so beside it; else empty. */
  readonly balance: string;
  /** ISO code; empty where the file does not say it. */
  readonly currency: string;
  readonly counterparty: string;
  readonly counterpartyAccount: string;
  readonly description: string;
  /** The bank's own. */
  readonly category: string;
  /** The account that the row is of, where the file says so in the row. */
  readonly account: string;
  /** The bank's own id; empty where it has none. */
  readonly bankId: string;
  readonly line: number;
}

export interface StatementTrade {
  readonly date: string;
  /** Symbol, else ISIN, else the security's name. */
  readonly symbol: string;
  readonly side: "buy" | "sell";
  readonly quantity: string;
  readonly price: string;
  /** Positive; empty where the file has none. */
  readonly fee: string;
  readonly currency: string;
  readonly line: number;
}

/** A broker's movement that is no trade. */
export interface BrokerMovement {
  readonly kind: "dividend" | "deposit" | "withdrawal" | "interest" | "fee" | "tax";
  readonly date: string;
  readonly symbol: string;
  readonly amount: string;
  readonly currency: string;
  readonly line: number;
}

/** A line before the table or after it that says something of the account. */
export interface Fact {
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** A balance that a file states of an account, outside of its rows. */
export interface StatedBalance {
  /** Before the first row, or after the last one: of a file of several statements, each has its own. */
  readonly kind: "opening" | "closing";
  /** As its rows name it; empty where they name none. */
  readonly account: string;
  /** ISO code; empty where the file does not say it. */
  readonly currency: string;
  /** The day that it is of; empty where the file does not say it. */
  readonly day: string;
  /** Signed from the holder's view, with two decimals or as many as the file has. */
  readonly amount: string;
  readonly line: number;
}

export interface Statement {
  readonly rows: readonly StatementRow[];
  readonly trades: readonly StatementTrade[];
  readonly movements: readonly BrokerMovement[];
  readonly facts: readonly Fact[];
  /** In the order of the file. */
  readonly balances: readonly StatedBalance[];
  readonly leftOut: readonly LeftOut[];
  readonly problems: readonly Problem[];
  /** Sentences on what was taken for granted. */
  readonly doubts: readonly string[];
  readonly recognised: {
    /** `delimited text`, `camt.053.001.08`, `MT940`, … */
    readonly format: string;
    readonly encoding: string;
    /** Empty in formats that have none. */
    readonly delimiter: string;
    readonly headLine: number | undefined;
    /** What each column was taken for, by its heading. */
    readonly columns: Readonly<Record<string, string>>;
    readonly dateOrder: string | undefined;
    readonly convention: string | undefined;
    /** What was taken for the signs that the file does not write, where no balance proves it: settled by `amounts`. */
    readonly unsigned: Unsigned | undefined;
    /** Undefined where the file has no balances, or none that can be held against its rows. */
    readonly balanceCount: BalanceCount | undefined;
  };
}
