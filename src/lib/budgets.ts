/** What the budgets page says: the words above its figures, and the rows behind one person's. */
import {type CategoryName, categories} from "./categories.js";
import {money, month as monthText, percent, type Time} from "./format.js";
import {changeOf, list, moved, plural, sentence} from "./words.js";

export const budgetParts = ["income", "fixed", "discretionary", "saving", "household"] as const;

export type BudgetPart = (typeof budgetParts)[number];

/** What a part is called on a chart. */
export const partNames = {
  income: "Income",
  fixed: "Fixed",
  discretionary: "Discretionary",
  saving: "To savings",
  household: "Spent elsewhere",
} as const satisfies Record<BudgetPart, string>;

/** A row of `budget-months`: quartiles over people. */
export interface BudgetMonth {
  readonly month: Time;
  readonly part: BudgetPart;
  readonly low_eur: number;
  readonly median_eur: number;
  readonly high_eur: number;
  readonly person_count: number;
}

/** The medians of one part in order of months. */
export function mediansOf(rows: readonly BudgetMonth[], part: BudgetPart): number[] {
  return rows.filter((row) => row.part === part).map((row) => row.median_eur);
}

/** The rows of the parts that an income is divided into. */
export function usesOfIncome(rows: readonly BudgetMonth[]): BudgetMonth[] {
  return rows.filter((row) => row.part !== "income");
}

/** The opening of the page: the median person's last month. */
export function budgetText(rows: readonly BudgetMonth[]): string {
  const last = rows.at(-1)?.month;
  if (last === undefined)
    return "Nobody had an income in a complete month, so there is no budget to tell.";
  const medianOf = (part: BudgetPart) => money(mediansOf(rows, part).at(-1));
  return [
    `In ${monthText(last)} the median person had an income of ${medianOf("income")}.`,
    `At the median, ${medianOf("fixed")} of fixed costs and ${medianOf("discretionary")} of discretionary spending were paid from here, ${medianOf("saving")} went to savings, and ${medianOf("household")} to a household account at another bank.`,
  ].join(" ");
}

/** How the discretionary part went since the first month, and when it was highest. */
export function budgetFinding(rows: readonly BudgetMonth[]): string {
  const own = rows.filter((row) => row.part === "discretionary");
  const [first, last] = [own.at(0), own.at(-1)];
  if (!first || !last) return "No budgets to show";
  if (own.length === 1) return `The median person spent ${money(last.median_eur)} by choice`;
  const peak = own.reduce((most, row) => (row.median_eur > most.median_eur ? row : most));
  const change = changeOf(last.median_eur, first.median_eur);
  const peaked = `spending by choice peaked in ${monthText(peak.month)} at ${money(peak.median_eur)}`;
  if (change.direction === "same") return sentence(`${peaked} and ended where it began`);
  return sentence(`${peaked}; over the whole period it ${moved(change)}`);
}

/** A row of `budget-mix`. */
export interface MixRow {
  readonly category: CategoryName;
  readonly category_group: "fixed" | "discretionary";
  readonly spent_eur: number;
  readonly share: number;
  readonly payer_count: number;
  readonly month_count: number;
}

/** The largest categories and how much of all spending they are together. */
export function mixFinding(rows: readonly MixRow[]): string {
  const top = rows.slice(0, 3);
  if (top.length === 0) return "No spending to show";
  const names = top.map((row, rank) => {
    const {label} = categories[row.category];
    return rank === 0 ? label : label.toLowerCase();
  });
  const together = percent(top.reduce((sum, row) => sum + row.share, 0));
  return `${list(names)} ${top.length === 1 ? "takes" : "take"} ${together} of all spending`;
}

/** A row of `rent-to-income`. */
export interface RentBand {
  readonly band_from: number;
  readonly tenant_count: number;
  readonly tenant_total: number;
  readonly median_share: number | null;
  readonly window_from: Time;
  readonly window_to: Time;
}

/** Above this share of income, Eurostat calls a household overburdened by its housing costs. */
export const overburdened = 0.4;

