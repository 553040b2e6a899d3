/** The figure on a company's cash over time: so far, as forecast, and with the payments whose days are known. */
import {cashTimeline} from "../../components/cashTimeline.js";
import type {Column} from "../../components/columns.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import type {Timeline} from "../../lib/balances/timeline.js";
import {cashFinding, lowText} from "../../lib/companies/cashAhead.js";
import type {Outlook} from "../../lib/companies/scenario.js";

interface Point {
  readonly day: Date;
  readonly kind: "balance" | "forecast" | "payment";
  readonly label: string;
  readonly amount_eur: number;
  readonly low_eur: number | null;
  readonly high_eur: number | null;
}

const columns: readonly Column<Point>[] = [
  {key: "day", label: "Day"},
  {key: "label", label: "What"},
  {key: "amount_eur", label: "Amount"},
  {key: "low_eur", label: "80% low"},
  {key: "high_eur", label: "80% high"},
];

/** A company's cash each day so far and in the months ahead, with payments due and receipts expected. */
export function companyCash(
  name: string,
  timeline: Timeline,
  ahead: Outlook | undefined,
  sql: Query,
): FigureElement {
  return figure({
    id: "company-cash",
    finding: cashFinding(name, timeline, ahead),
    subtitle:
      "Cash in all accounts, EUR; ahead: median and 80% band of 500 simulated futures without new loans or capital. " +
      "Below, on the same days: open invoices expected and regular payments due",
    rows: pointsOf(timeline),
    chart: (_, options) => cashTimeline(timeline, options),
    columns,
    note: [
      lowText(timeline),
      "Payments are repeated on the same day with the mean of the last three amounts; invoices are expected when " +
        "customers usually pay. The forecast does not know them: it repeats the ups and downs of past months.",
    ]
      .filter(Boolean)
      .join(" "),
    empty: "Nothing to show: this company has no cash here.",
    height: 510,
    sql,
  });
}

function pointsOf({past, fan, dues}: Timeline): Point[] {
  const unknown = {low_eur: null, high_eur: null};
  return [
    ...past.map(({day, balance_eur}) => ({
      day,
      kind: "balance" as const,
      label: "Balance",
      amount_eur: balance_eur,
      ...unknown,
    })),
    ...fan.map(({day, low_eur, median_eur, high_eur}) => ({
      day,
      kind: "forecast" as const,
      label: "Median balance",
      amount_eur: median_eur,
      low_eur,
      high_eur,
    })),
    ...dues.map(({day, label, amount_eur}) => ({
      day,
      kind: "payment" as const,
      label,
      amount_eur,
      ...unknown,
    })),
  ];
}
