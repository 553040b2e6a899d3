/**
 * All that the page knows of the files, from the files and what the person decided. It is made anew after each decision, so
 * that no figure can be of another state than its neighbour; what takes long, the reading, is kept by file.
 */
import type {PersonAccount} from "../../lib/balances/personRow.js";
import type {CategoryName} from "../../lib/bank/categories.js";
import {type Classified, classifyPayments, type Setup} from "../../lib/classify/classify.js";
import type {Correction} from "../../lib/classify/model.js";
import {parseRules} from "../../lib/classify/parseRules.js";
import type {OwnAccount, Payment} from "../../lib/classify/payment.js";
import {shippedRules} from "../../lib/classify/shipped/shippedRules.js";
import {type AccountLine, ownAccount as accountOf, guessedKind} from "./accounts.js";
import {accountsAhead, type OwnContract} from "./ahead.js";
import {type BalanceCheck, checkedFile, gapChecks, type Span} from "./balanceChecks.js";
import {type FileLine, fileLine} from "./fileLine.js";
import {brokerCategories, type LedgerRow, ledgerRow} from "./ledger.js";
import {type OwnMonth, type OwnSpending, ownMonths, ownSpending} from "./months.js";
import type {NamedFile, OwnFile} from "./ownFile.js";
import {type MergedPayments, mergedPayments} from "./payments.js";
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

/** The setup of the classifier and what it classifies: also what a correction is tried on. */
export interface Material {
  readonly merged: MergedPayments;
  readonly payments: readonly Payment[];
  readonly setup: Setup;
  readonly kinds: ReadonlyMap<string, AccountKind>;
}

const shipped = shippedRules();

/** The payments of these files, and how they are classified under these settings. */
export function materialOf(files: readonly NamedFile[], settings: Settings): Material {
  const read = readFiles(files);
  const merged = mergedPayments(read.map(({file}) => file.statement));
  const names = [...new Set(merged.payments.map(({account}) => account))];
  const kinds = new Map<string, AccountKind>();
  const accounts = names.map((account): OwnAccount => {
    const own = read.filter(({file}) => file.statement.rows.some((row) => row.account === account));
    const statements = own.map(({file}) => file.statement);
    const kind =
      settings.kinds[account] ??
      guessedKind(
        account,
        own.map(({name, file}) => ({name, statement: file.statement})),
      );
    kinds.set(account, kind);
    return accountOf(account, kind, statements);
  });
  return {
    merged,
    payments: merged.payments,
    setup: {
      rules: parseRules(settings.rules, rulesName),
      shipped,
      accounts,
      corrections: correctionsOf(settings.corrections, merged.payments),
    },
    kinds,
  };
}

/** The corrections of payments that are there. */
export function correctionsOf(
  corrections: Readonly<Record<string, CategoryName>>,
  payments: readonly Payment[],
): Correction[] {
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  return Object.entries(corrections).flatMap(([id, category]) => {
    const payment = byId.get(id);
    return payment ? [{payment, category}] : [];
  });
}

/** What the page shows of these files. */
export function analysisOf(files: readonly NamedFile[], settings: Settings): Analysis {
  const read = readFiles(files);
  const statements = read.map(({file}) => file.statement);
  const {merged, payments, setup, kinds} = materialOf(files, settings);
  const told = brokerCategories(statements);
  const classified = classifyPayments(payments, setup);
  const rows = classified.map((one, at) =>
    ledgerRow(one, told.get(merged.rows[at]!), settings.rates),
  );
  const checked = read.map(({name, file}) => checkedFile(name, file.statement));
  const spans = checked.flatMap(({spans}) => spans);
  const months = ownMonths(rows, kinds);
  const accounts = accountLines(kinds, spans, payments, settings);
  const added = new Map(read.map(({id}, at) => [id, merged.added[at]!]));
  const lines = files.map((file) => fileLine(file, added.get(file.id) ?? 0, kinds));
  return {
    files: lines,
    accounts,
    rateless: ratelessIn(payments, settings.rates),
    rows,
    months,
    spending: ownSpending(rows, kinds, months),
    ...accountsAhead(inSettings(classified, rows), accounts),
    positions: positionsOf(statements),
    checks: [...checked.flatMap(({checks}) => checks), ...gapChecks(spans)],
  };
}

/** Classified payments in euro cents, without those that have no rate. */
function inSettings(classified: readonly Classified[], rows: readonly LedgerRow[]): Classified[] {
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
  kinds: Material["kinds"],
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
