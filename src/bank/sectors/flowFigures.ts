/** The figures on what comes in and goes out: by month, by company, and by what it is for. */

import type {Column} from "../../components/columns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import {spanText} from "../../lib/companies/industryNames.js";
import type {SectorChoiceElement} from "./choice.js";
import {
  type CompanyFlow,
  type CompanyMonths,
  companiesFinding,
  companyFlows,
  type SectorQuestion,
} from "./companies.js";
import {driverBars} from "./driverBars.js";
import {driversFinding, type SectorDriver} from "./drivers.js";
import {heatFinding, partialText, type SectorMonth, wholeMonths} from "./flow.js";
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
      "Transfers between a company's own accounts are left out; a payment between two companies of this bank counts " +
      "as outflow of the one and inflow of the other. Beyond the ends of the scale the colour stays." +
      partialText(heat),
    height: 470,
    sql,
  });
}

const companyColumns: readonly Column<CompanyFlow>[] = [
  {key: "name", label: "Company", href: companyHref},
  {key: "inflow_eur", label: "Inflow", total: true, minor: true},
  {key: "outflow_eur", label: "Outflow", total: true, minor: true},
  {key: "net_eur", label: "Net", total: true, bar: true},
  {key: "closing_balance_eur", label: "Balance", total: true},
  {key: "industry", label: "Industry", format: industryName, minor: true},
  {key: "city", label: "City", minor: true},
];

/** The companies that were chosen, and what came in and went out. */
export function sectorCompanies(
  companies: readonly CompanyMonths[],
  question: SectorQuestion,
  sql: Query,
): FigureElement {
  const flows = companyFlows(companies, question);
  return figure({
    id: "sector-companies",
    finding: companiesFinding(flows, question),
    subtitle:
      "Inflow, outflow, net flow and the balance at the end, by company, EUR; lowest net flow first",
    rows: flows,
    chart: (rows) =>
      dataTable(rows, {columns: companyColumns, caption: "Companies", maxHeight: 420}),
    columns: companyColumns,
    empty: "No company of this name had an account here then.",
    height: 120,
    sql,
  });
}

/** Inflow and outflow of each industry by what they are for, over the whole months of `heat`. */
export function sectorDrivers(
  drivers: readonly SectorDriver[],
  heat: readonly SectorMonth[],
  sql: Query,
): FigureElement {
  const span = spanText(wholeMonths(heat));
  return figure({
    id: "sector-drivers",
    finding: driversFinding,
    subtitle: `Inflow and outflow of companies by what they are for, EUR, ${span}; right: net flow`,
    rows: drivers,
    chart: (rows, {width}) => driverBars(rows, {width}),
    note: "Bank fees and interest are too small to be drawn; they are part of the net flow and are in the table.",
    height: 430,
    sql,
  });
}
