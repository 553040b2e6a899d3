import {type CategoryName, categories} from "../../src/lib/bank/categories.js";
import type {Classified} from "../../src/lib/classify/classified.js";
import {classifyPayments} from "../../src/lib/classify/classify.js";
import type {Correction} from "../../src/lib/classify/model.js";
import {type OwnAccount, type Payment, plainIban} from "../../src/lib/classify/payment.js";
import type {Rule} from "../../src/lib/classify/rule.js";
import type {StatementRow} from "../../src/lib/statements/statement.js";
import type {BankAccount, BankView} from "./bankView.js";
import {centsOf} from "./rowAmount.js";

export interface Rules {
  readonly own: readonly Rule[];
  readonly shipped: readonly Rule[];
}

/** What the rows were for; the account's own bookings teach what no rule knows. */
export function classifyRows(
  rows: readonly StatementRow[],
  view: BankView,
  rules: Rules,
): Classified[] {
  const {account, accounts} = view;
  const payments = rows.map(
    (row, at): Payment => ({
      id: `row-${at}`,
      date: row.date,
      amountCents: centsOf(row)!,
      currency: "EUR",
      account: account.id,
      counterparty: row.counterparty,
      description: row.description,
      counterpartyIban: plainIban(row.counterpartyAccount),
    }),
  );
  const own = [...accounts.values()].filter(({userId}) => userId === account.userId);
  return classifyPayments(payments, {
    rules: rules.own,
    shipped: rules.shipped,
    corrections: correctionsOf(view),
    accounts: own.map(ownAccount),
  });
}

function ownAccount({id, kind, iban, holder}: BankAccount): OwnAccount {
  return {account: id, kind, iban, holder};
}

/** The newest bookings, as many as are learnt in some hundredths of a second. */
const mostLearnt = 1000;

function correctionsOf({legs, account}: BankView): Correction[] {
  return legs
    .filter((leg) => leg.account === account.id && leg.party !== "" && leg.category in categories)
    .slice(-mostLearnt)
    .map(({id, day, amountCents, party, description, category}) => ({
      category: category satisfies CategoryName,
      payment: {
        id: `booked-${id}`,
        date: day,
        amountCents,
        currency: "EUR",
        account: account.id,
        counterparty: party,
        description,
      },
    }));
}
