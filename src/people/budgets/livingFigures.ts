/** The figures on what living costs: a roof, and a city. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {histogram} from "../../components/histogram.js";
import {color, segmentColor} from "../../components/palette.js";
import {partBars} from "../../components/partBars.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {money, percent} from "../../lib/format.js";
import {monthSpan} from "../../lib/month.js";
import {countStep} from "../../lib/site/siteMeta.js";
import {inWords} from "../../lib/words.js";
import {type CityPart, cityFinding, comparableCities, inFirst} from "./cities.js";
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
      histogram(rows, {
        width,
        height: 300,
        from: "band_from",
        binWidth: 0.05,
        y: "tenant_count",
        formatX: (share) => percent(share, 0),
        names: ({band_from}) => bandName(band_from),
        name: "Tenants",
        color: ({band_from}) => color(band_from >= overburdened ? "loss" : "context"),
        marks: [
          {value: rows[0]!.median_share ?? 0, text: `Median ${percent(rows[0]!.median_share, 0)}`},
          {value: overburdened, text: `Overburdened (Eurostat): ${percent(overburdened, 0)}`},
        ],
      }),
    note:
      "Eurostat calls a household overburdened when housing takes more than 40% of its income. The last bar is " +
      "open: it holds everyone from 100% on.",
    measures: ["rent_to_income"],
    sql,
  });
}

/** The parts in the order of the picture, each with a colour of its own: two groups would tell five parts by two. */
const parts = ["rent", "utilities", "groceries", "transport", "restaurants"];

const partColor = (part: string) => segmentColor(parts.indexOf(part));

const categoryName = (part: string) => categories[part as CategoryName].label;

/** Of a part of the basket: a city with fewer is left out, in an edition one with fewer than it tells of. */
const leastPayers = () => inWords(Math.max(5, countStep()));

/** How many cities the picture shows. */
const shownCities = 12;

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
      partBars(inFirst(rows, shownCities), {
        width,
        label: "city",
        value: "cost_eur",
        series: "part",
        colors: partColor,
        names: categoryName,
        format: money,
      }),
    empty: `Nothing to show: a city needs ${leastPayers()} regular payers of each part.`,
    note:
      "Spending is not a price: in a dear city people may live in less space and buy less. A regular payer pays " +
      `for a part in at least half of the months; rent is that of tenants. Cities with fewer than ${leastPayers()} ` +
      `regular payers of a part are left out; the picture has the ${shownCities} dearest, the table all.`,
    sql,
  });
}
