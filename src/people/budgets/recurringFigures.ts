/** The figures on what recurs: contracts of everybody and of one person, and prices that rose. */
import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {categoryColor} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {categories} from "../../lib/bank/categories.js";
import {dayShort, dayText, money, moneyExact, monthText} from "../../lib/format.js";
import type {ContractRow, RecurringPeople} from "../../lib/recurring/rows.js";
import {contractsFinding, intervalText, usualContracts, usualFinding} from "./costs.js";
import {lastRiseText, risesFinding, serviceRises} from "./priceRises.js";

/** What contracts of each kind cost the main customers, whose ids are `mainIds`. */
export function recurringCosts(
  recurring: RecurringPeople,
  mainIds: ReadonlySet<string>,
  code: Query,
): FigureElement {
  const usual = usualContracts(recurring, mainIds);
  return figure({
    id: "recurring-costs",
    finding: usualFinding(usual),
    subtitle: () =>
      "Monthly cost of active contracts, median of the main customers who have one, EUR; " +
      dayText(recurring.last_day),
    rows: usual.costs,
    chart: (rows, {width}) =>
      rankedBars(rows, {
        width,
        label: "label",
        value: "median_eur",
        color: ({category}) => categoryColor(category),
        name: "Per month",
        format: money,
      }),
    columns: [
      {key: "label", label: "Kind"},
      {key: "median_eur", label: "Median a month (EUR)"},
      {key: "person_count", label: "People"},
      {key: "contract_count", label: "Contracts"},
    ],
    empty: "A contract shows after three payments.",
    note:
      "Found from days and amounts alone; what the bank calls a payment only names the bar. A contract needs three " +
      "payments, five if its amount varies, and has ended when two due days passed without one. Weekly payments are " +
      "not looked for, yearly ones show after two years.",
    code,
  });
}

/** How many of the services that raised a price the picture shows; the table has all. */
const shownRises = 12;

/** The services that raised a price for several customers alike: before and after. */
export function recurringRises(recurring: RecurringPeople, code: Query): FigureElement {
  const rises = serviceRises(recurring);
  return figure({
    id: "recurring-rises",
    finding: risesFinding(rises),
    subtitle:
      "Monthly price before and after, EUR; the same step for at least three of all customers",
    rows: rises,
    chart: (rows, {width}) =>
      dotPlot(rows.slice(0, shownRises), {
        width,
        label: ({party, month}) => `${party}, ${monthText(month)}`,
        from: "from_eur",
        to: "to_eur",
        names: ["Before", "After"],
        format: moneyExact,
        more: "bad",
      }),
    columns: [
      {key: "party", label: "Service"},
      {key: "month", label: "Month", kind: "month"},
      {key: "from_eur", label: "Before (EUR)"},
      {key: "to_eur", label: "After (EUR)"},
      {key: "rise_share", label: "Rise"},
      {key: "customer_count", label: "Customers"},
    ],
    empty: "No price rose alike for three customers or more.",
    note:
      "A price has risen where it was the same at least twice before the step and at least twice after it; the last " +
      "month’s rises show a month later.",
    height: 160,
    code,
  });
}

const contractColumns: Column<ContractRow>[] = [
  {
    key: "next_on",
    label: "Next due",
    kind: "day",
    format: (day) => (day ? dayShort(day) : "ended"),
  },
  {key: "party", label: "With"},
  {key: "amount_eur", label: "Amount (EUR)"},
  {key: "category", label: "For", format: (category) => categories[category].label},
  {key: "every_months", label: "Comes", kind: "text", format: intervalText},
  {key: "seen_count", label: "Seen"},
  {key: "since", label: "Since", kind: "month"},
  {key: "rises", label: "Last rise", kind: "text", format: (_, row) => lastRiseText(row)},
];

/** One person's contracts as a table, the next due first. */
export function recurringPeople(
  name: string,
  contracts: readonly ContractRow[],
  code: Query,
): FigureElement {
  return figure({
    id: "recurring-people",
    finding: contractsFinding(name, contracts),
    subtitle: "Recurring payments and incomes, the next due day first; those that ended last",
    rows: contracts,
    chart: (rows) =>
      dataTable(rows, {columns: contractColumns, caption: "Contracts", maxHeight: 420}),
    columns: contractColumns,
    empty: "Nothing has been paid or received three times at a regular interval.",
    note:
      "A metered contract shows its last amount, an income its regular one, without a thirteenth salary or a bonus. " +
      "If the due day is not a business day, it moves forward or back as this contract’s earlier payments did.",
    height: 240,
    code,
  });
}
