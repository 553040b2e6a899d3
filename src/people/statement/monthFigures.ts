/** Income, spending and what is left, month by month. */
import {type FigureElement, figure} from "../../components/figure.js";
import {leftBars} from "../../components/leftBars.js";
import {monthCard} from "../../components/monthCard.js";
import {cardRow, numberCard} from "../../components/numberCard.js";
import {money, number, percent} from "../../lib/format.js";
import {lastMonthsText, monthSpan} from "../../lib/month.js";
import {someOf} from "../../lib/words.js";
import type {Analysis} from "./analysis.js";
import type {OwnMonth} from "./months.js";
import {ownSource} from "./ownSource.js";

const noMonth =
  "No month is whole: it takes a file of a checking account or card from the first days of a month to its last.";

/** The last whole month in numbers, and what is put aside; each says what it lacks. */
export function ownCards({months, accounts}: Analysis): HTMLElement {
  const card = monthCard(months);
  const year = months.slice(-12);
  const sum = (key: "income_eur" | "saved_eur" | "spending_eur") =>
    year.reduce((total, row) => total + row[key], 0);
  const [income, spending] = [sum("income_eur"), sum("spending_eur")];
  const liquid = accounts.filter(({kind}) => kind === "checking" || kind === "savings");
  const unknown = liquid.filter(({balance_eur}) => balance_eur === null);
  const balance = liquid.reduce((total, {balance_eur}) => total + (balance_eur ?? 0), 0);
  const isCovered = unknown.length === 0 && spending > 0 && year.length > 0;
  const monthly = (label: string, key: keyof OwnMonth & `${string}_eur`, note: string) =>
    months.length === 0
      ? numberCard({label, value: undefined, note: "no whole month in the files"})
      : card(
          label,
          months.map((row) => row[key]),
          {note},
        );
  const cards = [
    monthly("Income", "income_eur", "what came in to stay"),
    monthly("Spending", "spending_eur", "what left for good"),
    numberCard({
      label: "Moved to savings",
      value: income > 0 ? sum("saved_eur") / income : undefined,
      format: percent,
      note:
        income > 0
          ? `of income, ${lastMonthsText(year.length)}`
          : "no income in a whole month of the files",
    }),
    numberCard({
      label: "Months covered",
      value: isCovered ? balance / (spending / year.length) : undefined,
      format: (months) => number(months, 1),
      note: coveredNote(isCovered, unknown.length, balance),
    }),
  ];
  return cardRow(cards, {id: "own-cards"});
}

function coveredNote(isCovered: boolean, unknownCount: number, balance: number): string {
  if (isCovered) return `by ${money(balance)} in checking and savings`;
  return unknownCount > 0 ? "a file states no balance" : "no spending in a whole month";
}

/** What was left of the income each month. */
export function ownMonths({months}: Analysis): FigureElement {
  return figure({
    id: "own-months",
    finding: monthsFinding(months),
    subtitle: () => `Income less spending, EUR per month, ${monthSpan(months)}`,
    rows: months,
    chart: leftBars,
    columns: [
      {key: "month", label: "Month"},
      {key: "income_eur", label: "Income"},
      {key: "fixed_eur", label: "Fixed costs"},
      {key: "discretionary_eur", label: "Discretionary"},
      {key: "unknown_out_eur", label: "Out, without a category"},
      {key: "unknown_in_eur", label: "In, without a category"},
      {key: "spending_eur", label: "Spending"},
      {key: "left_eur", label: "Left over"},
      {key: "saved_eur", label: "Moved to savings"},
    ],
    note:
      "Spending is what left checking accounts and cards for good. What has no category counts too: out as spent, in as " +
      "income. Only whole months are shown.",
    empty: noMonth,
    source: ownSource,
    height: months.length > 0 ? 260 : 80,
  });
}

/** In how many months more was spent than came in. */
export function monthsFinding(months: readonly OwnMonth[]): string {
  if (months.length === 0) return "There is no whole month yet";
  if (months.every(({income_eur}) => income_eur <= 0))
    return "No income is recognised in any whole month";
  const over = months.filter(({left_eur}) => left_eur < 0).length;
  if (months.length === 1) return over === 1 ? "You overspent" : "You stayed within your income";
  return over === 0
    ? "You stayed within your income in every month"
    : `You overspent in ${someOf(over, months.length, "month")}`;
}
