/** A row of a statement as the legs that are to be booked. */
import {type CategoryName, categories} from "../../src/lib/bank/categories.js";
import {type Channel, tableNamed} from "../../src/lib/bank/schema.js";
import {categoryBetween} from "../../src/lib/classify/accountRules.js";
import type {Classified} from "../../src/lib/classify/classified.js";
import {plainIban} from "../../src/lib/classify/payment.js";
import {parseDay, secondsPerDay} from "../../src/lib/day.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import type {BankAccount, BankView, Party} from "./bankView.js";
import type {NewParty, PartyBook} from "./parties.js";
import {channelOf, insidePurposes, outsidePurpose, partyKind} from "./purpose.js";

export interface PlannedLeg {
  readonly account: string;
  /** Seconds since 1970. */
  readonly at: number;
  readonly amountCents: number;
  readonly channel: Channel;
  readonly category: CategoryName;
  readonly party: Party | NewParty | undefined;
  /** The inside account on the other side, which has the next leg or the one before. */
  readonly counterAccount: string | undefined;
  readonly description: string;
}

export interface PlannedRow {
  /** One, or one for each part of a split; of a payment inside the bank two, the payer's first. */
  readonly legs: readonly PlannedLeg[];
  readonly doubt?: string;
}

/**
 * Statements have days, the bank has instants. Banks book what comes in before what goes out, so that pay covers the rent
 * of its day.
 */
const moneyInAt = 7 * 3600;
const moneyOutAt = 19 * 3600;

/** When a row is booked. */
export function instantOf({date}: StatementRow, amountCents: number): number {
  return parseDay(date) * secondsPerDay + (amountCents > 0 ? moneyInAt : moneyOutAt);
}

/** The account of the bank on the other side of a row; undefined where that is outside. */
export function insideAccount(
  row: StatementRow,
  {transferTo}: Pick<Classified, "transferTo">,
  {account, accounts, byIban}: BankView,
): BankAccount | undefined {
  const named = transferTo === undefined ? undefined : accounts.get(transferTo);
  const other = named ?? byIban.get(plainIban(row.counterpartyAccount));
  return other?.id === account.id ? undefined : other;
}

/** The legs of a payment inside the bank. */
export function insideLegs(
  row: StatementRow,
  classified: Classified,
  account: BankAccount,
  other: BankAccount,
): PlannedRow {
  const {amountCents} = classified.payment;
  const [payer, payee] = amountCents < 0 ? [account, other] : [other, account];
  const isOwn = payer.userId === payee.userId;
  const own = ownCategory(payer, payee);
  const [paid, received] = isOwn ? [own, own] : insidePurposes(classified.category, payer, payee);
  const common = {
    at: instantOf(row, amountCents),
    channel: isOwn ? ("book" as const) : channelOf(row, paid),
    party: undefined,
    description: descriptionOf(row, received),
  };
  const size = Math.abs(amountCents);
  return {
    legs: [
      {...common, account: payer.id, counterAccount: payee.id, amountCents: -size, category: paid},
      {
        ...common,
        account: payee.id,
        counterAccount: payer.id,
        amountCents: size,
        category: received,
      },
    ],
  };
}

/** Companies have no household, and no brokerage. */
function ownCategory(payer: BankAccount, payee: BankAccount): CategoryName {
  return payer.ownerKind === "company" ? "saving" : categoryBetween(payer.kind, payee.kind);
}

/** The legs of a payment across the border of the bank: one for each part where a rule splits it. */
export function borderLegs(
  row: StatementRow,
  classified: Classified,
  account: BankAccount,
  book: PartyBook,
): PlannedRow {
  const {parts, payment} = classified;
  const pieces = parts.filter(({amountCents}) => amountCents !== 0);
  const whole = {category: classified.category, amountCents: payment.amountCents};
  const sums = pieces.length > 0 ? pieces : [whole];
  const purposes = sums.map((piece) => outsidePurpose(piece.category, classified, account));
  const doubt = purposes.find((purpose) => purpose.doubt !== undefined)?.doubt;
  return {
    legs: sums.map((piece, at) => {
      const {category} = purposes[at]!;
      return {
        account: account.id,
        at: instantOf(row, payment.amountCents),
        amountCents: piece.amountCents,
        channel: channelOf(row, category),
        category,
        party: book.find(partyOf(row, classified, category, account)),
        counterAccount: undefined,
        description: descriptionOf(row, category),
      };
    }),
    ...(doubt === undefined ? {} : {doubt}),
  };
}

function partyOf(
  row: StatementRow,
  {payee}: Classified,
  category: CategoryName,
  account: BankAccount,
): NewParty {
  const kind = partyKind(category);
  const country = countryOf(row) ?? account.country;
  if (kind === "cash") return {kind, name: "Cash machine", country};
  // as the simulation calls it, and so that the site does not publish the holder's name
  if (category === "household") return {kind, name: `Own account elsewhere, ${country}`, country};
  const name = fitted("counterparties", "name", payee || row.counterparty || row.description);
  return {kind, name: name || `Not named, ${kind}`, country};
}

/** Of the other side's account number. */
function countryOf({counterpartyAccount}: StatementRow): string | undefined {
  return /^([A-Z]{2})\d{2}[A-Z0-9]{10,}$/.exec(plainIban(counterpartyAccount))?.[1];
}

function descriptionOf({counterparty, description}: StatementRow, category: CategoryName): string {
  const text = fitted("transactions", "description", description || counterparty);
  return text || categories[category].label;
}

/** A text as long as its column allows, in characters. */
function fitted(table: "transactions" | "counterparties", name: string, text: string): string {
  const {length} = tableNamed(table).columns.find((column) => column.name === name)!;
  return [...text.replaceAll("\0", "").trim()].slice(0, length).join("");
}
