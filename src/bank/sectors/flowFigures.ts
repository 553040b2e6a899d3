/** The figures on what comes in and goes out: by month, by company, and by what it is for. */

import type {Column} from "../../components/columns.js";
import {entryList} from "../../components/entryList.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import {spanText} from "../../lib/companies/industryNames.js";
import {moneyWhole, withSign} from "../../lib/format.js";
import type {SectorChoiceElement} from "./choice.js";
import {
  type ChosenCompanies,
  type CompanyFlow,
  companiesFinding,
  flowName,
  type SectorQuestion,
  shownText,
} from "./companies.js";
import {heatFinding, partialText, type SectorMonth} from "./flow.js";
import {flowHeat} from "./flowHeat.js";

/** Net flow by industry and month; a cell that is chosen sets `choice`, and is set by it. */
export function sectorHeat(
  heat: readonly SectorMonth[],
  choice: SectorChoiceElement,
  sql: Query,
): FigureElement {
  return figure({
    id: "sector-heat",
    finding: heatFinding,
    subtitle: `Net flow of companies by industry and month, EUR, ${spanText(heat)}; the scale is centred on zero`,
    rows: heat,
    chart: (rows, {width}) => flowHeat(rows, {width, choice}),
    note:
      "Transfers between a company’s own accounts are left out; a payment between two companies of this bank counts " +
      "as outflow of the one and inflow of the other. Beyond the ends of the scale the colour stays." +
      partialText(heat),
    height: 470,
    sql,
  });
}

const flowHref = ({user_id}: CompanyFlow) =>
  user_id === null ? undefined : companyHref({user_id});

const companyColumns = (chosen: ChosenCompanies): readonly Column<CompanyFlow>[] => [
  {key: "name", label: "Company", href: flowHref, format: (_, row) => flowName(row, chosen)},
  {key: "net_eur", label: "Net", total: true, bar: true},
  {key: "inflow_eur", label: "Inflow", total: true, minor: true},
  {key: "outflow_eur", label: "Outflow", total: true, minor: true},
  {key: "closing_balance_eur", label: "Balance", total: true},
  {key: "industry", label: "Industry", format: maybeIndustry, minor: true},
  {key: "city", label: "City", minor: true},
];

const maybeIndustry = (industry: string | null) =>
  industry === null ? "" : industryName(industry);

/** The companies that were chosen, and what came in and went out. */
export function sectorCompanies(
  companies: ChosenCompanies,
  question: SectorQuestion,
  sql: Query,
): FigureElement {
  return figure({
    id: "sector-companies",
    finding: companiesFinding(companies, question),
    subtitle:
      "Net flow and the balance at the end, by company, EUR; the largest net flow " +
      `first${shownText(companies)}`,
    rows: companies.flows,
    chart: (rows) =>
      entryList(rows, {
        caption: "Companies",
        heads: ["Company", "Net flow", "Balance"],
        entry: (row) => ({
          name: flowName(row, companies),
          href: flowHref(row),
          details: [
            `${moneyWhole(row.inflow_eur)} in`,
            `${moneyWhole(row.outflow_eur)} out`,
            row.city ?? false,
            question.industry === undefined && maybeIndustry(row.industry),
          ],
          amount: withSign(row.net_eur, moneyWhole),
          tone: row.net_eur < 0 ? "loss" : row.net_eur > 0 ? "gain" : undefined,
          aside: moneyWhole(row.closing_balance_eur),
        }),
      }),
    columns: companyColumns(companies),
    empty: "No company of this name had an account here then.",
    height: 400,
    sql,
  });
}
