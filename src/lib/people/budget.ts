/** One person's months: what came in, was spent and was put aside. */
import {money} from "../format.js";
import {middleOf} from "../middle.js";
import {type MonthLists, type MonthRow, monthRows} from "../month.js";
import {someOf} from "../words.js";

const columns = [
  "income_eur",
  "fixed_eur",
  "discretionary_eur",
  "saved_eur",
  "household_eur",
  "rent_eur",
  "spending_eur",
] as const;

type BudgetColumn = (typeof columns)[number];

/** A row of `person-months`: a list has a value a month, from `first_month` on. */
export type PersonLists = {readonly user_id: string} & MonthLists<BudgetColumn>;

export type PersonMonth = MonthRow<BudgetColumn>;

/** The months of one person, oldest first; none, where the person is not there. */
export function monthsOf(row: PersonLists | undefined): PersonMonth[] {
  return row ? monthRows(row, columns) : [];
}

/** In how many of the months a person spent more than came in; of who is no main customer, what the median month cost here. */
export function personFinding(
  name: string,
  months: readonly PersonMonth[],
  isMain: boolean,
): string {
  if (months.length === 0) return `${name} has no complete month here yet`;
  if (!isMain) {
    const typical = middleOf(months.map(({spending_eur}) => spending_eur));
    if (typical <= 0) return `${name} spends nothing from here in most months`;
    return `${name} spends ${money(typical)} from here in the median month`;
  }
  const over = months.filter((row) => row.spending_eur > row.income_eur).length;
  if (over === 0)
    return `${name} stayed within the income${months.length === 1 ? "" : " in every month"}`;
  if (months.length === 1) return `${name} spent more than came in`;
  return `${name} overspent in ${someOf(over, months.length, "month")}`;
}
