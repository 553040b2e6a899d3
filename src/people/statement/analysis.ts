/**
 * All that the page knows of the files, from the files and what the person decided. It is made as a whole after each
 * decision, so that no figure can be of another state than its neighbour; what follows from the files alone is kept.
 */
import type {PersonAccount} from "../../lib/balances/personRow.js";
import type {CategoryName} from "../../lib/bank/categories.js";
import type {Classified, Setup} from "../../lib/classify/classified.js";
import {Classifier} from "../../lib/classify/classify.js";
import type {Correction} from "../../lib/classify/model.js";
import {parseRules} from "../../lib/classify/parseRules.js";
import type {Payment} from "../../lib/classify/payment.js";
import {shippedRules} from "../../lib/classify/shipped/shippedRules.js";
import {latest} from "../../lib/latest.js";
import {type AccountLine, ownAccount as accountOf, guessedKind} from "./accounts.js";
import {accountsAhead, type Finders, type OwnContract} from "./ahead.js";
import {type BalanceCheck, checkedFile, type Span} from "./balanceChecks.js";
import {gapChecks} from "./fileGaps.js";
import {type FileLine, fileLine} from "./fileLine.js";
import {brokerCategories, isSpendingKind, Ledger, type LedgerRow} from "./ledger.js";
import {monthSums, type OwnMonth, type OwnSpending, ownMonths, ownSpending} from "./months.js";
import type {NamedFile, OwnFile} from "./ownFile.js";
import {mergedPayments} from "./payments.js";
import {type Position, positionsOf} from "./positions.js";
import {type AccountKind, rulesName, type Settings} from "./settings.js";

export interface Analysis {
  readonly files: readonly FileLine[];
  readonly accounts: readonly AccountLine[];
  /** Currencies of rows for which a rate is missing, with the count of those rows. */
  readonly rateless: readonly {readonly currency: string; readonly count: number}[];
  readonly rows: readonly LedgerRow[];
  readonly months: readonly OwnMonth[];
  readonly spending: OwnSpending | undefined;
  readonly contracts: readonly OwnContract[];
  /** The spending account with the most rows whose balance is known, with its contracts. */
  readonly ahead: PersonAccount | undefined;
  readonly positions: readonly Position[];
  readonly checks: readonly BalanceCheck[];
}

type Read = NamedFile & {readonly file: Extract<OwnFile, {kind: "statement"}>};

/** What a correction is tried on: the payments, the setup of the classifier, and the classifier, which knows both. */
export interface Material {
  /** By their ids. */
  readonly payments: ReadonlyMap<string, Payment>;
  readonly setup: Setup;
  readonly classifier: Classifier;
}

const shipped = shippedRules();

/** Works all out again after each decision; what a decision does not touch is kept, as long as it is of the same files. */
export class Analyst {
  readonly #brought = latest((...read: readonly Read[]) => broughtBy(read));
  readonly #rules = latest((text: string) => parseRules(text, rulesName));
  readonly #accounts = latest((brought: Brought, ...kinds: readonly AccountKind[]) =>
    brought.accounts.map(({account, files}, at) =>
      accountOf(
        account,
        kinds[at]!,
        files.map(({file}) => file.statement),
      ),
    ),
  );
  readonly #ledger = new Ledger();
  readonly #finders: Finders = new Map();

  material(files: readonly NamedFile[], settings: Settings): Material {
    const brought = this.#brought(...readFiles(files));
    const {payments, classifier} = brought;
    const setup = {
      rules: this.#rules(settings.rules),
      shipped,
      accounts: this.#accounts(brought, ...kindsOf(brought, settings).values()),
      corrections: correctionsOf(settings.corrections, payments),
    };
    return {payments, setup, classifier};
  }

  /** What the page shows of these files. */
  analysis(files: readonly NamedFile[], settings: Settings): Analysis {
    const brought = this.#brought(...readFiles(files));
    const {merged, told, checked, spans, added} = brought;
    const {setup, classifier} = this.material(files, settings);
    const {payments} = merged;
    const kinds = kindsOf(brought, settings);
    const classified = classifier.classify(setup);
    const rows = this.#ledger.rows(classified, (at) => told.get(merged.rows[at]!), settings.rates);
    const sums = monthSums(rows, kinds);
    const spending = spans.filter(({account}) => isSpendingKind(kinds.get(account)));
    const months = ownMonths(spending, sums);
    const accounts = accountLines(kinds, spans, payments, settings);
    return {
      files: files.map((file) => fileLine(file, added.get(file.id) ?? 0, kinds)),
      accounts,
      rateless: ratelessIn(payments, settings.rates),
      rows,
      months,
      spending: ownSpending(sums, months),
      ...accountsAhead(inSettings(classified, rows), accounts, this.#finders),
      positions: brought.positions,
      checks: [...checked.flatMap(({checks}) => checks), ...gapChecks(spans, spending)],
    };
  }
}

