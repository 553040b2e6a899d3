/** What a person's home says: their accounts, and what was in them month after month. */
import {asDate, dayText, money, moneyExact, monthText, type Time} from "../../lib/format.js";
import {centsFromEur} from "../../lib/money.js";
import {monthRows} from "../../lib/month.js";
import {changeOf, list, plural} from "../../lib/words.js";

const accountKinds = ["checking", "savings", "brokerage"] as const;

export type AccountKind = (typeof accountKinds)[number];

/** A row of `person-accounts`: a value per account, and a value per complete month from `first_month` on. */
export interface PersonHome {
  readonly user_id: string;
  readonly kind: readonly AccountKind[];
  readonly opened_on: readonly Time[];
  readonly overdraft_limit_eur: readonly number[];
  readonly balance_eur: readonly number[];
  readonly first_month: Time;
  readonly checking_eur: readonly (number | null)[];
  readonly savings_eur: readonly (number | null)[];
  readonly brokerage_eur: readonly (number | null)[];
}

export interface PersonAccount {
  readonly kind: AccountKind;
  readonly balance_eur: number;
  readonly overdraft_limit_eur: number;
  readonly opened_on: Time;
}

/** The open accounts of a person, checking first; none for nobody. */
export function accountsOf(home: PersonHome | undefined): PersonAccount[] {
  const accounts = (home?.kind ?? []).map((kind, at) => ({
    kind,
    balance_eur: home!.balance_eur[at]!,
    overdraft_limit_eur: home!.overdraft_limit_eur[at]!,
    opened_on: home!.opened_on[at],
  }));
  const place = ({kind}: PersonAccount) => accountKinds.indexOf(kind);
  return accounts.sort((a, b) => place(a) - place(b));
}

export interface BalancePoint {
  readonly month: Date;
  readonly account_kind: AccountKind;
  readonly balance_eur: number;
}

/** The balances at the end of each month, one row an account kind that was there then. */
export function balancePoints(home: PersonHome | undefined): BalancePoint[] {
  if (!home) return [];
  return accountKinds.flatMap((account_kind) =>
    monthRows(home, [`${account_kind}_eur`]).flatMap(({month, ...balances}) => {
      const [balance_eur = null] = Object.values(balances);
      return balance_eur === null ? [] : [{month, account_kind, balance_eur}];
    }),
  );
}

export interface BalanceLine extends Omit<BalancePoint, "account_kind"> {
  readonly account_kind: AccountKind | "together";
}

/** The same with a line of all accounts together, where there is more than one kind to add up. */
export function balanceLines(home: PersonHome | undefined): BalanceLine[] {
  const points = balancePoints(home);
  if (new Set(points.map(({account_kind}) => account_kind)).size < 2) return points;
  const sums = balanceMonths(home).map((row) => ({...row, account_kind: "together" as const}));
  return [
    ...points,
    ...sums.map(({month, account_kind, balance_eur}) => ({month, account_kind, balance_eur})),
  ];
}

export interface BalanceMonth {
  readonly month: Date;
  readonly balance_eur: number;
}

/** What was in all accounts together at the end of each month. */
export function balanceMonths(home: PersonHome | undefined): BalanceMonth[] {
  const cents = new Map<number, number>();
  for (const {month, balance_eur} of balancePoints(home)) {
    cents.set(Number(month), (cents.get(Number(month)) ?? 0) + centsFromEur(balance_eur));
  }
  return [...cents]
    .sort(([a], [b]) => a - b)
    .map(([month, sum]) => ({month: new Date(month), balance_eur: sum / 100}));
}

/** The opening of the page: what is there on the last day, kind by kind, so that the parts add up to the cent. */
export function homeText(name: string, home: PersonHome | undefined, lastDay: Time): string {
  const accounts = accountsOf(home);
  if (accounts.length === 0) return `${name} has no open account here.`;
  const sum = (rows: readonly PersonAccount[]) =>
    rows.reduce((cents, row) => cents + centsFromEur(row.balance_eur), 0) / 100;
  const held = sum(accounts);
  const on = plural(accounts.length, "account");
  const now =
    held < 0
      ? `On ${dayText(lastDay)} ${name} was ${moneyExact(-held)} overdrawn in ${on}`
      : `On ${dayText(lastDay)} ${name} had ${moneyExact(held)} in ${on}`;
  const kinds = accountKinds.filter((kind) => accounts.some((account) => account.kind === kind));
  const parts = kinds.map((kind) =>
    partText(kind, sum(accounts.filter((account) => account.kind === kind))),
  );
  if (parts.length > 1) return `${now}: ${list(parts)}.`;
  return kinds[0] === "checking" ? `${now} and had no savings account.` : `${now}: ${parts[0]}.`;
}

function partText(kind: AccountKind, eur: number): string {
  const place = {checking: "checking", savings: "savings", brokerage: "brokerage cash"};
  if (eur === 0) return `nothing in ${place[kind]}`;
  return eur < 0
    ? `an overdraft of ${moneyExact(-eur)} in ${place[kind]}`
    : `${moneyExact(eur)} in ${place[kind]}`;
}

/** How the balance of all accounts went over the months, and when it was lowest. */
export function balanceFinding(name: string, months: readonly BalanceMonth[]): string {
  const [first, last] = [months.at(0), months.at(-1)];
  if (!first || !last) return `${name} has no month to show here`;
  if (months.length === 1) return `${name} ended the month with ${money(last.balance_eur)}`;
  const change = changeOf(last.balance_eur, first.balance_eur);
  const low = months.reduce((least, row) => (row.balance_eur < least.balance_eur ? row : least));
  const below = months.filter(({balance_eur}) => balance_eur < 0).length;
  const {difference = 0} = change;
  const amount =
    change.direction === "same"
      ? "as much as"
      : `${money(Math.abs(difference))} ${difference > 0 ? "more" : "less"} than`;
  const head = `${name} has ${amount} in ${monthText(first.month)}`;
  if (below > 0) return `${head}; ${plural(below, "month")} ended below zero`;
  if (low === first) return head;
  return low === last
    ? `${head}, the least of all months`
    : `${head}; lowest in ${monthText(low.month)}`;
}

/** How many accounts are open, and since when the first. */
export function accountsFinding(name: string, accounts: readonly PersonAccount[]): string {
  const days = accounts.map(({opened_on}) => Number(asDate(opened_on)));
  if (accounts.length === 0) return `${name} has no open account here`;
  return `${name} has ${plural(accounts.length, "open account")}, ${accounts.length === 1 ? "" : "the first "}since ${dayText(new Date(Math.min(...days)))}`;
}
