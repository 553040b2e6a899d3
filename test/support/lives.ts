import {parseEur} from "../../src/lib/money.js";
import {mainCustomersOf} from "./mainCustomers.js";
import {middle, statementOf} from "./statement.js";

/** One person's months in cents, by position; undefined where no account is open yet, or any more. */
export interface Life {
  readonly id: string;
  readonly isMain: boolean;
  readonly birthYear: number;
  readonly population: number;
  /** The position of the month in which the accounts close. */
  readonly closesAt: number | undefined;
  readonly income: readonly number[];
  readonly salary: readonly number[];
  /** The salary without what is paid beside it. */
  readonly regular: readonly number[];
  readonly saving: readonly number[];
  readonly discretionary: readonly number[];
  readonly spending: readonly number[];
  /** Who pays the salary. */
  readonly payer: readonly (string | undefined)[];
  /** On checking and savings, and on savings alone, at the end of the month. */
  readonly liquid: readonly (number | undefined)[];
  readonly savings: readonly (number | undefined)[];
  readonly savingsOpening: number;
  readonly goals: readonly {id: string; target: number; due: string}[];
}

/** The lives of a bank's people, read from its CSV files without SQL, in the order of their ids. */
export function livesOf(folder: string): {lives: Life[]; months: readonly string[]} {
  const statement = statementOf(folder);
  const {months, legs, rows} = statement;
  const main = mainCustomersOf(statement);
  const monthOf = (day: string) => months.indexOf(`${day.slice(0, 7)}-01`);
  const counterparties = rows("transactions").map((row) => row.counterparty_id!);
  const owners = new Map(rows("accounts").map((row) => [row.account_id!, row.user_id!]));
  const cityOf = new Map(rows("users").map((row) => [row.user_id, row.city]));
  const populations = new Map(rows("cities").map((row) => [row.city, Number(row.population)]));
  const zeros = () => months.map(() => 0);
  const lives = new Map(
    rows("individuals").map((row) => [
      row.user_id!,
      {
        id: row.user_id!,
        isMain: main.has(row.user_id!),
        birthYear: Number(row.birth_year),
        population: populations.get(cityOf.get(row.user_id!)) ?? 0,
        closesAt: undefined as number | undefined,
        income: zeros(),
        salary: zeros(),
        regular: zeros(),
        saving: zeros(),
        discretionary: zeros(),
        spending: zeros(),
        payer: months.map(() => undefined as string | undefined),
        liquid: months.map(() => undefined as number | undefined),
        savings: months.map(() => undefined as number | undefined),
        savingsOpening: 0,
        goals: [] as {id: string; target: number; due: string}[],
      },
    ]),
  );
  const nets = new Map<string, number[]>();
  legs.forEach((leg, place) => {
    const own = nets.get(leg.account) ?? zeros();
    nets.set(leg.account, own);
    const at = months.indexOf(leg.month);
    own[at]! += leg.cents;
    const life = lives.get(leg.owner);
    if (!life) return;
    if (leg.group === "income") life.income[at]! += leg.cents;
    if (leg.category === "salary") {
      life.salary[at]! += leg.cents;
      life.payer[at] = leg.otherOwner ?? counterparties[place];
    }
    if (leg.category === "saving" && leg.accountKind === "savings") life.saving[at]! += leg.cents;
    if (leg.group === "discretionary") life.discretionary[at]! -= leg.cents;
    if (["fixed", "discretionary"].includes(leg.group)) life.spending[at]! -= leg.cents;
  });
  for (const account of rows("accounts")) {
    const life = lives.get(owners.get(account.account_id!)!);
    if (!life) continue;
    const opening = parseEur(account.opening_balance_eur!);
    const closed = account.closed_on ? monthOf(account.closed_on) : undefined;
    if (account.kind === "checking" && closed !== undefined) life.closesAt = closed;
    if (account.kind === "savings") life.savingsOpening = opening;
    if (account.kind === "brokerage") continue;
    let balance = opening;
    for (let at = Math.max(0, monthOf(account.opened_on!)); at < months.length; at++) {
      if (closed !== undefined && at > closed) break;
      balance += nets.get(account.account_id!)?.[at] ?? 0;
      life.liquid[at] = (life.liquid[at] ?? 0) + balance;
      if (account.kind === "savings") life.savings[at] = balance;
    }
  }
  for (const goal of rows("savings_goals"))
    lives.get(goal.user_id!)?.goals.push({
      id: goal.goal_id!,
      target: parseEur(goal.target_eur!),
      due: goal.due_on!,
    });
  for (const life of lives.values())
    life.salary.forEach((pay, at) => {
      const around = [-3, -2, -1, 0, 1, 2, 3].flatMap((step) =>
        pay > 0 && life.payer[at + step] === life.payer[at] ? life.salary[at + step]! : [],
      );
      const usual = around.length > 0 ? middle(around) : 0;
      life.regular[at] = pay > 1.25 * usual ? Math.round(usual) : pay;
    });
  const banked = new Set(rows("accounts").map((row) => row.user_id!));
  return {lives: [...lives.values()].filter(({id}) => banked.has(id)), months};
}
