/** The figure on what contracts cost. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {rankedBars} from "../../components/rankedBars.js";
import {dayText, money} from "../../lib/format.js";
import {type UsualContracts, usualFinding} from "../../lib/recurring/costs.js";
import type {ServiceRise} from "../../lib/recurring/priceRises.js";

/** The dataset `recurring-costs`. */
export interface RecurringCosts {
  readonly last_day: string;
  readonly usual: UsualContracts;
  /** Undefined in an edition that names nobody. */
  readonly rises?: readonly ServiceRise[];
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
        name: "Per month",
        format: money,
      }),
    columns: [
      {key: "label", label: "Kind"},
      {key: "median_eur", label: "Median a month"},
      {key: "person_count", label: "People"},
      {key: "contract_count", label: "Contracts"},
    ],
    empty: "A contract shows after three payments.",
    note:
      "A contract needs three payments, five if its amount varies, and has ended when two due days pass without " +
      "one. Weekly payments are left out, and yearly ones appear after two years. The bank’s category only " +
      "names the bar.",
    code,
  });
}
