/** The statements of one person as files of several banks: each kind of account in a layout of its own. */
import type {OwnAccount} from "../../src/lib/classify/payment.js";
import {csvText} from "../../src/lib/csvText.js";
import {formatEur} from "../../src/lib/money.js";
import type {Queries} from "./bank.js";
import {type PersonStatements, statementsOf} from "./statements.js";

export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

interface TradeLine {
  readonly day: string;
  readonly symbol: string;
  readonly side: string;
  readonly quantity: number;
  readonly price: number;
  readonly fee_eur: number;
  readonly currency: string;
}

type Booking = PersonStatements["payments"][number]["payment"];

/**
 * A person whose life this bank sees whole, with trades, savings and a salary; where nobody has all of it, with the first of
 * them.
 */
const chosen = `
  select individuals.user_id
  from bank.individuals
  order by
    user_id in (select user_id from bank.person_relations where relation = 'main') desc,
    user_id in (
      select accounts.user_id from bank.trades join bank.accounts on accounts.account_id = trades.account_id
      group by accounts.user_id having count(*) >= 6
    ) desc,
    user_id in (select user_id from bank.accounts where kind = 'savings') desc,
    user_id in (
      select user_id from bank.person_months where salary_eur > 0 group by user_id having count(*) >= 6
    ) desc,
    user_id
  limit 1`;

/** The files of one person; none where nobody banks here. */
export async function sampleFiles(bank: Pick<Queries, "query">): Promise<SampleFile[]> {
  const [person] = await statementsOf(bank, 1, chosen);
  if (!person) return [];
  const openings = await bank.query<{account_id: string; opening_eur: number}>(
    `select account_id, opening_balance_eur as opening_eur from bank.accounts
     where user_id = '${person.userId}' order by account_id`,
  );
  const opening = new Map(
    openings.map((row) => [row.account_id, Math.round(row.opening_eur * 100)]),
  );
  const files = await Promise.all(
    person.accounts.map(async (account) => {
      const own = person.payments
        .map(({payment}) => payment)
        .filter((payment) => payment.account === account.account);
      const before = opening.get(account.account) ?? 0;
      if (account.kind !== "brokerage" && own.length === 0) return [];
      if (account.kind === "checking") return checkingFiles(account, own, before);
      if (account.kind === "savings") return [savingsFile(account, own, before)];
      return brokerFiles(bank, account);
    }),
  );
  return files.flat();
}

/** Two files of a bank that writes semicolons and decimal commas; the second begins a month before the first ends. */
function checkingFiles(
  {iban, holder}: OwnAccount,
  payments: readonly Booking[],
  openingCents: number,
): SampleFile[] {
  const months = [...new Set(payments.map(({date}) => date.slice(0, 7)))].sort();
  const middle = months[Math.floor(months.length / 2)] ?? "";
  const parts = [
    {name: "checking-account-1.csv", isIn: (date: string) => date.slice(0, 7) <= middle},
    {name: "checking-account-2.csv", isIn: (date: string) => date.slice(0, 7) >= middle},
  ];
  return parts.map(({name, isIn}) => {
    const own = payments.filter(({date}) => isIn(date));
    const earlier = payments.slice(0, payments.indexOf(own[0]!));
    const start = openingCents + sumOf(earlier);
    const head = [
      `IBAN;${iban ?? ""}`,
      `Kontoinhaber;${quoted(holder ?? "")}`,
      `Anfangssaldo;${comma(start)} EUR`,
      `Endsaldo;${comma(start + sumOf(own))} EUR`,
      "",
      "Buchungstag;Empfänger;Verwendungszweck;IBAN Empfänger;Betrag;Währung;Saldo",
    ];
    let balance = start;
    const rows = own.map(({date, counterparty, description, counterpartyIban, amountCents}) => {
      balance += amountCents;
      const [year, month, day] = date.split("-");
      const texts = [counterparty, description, counterpartyIban ?? ""].map(quoted).join(";");
      return `${day}.${month}.${year};${texts};${comma(amountCents)};EUR;${comma(balance)}`;
    });
    return {name, text: `${[...head, ...rows].join("\n")}\n`};
  });
}

/** One of a bank that writes commas and decimal points. */
function savingsFile(
  {account}: OwnAccount,
  payments: readonly Booking[],
  openingCents: number,
): SampleFile {
  let balance = openingCents;
  const rows = payments.map(({date, counterparty, description, amountCents}) => {
    balance += amountCents;
    return {
      Date: date,
      "Account number": account,
      Payee: counterparty,
      Description: description,
      "Amount (EUR)": formatEur(amountCents),
      "Balance (EUR)": formatEur(balance),
    };
  });
  return {name: "savings-account.csv", text: csvText(rows, Object.keys(rows[0]!))};
}

async function brokerFiles(
  {query}: Pick<Queries, "query">,
  {account}: OwnAccount,
): Promise<SampleFile[]> {
  const trades = await query<TradeLine>(`
    select
      strftime(trades.executed_at, '%Y-%m-%d') as day, trades.symbol, trades.side, trades.quantity,
      trades.price, trades.fee_eur, instruments.currency
    from bank.trades
    join bank.instruments on instruments.symbol = trades.symbol
    where trades.account_id = '${account}'
    order by trades.executed_at, trades.trade_id`);
  const rows = trades.map(({day, symbol, side, quantity, price, fee_eur, currency}) => ({
    Date: day,
    Type: side,
    Symbol: symbol,
    Quantity: String(quantity),
    Price: String(price),
    Fee: String(fee_eur),
    Currency: currency,
  }));
  return rows.length === 0
    ? []
    : [{name: "broker.csv", text: csvText(rows, Object.keys(rows[0]!))}];
}

const sumOf = (payments: readonly Booking[]): number =>
  payments.reduce((sum, {amountCents}) => sum + amountCents, 0);

const comma = (cents: number): string => formatEur(cents).replace(".", ",");

const quoted = (text: string): string =>
  /[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