/** How many tenants pay 40 % of their income or more. */
export function rentFinding(rows: readonly RentBand[]): string {
  const total = rows.at(0)?.tenant_total ?? 0;
  if (total === 0) return "No tenant pays both rent and income through this bank";
  const over = rows
    .filter((row) => row.band_from >= overburdened)
    .reduce((sum, row) => sum + row.tenant_count, 0);
  const middle = `the median is ${percent(rows.at(0)?.median_share)}`;
  if (over === 0)
    return `No tenant pays ${percent(overburdened)} of income or more in rent; ${middle}`;
  return `${percent(over / total)} of tenants pay ${percent(overburdened)} of income or more in rent; ${middle}`;
}

/** `25–30%`, and `100% and more` for the last band. */
export function bandName(from: number): string {
  return from >= 1 ? "100%+" : `${Math.round(from * 100)}–${Math.round(from * 100) + 5}%`;
}

/** The bands up to the last that has tenants, so that the picture is not mostly empty. */
export function filledBands(rows: readonly RentBand[]): RentBand[] {
  const last = rows.findLastIndex((row) => row.tenant_count > 0);
  return rows.slice(0, Math.max(last, 0) + 1);
}

/** A row of `city-costs`. */
export interface CityPart {
  readonly city: string;
  readonly country: string;
  readonly part: string;
  readonly payer_count: number;
  readonly cost_eur: number;
  readonly basket_eur: number;
  readonly part_count: number;
}

const wholeBasket = 5;

/** The parts of the cities whose basket is whole, dearest city first: the others cannot be compared. */
export function comparableCities(rows: readonly CityPart[]): CityPart[] {
  return rows.filter((row) => row.part_count === wholeBasket);
}

/** The dearest city against the cheapest. */
export function cityFinding(rows: readonly CityPart[]): string {
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return "No city has enough regular payers to compare";
  if (first.city === last.city)
    return `The basket costs ${money(first.basket_eur)} in ${first.city}`;
  const more = percent(first.basket_eur / last.basket_eur - 1);
  return `The same basket costs ${more} more in ${first.city} than in ${last.city}`;
}

/** A row of `budget-people`. */
export interface PersonMonth {
  readonly user_id: string;
  readonly month: Time;
  readonly income_eur: number;
  readonly fixed_eur: number;
  readonly discretionary_eur: number;
  readonly saved_eur: number;
  readonly household_eur: number;
  readonly rent_eur: number;
}

/** The months of each person, by id, in the order of the rows. */
export function monthsByPerson(rows: readonly PersonMonth[]): Map<string, PersonMonth[]> {
  const people = new Map<string, PersonMonth[]>();
  for (const row of rows) {
    const months = people.get(row.user_id);
    if (months) months.push(row);
    else people.set(row.user_id, [row]);
  }
  return people;
}

export interface BudgetPoint {
  readonly month: Time;
  readonly part: BudgetPart;
  readonly amount_eur: number;
}

/** One person's months, one row a part, for a chart of lines. */
export function partsOf(months: readonly PersonMonth[]): BudgetPoint[] {
  return months.flatMap((row) => [
    {month: row.month, part: "income", amount_eur: row.income_eur} as const,
    {month: row.month, part: "fixed", amount_eur: row.fixed_eur} as const,
    {month: row.month, part: "discretionary", amount_eur: row.discretionary_eur} as const,
    {month: row.month, part: "saving", amount_eur: row.saved_eur} as const,
    {month: row.month, part: "household", amount_eur: row.household_eur} as const,
  ]);
}

/** In how many of the months a person spent more than came in. */
export function personFinding(name: string, months: readonly PersonMonth[]): string {
  if (months.length === 0) return `${name} has no complete month here yet`;
  const over = months.filter((row) => spentBy(row) > row.income_eur).length;
  if (over === 0) return `${name} stayed within the income in every month`;
  if (over === months.length) return `${name} spent more than came in, every month`;
  return `${name} spent more than came in in ${over} of ${plural(months.length, "month")}`;
}

/** What left for good in a month: fixed, discretionary, and what is spent from another bank. */
function spentBy({fixed_eur, discretionary_eur, household_eur}: PersonMonth): number {
  return fixed_eur + discretionary_eur + household_eur;
}
