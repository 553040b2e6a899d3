/** The figures on what living costs: a roof, and a city. */
import {barChart} from "../../components/barChart.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {color} from "../../components/palette.js";
import {rankedBars} from "../../components/rankedBars.js";
import {count, money} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {type CityPart, cityFinding, comparableCities} from "./cities.js";
import {bandName, filledBands, overburdened, type RentBand, rentFinding} from "./rent.js";

/** Main customers who rent, by the share of their income that rent takes. */
export function rentToIncome(rents: readonly RentBand[], sql: Query): FigureElement {
  return figure({
    id: "rent-to-income",
    finding: rentFinding,
    subtitle: ([first]) =>
      "Main customers who rent, by rent as a share of their income, " +
      monthSpan([{month: first!.window_from}, {month: first!.window_to}]),
    rows: filledBands(rents),
    chart: (rows, {width}) =>
      barChart(rows, {
        width,
        height: 280,
        x: ({band_from}) => bandName(band_from),
        y: "tenant_count",
        name: "Tenants",
        format: count,
        color: ({band_from}) => color(band_from >= overburdened ? "loss" : "context"),
      }),
    note:
      "Eurostat calls a household overburdened when housing takes more than 40% of its income; those bands stand " +
      "out. Of other tenants, this bank sees a part of the income.",
    measures: ["rent_to_income"],
    sql,
  });
}

/** The cities by what regular payers there pay for the five parts of living. */
export function cityCosts(costs: readonly CityPart[], sql: Query): FigureElement {
  const rows = comparableCities(costs);
  return figure({
    id: "city-costs",
    finding: cityFinding(rows),
    subtitle:
      "What main customers pay for rent, utilities, groceries, transport and restaurants: the sum of the medians " +
      "of regular payers, EUR per month",
    rows,
    chart: (rows, {width}) =>
      rankedBars(
        rows.filter(({part}) => part === "rent"),
        {width, label: "city", value: "basket_eur", name: "All five", format: money},
      ),
    empty: "Nothing to show: it takes five regular payers of each part in one city.",
    note:
      "What people pay is no price: in a dear city they may live in less room and buy less. A regular payer pays for " +
      "a part in at least half of the months; rent is that of tenants. Cities where a part has fewer than five of " +
      "them are left out.",
    sql,
  });
}
