/** What inflow and outflow are made of: sentences over `sector-drivers`. */
import {money, percent} from "../format.js";
import {changeOf, list, sentence} from "../words.js";
import {group, sum} from "./groups.js";
import {industryInText} from "./names.js";

/** A row of `sector-drivers`. */
export interface SectorDriver {
  readonly industry: string;
  readonly driver: string;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
}

/** The title of the drivers: how few industries bring how much. */
export function driversFinding(rows: readonly SectorDriver[]): string {
  const inflows = byInflow(rows);
  const all = sum(inflows, ({inflow}) => inflow);
  if (all === 0) return "Nothing came in";
  const leaders = inflows.slice(0, 3);
  const share = sum(leaders, ({inflow}) => inflow) / all;
  const names = list(leaders.map(({industry}) => industryInText(industry)));
  const verb = leaders.length === 1 ? "brings" : "bring";
  return `${sentence(names)} ${verb} in ${percent(share)} of the money`;
}

/** The industries with their inflow, the largest first. */
export function byInflow(
  rows: readonly SectorDriver[],
): {industry: string; inflow: number; net: number}[] {
  return [...group(rows, ({industry}) => industry)]
    .map(([industry, rows]) => ({
      industry,
      inflow: sum(rows, (row) => row.inflow_eur),
      net: sum(rows, (row) => row.net_eur),
    }))
    .sort((a, b) => b.inflow - a.inflow || (a.industry < b.industry ? -1 : 1));
}

/** What all inflow and all outflow are made of, and which way financing went. */
export function driversText(rows: readonly SectorDriver[]): string {
  const of = (driver: string, side: "inflow_eur" | "outflow_eur") =>
    sum(
      rows.filter((row) => row.driver === driver),
      (row) => row[side],
    );
  const [inflow, outflow] = [
    sum(rows, (row) => row.inflow_eur),
    sum(rows, (row) => row.outflow_eur),
  ];
  if (inflow === 0 || outflow === 0) return "There is no inflow or no outflow to take apart.";
  const [lent, repaid] = [of("financing", "inflow_eur"), of("financing", "outflow_eur")];
  const financed = changeOf(lent, repaid);
  const isBalanced = financed.direction === "same" || financed.direction === "unknown";
  const financing =
    lent === 0 && repaid === 0
      ? "No loan or capital came or went"
      : isBalanced
        ? "Loans and capital came and went in equal measure"
        : financed.direction === "rise"
          ? `Loans and capital brought ${money(financed.difference)} more than was repaid`
          : `${money(-(financed.difference ?? 0))} more was repaid to lenders and owners than they gave`;
  return `${percent(of("revenue", "inflow_eur") / inflow)} of what comes in is paid by customers. Of what goes out, ${percent(of("operating", "outflow_eur") / outflow)} goes to vendors and running costs, ${percent(of("payroll", "outflow_eur") / outflow)} to staff and ${percent(of("tax", "outflow_eur") / outflow)} to the tax office. ${financing}.`;
}
