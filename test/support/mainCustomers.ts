import type {Statement} from "./statement.js";

const nonCash = new Set(["card", "credit_transfer", "direct_debit", "e_money"]);

/**
 * The ids of the main customers of a bank whose months are all complete, worked out without SQL: an income in at least two
 * of three of the last twelve months in which they have an account, and fifteen non-cash payments a month to others.
 */
export function mainCustomersOf({legs, months, rows}: Statement): Set<string> {
  const window = months.slice(-12);
  const open = new Map<string, Set<string>>();
  for (const account of rows("accounts")) {
    const own = open.get(account.user_id!) ?? new Set();
    const [from, to] = [account.opened_on!.slice(0, 7), account.closed_on?.slice(0, 7) ?? ""];
    for (const month of window)
      if (month.slice(0, 7) >= from && (to === "" || month.slice(0, 7) <= to)) own.add(month);
    open.set(account.user_id!, own);
  }
  const payments = new Map<string, number>();
  const income = new Map<string, number>();
  for (const leg of legs) {
    if (!window.includes(leg.month)) continue;
    if (leg.cents < 0 && nonCash.has(leg.channel) && leg.otherOwner !== leg.owner)
      payments.set(leg.owner, (payments.get(leg.owner) ?? 0) + 1);
    const key = `${leg.owner} ${leg.month}`;
    if (leg.group === "income") income.set(key, (income.get(key) ?? 0) + leg.cents);
  }
  const isMain = (id: string, own: ReadonlySet<string>) => {
    const paid = [...own].filter((month) => (income.get(`${id} ${month}`) ?? 0) > 0).length;
    return own.size > 0 && (payments.get(id) ?? 0) >= 15 * own.size && 3 * paid >= 2 * own.size;
  };
  return new Set(
    [...open].flatMap(([id, own]) => (id.startsWith("ind-") && isMain(id, own) ? id : [])),
  );
}