type Brought = ReturnType<typeof broughtBy>;

/** What the files say whatever is decided. */
function broughtBy(read: readonly Read[]) {
  const statements = read.map(({file}) => file.statement);
  const merged = mergedPayments(statements);
  const checked = read.map(({name, file}) => checkedFile(name, file.statement));
  return {
    merged,
    payments: new Map(merged.payments.map((payment) => [payment.id, payment])),
    classifier: new Classifier(merged.payments),
    accounts: [...new Set(merged.payments.map(({account}) => account))].map((account) => {
      const files = read.filter(({file}) =>
        file.statement.rows.some((row) => row.account === account),
      );
      const named = files.map(({name, file}) => ({name, statement: file.statement}));
      return {account, files, guessed: guessedKind(account, named)};
    }),
    told: brokerCategories(statements),
    checked,
    spans: checked.flatMap(({spans}) => spans),
    added: new Map(read.map(({id}, at) => [id, merged.added[at]!])),
    positions: positionsOf(statements),
  };
}

function kindsOf({accounts}: Brought, {kinds}: Settings): Map<string, AccountKind> {
  return new Map(accounts.map(({account, guessed}) => [account, kinds[account] ?? guessed]));
}

/** The corrections of payments that are there. */
export function correctionsOf(
  corrections: Readonly<Record<string, CategoryName>>,
  payments: ReadonlyMap<string, Payment>,
): Correction[] {
  return Object.entries(corrections).flatMap(([id, category]) => {
    const payment = payments.get(id);
    return payment ? [{payment, category}] : [];
  });
}

/** Classified payments in euro cents, without those that have no rate. */
function inSettings(
  classified: readonly Classified[],
  rows: readonly LedgerRow[],
): readonly Classified[] {
  const isAsItIs = ({payment, category}: Classified, at: number) =>
    payment.currency === "EUR" && (category ?? null) === rows[at]!.category;
  if (classified.every(isAsItIs)) return classified;
  return classified.flatMap((one, at) => {
    const {amount_eur, category} = rows[at]!;
    if (amount_eur === null) return [];
    const payment = {...one.payment, amountCents: Math.round(100 * amount_eur)};
    return [{...one, payment, ...(category ? {category} : {})}];
  });
}

function readFiles(files: readonly NamedFile[]): Read[] {
  return files.filter((file): file is Read => file.file.kind === "statement");
}

function accountLines(
  kinds: ReadonlyMap<string, AccountKind>,
  spans: readonly Span[],
  payments: readonly Payment[],
  {rates}: Settings,
): AccountLine[] {
  return [...kinds].map(([account, kind]) => {
    const own = spans.filter((span) => span.account === account);
    const last = own.toSorted((a, b) => b.last.localeCompare(a.last))[0]!;
    const currency = last.currency || "EUR";
    const rate = currency === "EUR" ? 1 : rates[currency];
    const balance = last.closingCents === undefined ? null : last.closingCents / 100;
    const days = payments.filter((payment) => payment.account === account);
    return {
      account,
      kind,
      currency,
      balance,
      balance_eur: balance === null || !rate ? null : Math.round((100 * balance) / rate) / 100,
      last: days.at(-1)?.date ?? last.last,
    };
  });
}

function ratelessIn(payments: readonly Payment[], rates: Settings["rates"]) {
  const counts = new Map<string, number>();
  for (const {currency} of payments)
    if (currency !== "EUR" && !(rates[currency]! > 0))
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].map(([currency, count]) => ({currency, count}));
}
