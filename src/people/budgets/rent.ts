import {roundedShare} from "../../lib/evidence/roundedShare.js";
import {percent, type Time} from "../../lib/format.js";
import {countStep} from "../../lib/site/siteMeta.js";
import {sentence} from "../../lib/words.js";

/** A row of `rent-to-income`. */
export interface RentBand {
  readonly band_from: number;
  readonly tenant_count: number;
  readonly tenant_total: number;
  /** Of all tenants, those at or above `overburdened`. */
  readonly overburdened_count: number;
  readonly median_share: number | null;
  readonly window_from: Time;
  readonly window_to: Time;
}

/** Above this share of income, Eurostat calls a household overburdened by its housing costs. */
export const overburdened = 0.4;

/** How many tenants pay 40 % of their income or more; counts are multiples of `step`. */
export function rentFinding(
  rows: readonly RentBand[],
  {step = countStep()}: {step?: number} = {},
): string {
  const [first] = rows;
  if (!first || first.tenant_total === 0)
    return "No tenant pays both rent and income through this bank";
  const {tenant_total: of, overburdened_count: count, median_share} = first;
  const middle = `the median is ${percent(median_share)}`;
  if (count === 0 && step === 1)
    return `No tenant pays ${percent(overburdened)} of income or more in rent; ${middle}`;
  const share = sentence(roundedShare({count, of}, step));
  return `${share} of tenants pay ${percent(overburdened)} of income or more in rent; ${middle}`;
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
