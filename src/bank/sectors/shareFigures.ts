/** The figures on how sectors grow, how their revenue is shared among companies, and whom they pay. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import {count, moneyWhole} from "../../lib/format.js";
import {lastMonthsText} from "../../lib/month.js";
import {plural} from "../../lib/words.js";
import {growthDots} from "./growthDots.js";
import {paymentMatrix} from "./paymentMatrix.js";
import {paymentsFinding, type SectorPayment} from "./payments.js";
import {
  drawnText,
  grownCompanies,
  grownSectors,
  growthFinding,
  type SectorRevenue,
  sectorShares,
  sharesFinding,
} from "./revenue.js";
import {shareRows} from "./shareRows.js";

/** How the revenue of each sector grew over a year, and that of each of its companies. */
export function sectorGrowth(revenue: SectorRevenue, sql: Query): FigureElement {
  return figure({
    id: "sector-growth",
    finding: growthFinding(revenue),
    subtitle: (rows) =>
      `Revenue of the ${plural(revenue.compared_count, "month")} that can be compared, against the same months a year ` +
      `before; dots: companies, by revenue${drawnText(rows, revenue)}; line: the sector`,
    rows: grownCompanies(revenue.companies),
    chart: (rows, {width}) => growthDots(rows, {width, sectors: grownSectors(revenue)}),
    columns: [
      {key: "name", label: "Company", href: companyHref},
      {key: "industry", label: "Industry", format: industryName},
      {key: "growth_share", label: "Growth"},
      {key: "late_eur", label: "Revenue (EUR)", format: (euros) => moneyWhole(euros)},
      {key: "before_eur", label: "A year before (EUR)", format: (euros) => moneyWhole(euros)},
    ],
    note:
      "Only companies that were customers in all of these months, so that no sector grows by a new customer. What is beyond " +
      "the ends of the scale is drawn at its end. Choose a dot to see the company.",
    empty: "No company has a year of revenue to compare yet.",
    height: 450,
    sql,
  });
}

/** How concentrated each sector's revenue is. */
export function sectorConcentration(revenue: SectorRevenue, sql: Query): FigureElement {
  return figure({
    id: "sector-concentration",
    finding: sharesFinding,
    subtitle: () =>
      `Each sector’s revenue by company, shares, ${lastMonthsText(revenue.month_count)}; right: concentration (HHI)`,
    rows: sectorShares(revenue),
    chart: (rows, {width}) => shareRows(rows, {width}),
    columns: [
      {key: "industry", label: "Industry", format: industryName},
      {
        key: "name",
        label: "Company",
        href: ({user_id}) => (user_id === null ? undefined : companyHref({user_id})),
      },
      {key: "share", label: "Share of the sector"},
      {key: "revenue_eur", label: "Revenue (EUR)", format: (euros) => moneyWhole(euros)},
      {key: "hhi", label: "HHI of the sector", format: (hhi) => count(hhi)},
    ],
    note:
      "HHI, the Herfindahl–Hirschman index: the sum of the squared shares in per cent, 10,000 where one company is alone. " +
      "Competition authorities call a market concentrated from about 2,000 on. Here it is that of the bank’s customers, not " +
      "of the market.",
    empty: "No company has revenue yet.",
    height: 420,
    sql,
  });
}

/** Which sectors pay which, among the companies of this bank. */
export function sectorPayments(payments: readonly SectorPayment[], sql: Query): FigureElement {
  return figure({
    id: "sector-payments",
    finding: paymentsFinding,
    subtitle: ([first]) =>
      `Paid by the sector at the left to the sector above, EUR, ${lastMonthsText(first!.month_count)}`,
    rows: payments,
    chart: (rows, {width}) => paymentMatrix(rows, {width}),
    columns: [
      {key: "payer_industry", label: "From", format: industryName},
      {key: "payee_industry", label: "To", format: industryName},
      {key: "paid_eur", label: "Paid (EUR)", format: (euros) => moneyWhole(euros)},
      {key: "payment_count", label: "Payments"},
    ],
    note: "Payments between two companies of this bank only; a refund is a payment too.",
    empty: "No company pays another one of this bank.",
    height: 500,
    sql,
  });
}
