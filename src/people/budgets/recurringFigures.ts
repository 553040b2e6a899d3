/** The figures on what recurs: what contracts cost, and prices that rose. */
import {dotPlot} from "../../components/dotPlot.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {categoryColor} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {dayText, money, moneyExact, monthText} from "../../lib/format.js";
import {type UsualContracts, usualFinding} from "../../lib/recurring/costs.js";
import {risesFinding, type ServiceRise} from "../../lib/recurring/priceRises.js";

/** The dataset `recurring-costs`. */
export interface RecurringCosts {
  readonly last_day: string;
  readonly usual: UsualContracts;
  readonly rises: readonly ServiceRise[];
}

/** What contracts of each kind cost the main customers. */
export function recurringCosts({usual, last_day}: RecurringCosts, code: Query): FigureElement {
  return figure({
    id: "recurring-costs",
    finding: usualFinding(usual),
    subtitle: () =>
      "Monthly cost of active contracts, median of the main customers who have one, EUR; " +
      dayText(last_day),
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
export function recurringRises({rises}: RecurringCosts, code: Query): FigureElement {
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
