/** What inflow and outflow are made of: sentences over `sector-drivers`. */
import {money, percent} from "../../lib/format.js";
import {group, sum} from "../../lib/sectors/groups.js";
import {changeOf} from "../../lib/words.js";

/** A row of `sector-drivers`. */
export interface SectorDriver {
  readonly industry: string;
  readonly driver: string;
  readonly inflow_eur: number;
  readonly outflow_eur: number;
  readonly net_eur: number;
}

/** The title of the drivers: what most of what comes in, and of what goes out, is for. */
export function driversFinding(rows: readonly SectorDriver[]): string {
  const {inflow, outflow, of} = sums(rows);
  if (inflow === 0 || outflow === 0) return "Nothing came in, or nothing went out";
  const paid = percent(of("revenue", "inflow_eur") / inflow);
  const [costs, staff, tax] = (["operating", "payroll", "tax"] as const).map((driver) =>
    percent(of(driver, "outflow_eur") / outflow),
  );
  return (
    `${paid} of what comes in is paid by customers; of what goes out, ${costs} goes to vendors and ` +
    `running costs, ${staff} to staff and ${tax} to the tax office`
  );
}

function sums(rows: readonly SectorDriver[]) {
  const of = (driver: string, side: "inflow_eur" | "outflow_eur") =>
    sum(
      rows.filter((row) => row.driver === driver),
      (row) => row[side],
    );
  return {
    inflow: sum(rows, (row) => row.inflow_eur),
    outflow: sum(rows, (row) => row.outflow_eur),
    of,
  };
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

/** Which way financing went. */
export function driversText(rows: readonly SectorDriver[]): string {
  const {inflow, outflow, of} = sums(rows);
  if (inflow === 0 || outflow === 0) return "There is no inflow or no outflow to take apart.";
  const [lent, repaid] = [of("financing", "inflow_eur"), of("financing", "outflow_eur")];
  const financed = changeOf(lent, repaid);
  if (lent === 0 && repaid === 0) return "No loan or capital came or went.";
  if (financed.direction === "same" || financed.direction === "unknown")
    return "Loans and capital came and went in equal measure.";
  return financed.direction === "rise"
    ? `Loans and capital brought ${money(financed.difference)} more than was repaid.`
    : `${money(-(financed.difference ?? 0))} more was repaid to lenders and owners than they gave.`;
}
