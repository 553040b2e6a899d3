import type {Life} from "./lives.js";

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
export const mean = (values: readonly number[]) => sum(values) / values.length;

/** What the savings page counts of a life, worked out without SQL, in a bank of so many complete months. */
export function saving(monthCount: number) {
  const last = monthCount - 1;
  const stays = (life: Life, at = last) => life.closesAt === undefined || life.closesAt > at;
  /** The positions of the last twelve months in which a person is here. */
  const ownWindow = ({liquid}: Life, to = last) =>
    Array.from({length: 12}, (_, back) => to - 11 + back).filter((at) => liquid[at] !== undefined);
  const over = (life: Life, part: "income" | "salary" | "saving" | "spending", to = last) =>
    sum(ownWindow(life, to).map((at) => life[part][at] ?? 0));
  /** In at least half of the months. */
  const hasSalary = (life: Life) => {
    const own = ownWindow(life);
    return 2 * own.filter((at) => (life.salary[at] ?? 0) > 0).length >= own.length;
  };
  /** Months covered; undefined for who is no main customer, not here, or new. */
  const covered = (life: Life, to = last): number | undefined => {
    const own = ownWindow(life, to);
    const usual = over(life, "spending", to) / own.length;
    if (!life.isMain || !stays(life, to) || own.length < 3 || usual <= 0) return undefined;
    return Math.max(0, life.liquid[to]!) / usual;
  };
  return {last, stays, ownWindow, over, hasSalary, covered};
}
