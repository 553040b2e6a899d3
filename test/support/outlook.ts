import type {CompanyOutlook} from "../../src/lib/companies/outlooks.js";
import {runwayBand} from "../../src/lib/forecasting/runway.js";

/** What is known of a company with €100, which burns €10 a month where it has a runway, and earns €5 where it has none. */
export function outlook(row: Partial<CompanyOutlook> = {}): CompanyOutlook {
  const {runway_months = null} = row;
  return {
    user_id: "com-1",
    name: "Ada AG",
    industry: "retail",
    closing_balance_eur: 100,
    gross_burn_eur: 50,
    net_burn_eur: runway_months === null ? -5 : 10,
    month_count: 3,
    last_month: new Date("2026-10-01T00:00:00Z"),
    runway_months,
    band: runwayBand(runway_months ?? undefined),
    zero_month: runway_months === null ? null : new Date("2026-12-01T00:00:00Z"),
    dry_share: 0,
    future_count: 500,
    dry_month: null,
    is_default_alive: true,
    end_balance_eur: 50,
    ...row,
  };
}
