/**
 * What a row of a statement is booked as: the category that its account may have and the rules of the bank allow, the
 * kind of the outside party and the channel. All as the simulation books such payments (`scripts/seed/themes/`).
 */
import {type CategoryName, categories} from "../../src/lib/bank/categories.js";
import type {Channel} from "../../src/lib/bank/schema.js";
import type {Classified} from "../../src/lib/classify/classified.js";
import {foldedText} from "../../src/lib/foldedText.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import type {BankAccount} from "./bankView.js";

export interface Purpose {
  readonly category: CategoryName;
  /** What was taken for granted about it. */
  readonly doubt?: string;
}

/** A guess that is less certain says nothing. */
const leastCertainty = 0.5;

/** The category of a payment to or from somebody outside. */
export function outsidePurpose(
  category: CategoryName | undefined,
  {by, certainty, why, payment: {amountCents}}: Classified,
  {ownerKind}: BankAccount,
): Purpose {
  const isCompany = ownerKind === "company";
  const unknown = isCompany ? (amountCents > 0 ? "invoice" : "vendor") : "peer";
  const instead = (doubt: string): Purpose => ({category: unknown, doubt});
  if (category === undefined || (by === "guess" && certainty < leastCertainty))
    return instead("no rule knows it");
  const {label, owner} = categories[category];
  if (owner !== "both" && (owner === "company") !== isCompany)
    return instead(`${label} is nothing that ${isCompany ? "companies" : "people"} have here`);
  if (category === "salary" && amountCents < 0) return instead(`${label} is money in`);
  if (category === "payroll") return instead(`${label} is paid to accounts of the bank only`);
  const isOwn = ["saving", "brokerage_funding", "trade"].includes(category);
  const booked = isOwn && !isCompany ? "household" : category;
  if (by !== "guess") return {category: booked};
  return {category: booked, doubt: `guessed, ${Math.round(certainty * 100)}% certain: ${why}`};
}

/** The categories of the two sides of a payment between people and companies of the bank, the payer's first. */
export function insidePurposes(
  category: CategoryName | undefined,
  payer: BankAccount,
  payee: BankAccount,
): readonly [CategoryName, CategoryName] {
  const isPay = category === "salary" || category === "payroll";
  if (payer.ownerKind === "company") {
    if (payee.ownerKind === "company") return ["vendor", "invoice"];
    return isPay ? ["payroll", "salary"] : ["vendor", "peer"];
  }
  if (payee.ownerKind === "individual") return ["peer", "peer"];
  const isSpent =
    category !== undefined &&
    categories[category].owner !== "company" &&
    ["fixed", "discretionary"].includes(categories[category].group);
  return [isSpent ? category : "peer", "invoice"];
}

/** Whom the simulation pays so, and how, where the statement does not say how. */
const ways = {
  salary: ["employer", "credit_transfer"],
  pension: ["authority", "credit_transfer"],
  benefit: ["authority", "credit_transfer"],
  rent: ["landlord", "credit_transfer"],
  mortgage: ["lender", "direct_debit"],
  utilities: ["utility", "direct_debit"],
  communications: ["telecom", "direct_debit"],
  insurance: ["insurer", "direct_debit"],
  subscriptions: ["merchant", "card"],
  education: ["school", "direct_debit"],
  groceries: ["merchant", "card"],
  alcohol_tobacco: ["merchant", "card"],
  restaurants: ["merchant", "card"],
  travel: ["merchant", "card"],
  transport: ["merchant", "card"],
  recreation: ["merchant", "card"],
  clothing: ["merchant", "card"],
  health: ["merchant", "card"],
  furnishings: ["merchant", "card"],
  personal_care: ["merchant", "card"],
  cash: ["cash", "cash"],
  peer: ["person", "credit_transfer"],
  household: ["bank", "credit_transfer"],
  saving: ["bank", "credit_transfer"],
  brokerage_funding: ["bank", "credit_transfer"],
  trade: ["bank", "credit_transfer"],
  dividend: ["market", "book"],
  fee: ["bank", "book"],
  interest: ["bank", "book"],
  income_tax: ["authority", "credit_transfer"],
  card_sales: ["acquirer", "credit_transfer"],
  invoice: ["customer", "credit_transfer"],
  vendor: ["supplier", "credit_transfer"],
  premises: ["landlord", "credit_transfer"],
  marketing: ["supplier", "credit_transfer"],
  equipment: ["supplier", "credit_transfer"],
  payroll: ["employer", "credit_transfer"],
  social_contributions: ["authority", "credit_transfer"],
  vat: ["authority", "credit_transfer"],
  corporate_tax: ["authority", "credit_transfer"],
  financing: ["investor", "credit_transfer"],
} as const satisfies Record<CategoryName, readonly [kind: string, channel: Channel]>;

/** The kind of party that such a payment goes to or comes from. */
export function partyKind(category: CategoryName): string {
  return ways[category][0];
}

/** The words of banks for a way of paying, folded. */
const wayWords: readonly (readonly [Channel, RegExp])[] = [
  ["cash", /\b(geldautomat|bargeld\w*|atm|cash ?withdrawal|retrait|cajero|prelievo|geldopname)\b/],
  [
    "direct_debit",
    /lastschrift|direct debit|prelevement|\brecibo\b|adeudo|addebito|incasso|\bsdd\b|autogiro|inkaso/,
  ],
  [
    "card",
    /karten?zahlung|\b(girocard|debitkarte|kreditkarte|card|visa|mastercard|maestro|pos|carte|tarjeta|carta|betaalautomaat|kortkop|korttiosto)\b/,
  ],
  ["e_money", /\bpaypal\b/],
  [
    "credit_transfer",
    /uberweisung|dauerauftrag|gutschrift|\b(transfer|virement|transferencia|bonifico|overboeking|przelew|tilisiirto|overforing|standing order)\b/,
  ],
];

/** How a row was paid: as the bank calls it, else as such payments are made. */
export function channelOf(row: StatementRow, category: CategoryName): Channel {
  const usual = ways[category][1];
  if (usual === "book" || usual === "cash") return usual;
  const text = foldedText(`${row.category} ${row.description}`);
  const said = wayWords.find(([, words]) => words.test(text))?.[0] ?? usual;
  return said === "cash" ? usual : said;
}
