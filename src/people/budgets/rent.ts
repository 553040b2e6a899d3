import {percent, type Time} from "../../lib/format.js";

/** A row of `rent-to-income`. */
export interface RentBand {
  readonly band_from: number;
  readonly tenant_count: number;
  readonly tenant_total: number;
  readonly median_share: number | null;
  readonly window_from: Time;
  readonly window_to: Time;
}

/** Above this share of income, Eurostat calls a household overburdened by its housing costs. */
export const overburdened = 0.4;

/** How many tenants pay 40 % of their income or more. */
export function rentFinding(rows: readonly RentBand[]): string {
  const total = rows.at(0)?.tenant_total ?? 0;
  if (total === 0) return "No tenant pays both rent and income through this bank";
  const over = rows
    .filter((row) => row.band_from >= overburdened)
    .reduce((sum, row) => sum + row.tenant_count, 0);
  const middle = `the median is ${percent(rows.at(0)?.median_share)}`;
  if (over === 0)
    return `No tenant pays ${percent(overburdened)} of income or more in rent; ${middle}`;
  return `${percent(over / total)} of tenants pay ${percent(overburdened)} of income or more in rent; ${middle}`;
}

/** `25–30%`, and `100% and more` for the last band. */
export function bandName(from: number): string {
  return from >= 1 ? "100%+" : `${Math.round(from * 100)}–${Math.round(from * 100) + 5}%`;
}

/** The bands up to the last that has tenants, so that the picture is not mostly empty. */
export function filledBands(rows: readonly RentBand[]): RentBand[] {
  const last = rows.findLastIndex((row) => row.tenant_count > 0);
  return rows.slice(0, Math.max(last, 0) + 1);
}
