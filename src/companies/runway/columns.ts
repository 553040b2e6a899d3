import type {Column} from "../../components/columns.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import type {Runway} from "../../lib/companies/runways.js";
import {runwayLength} from "../../lib/companies/runwayWords.js";
import {missing, money, number} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import {monthNumber} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import {type Accuracy, methodNames} from "./accuracy.js";
import {type BalanceAccuracyRow, balanceMethodNames} from "./balanceAccuracy.js";
import type {ScenarioRow} from "./company.js";
import {type ComingLump, lumpNames} from "./lumps.js";
import type {CompanyOutlook} from "./outlooks.js";
import {of100Text, seasonText} from "./precision.js";

const href = (row: {readonly user_id: string}) => companyHref(row, "runway");
const halfBy = ({zero_month}: {readonly zero_month: Date | null}) =>
  zero_month ? seasonText(monthNumber(zero_month)) : missing;
const inEuro = (label: string) => `${label} (EUR)`;

export const runwayColumns: readonly Column<Runway>[] = [
  {key: "name", label: "Company", href},
  {key: "industry", label: "Industry", format: (_, {industry}) => industryName(industry)},
  {
    key: "runway_months",
    label: measures.runway.label,
    kind: "number",
    format: (_, {runway_months}) => runwayLength(runway_months),
  },
  {key: "zero_month", label: "Cash ends", kind: "month"},
  {key: "closing_balance_eur", label: "Cash (EUR)"},
  {key: "net_burn_eur", label: inEuro(measures.net_burn.label)},
  {key: "gross_burn_eur", label: inEuro(measures.gross_burn.label)},
];

export const outlookColumns: readonly Column<CompanyOutlook>[] = [
  {key: "name", label: "Company", href},
  {key: "industry", label: "Industry", format: (_, {industry}) => industryName(industry)},
  {
    key: "dry_share",
    label: "Futures below zero",
    kind: "number",
    format: (_, {dry_share, future_count}) => of100Text(dry_share, future_count),
  },
  {
    key: "zero_month",
    label: "Half of all futures by",
    kind: "month",
    format: (_, row) => halfBy(row),
  },
  {key: "is_default_alive", label: "Default alive"},
  {key: "closing_balance_eur", label: "Cash (EUR)"},
  {key: "end_balance_eur", label: "Median in a year (EUR)"},
];

export const scenarioColumns: readonly Column<ScenarioRow>[] = [
  {key: "scenario", label: "Scenario", format: (_, {scenario}) => sentence(scenario)},
  {key: "low_eur", label: "Low", format: (_, {low_eur}) => money(low_eur)},
  {key: "value_eur", label: "Median", format: (_, {value_eur}) => money(value_eur)},
  {key: "high_eur", label: "High", format: (_, {high_eur}) => money(high_eur)},
  {
    key: "dry_share",
    label: "Futures below the floor",
    format: (_, {dry_share, future_count}) => of100Text(dry_share, future_count),
  },
  {
    key: "zero_month",
    label: "Half of all futures by",
    kind: "month",
    format: (_, row) => halfBy(row),
  },
  {key: "is_default_alive", label: "Default alive"},
];

export const lumpColumns: readonly Column<ComingLump>[] = [
  {key: "due_on", label: "Around", kind: "day"},
  {key: "category", label: "What", format: (_, {category}) => lumpNames[category]},
  {key: "amount_eur", label: "About (EUR)"},
  {key: "seen_count", label: "Payments averaged"},
];

const ratio = (value: number | null) => number(value, 3);

export const accuracyColumns: readonly Column<Accuracy>[] = [
  {key: "flow", label: "Flow", format: (_, {flow}) => sentence(flow)},
  {
    key: "method",
    label: "Method",
    format: (_, {method}) => sentence(methodNames[method]),
  },
  {key: "mase", label: "MASE", kind: "number", format: (_, {mase}) => ratio(mase)},
  {
    key: "mase_ratio",
    label: "Forecast over this",
    kind: "number",
    format: (_, {mase_ratio}) => ratio(mase_ratio),
  },
  {key: "coverage_80_share", label: "In the 80% band", kind: "percent"},
  {key: "coverage_95_share", label: "In the 95% band", kind: "percent"},
  {key: "bias", label: "Bias", kind: "number", format: (_, {bias}) => ratio(bias)},
  {key: "company_count", label: "Companies"},
  {key: "forecast_count", label: "Forecasts"},
];

export const balanceAccuracyColumns: readonly Column<BalanceAccuracyRow>[] = [
  {key: "months_ahead", label: "Months ahead"},
  {
    key: "method",
    label: "Method",
    format: (_, {method}) => sentence(balanceMethodNames[method]),
  },
  {key: "coverage_80_share", label: "In the 80% band", kind: "percent"},
  {
    key: "error_months",
    label: "Error (months of costs)",
    kind: "number",
    format: (_, {error_months}) => number(error_months, 2),
  },
  {
    key: "dry_expected_count",
    label: "Expected to run dry",
    kind: "number",
    format: (_, {dry_expected_count}) => number(dry_expected_count, 0),
  },
  {key: "dry_count", label: "Ran dry"},
  {key: "with_cash_count", label: "Forecasts with cash"},
  {key: "brier", label: "Brier score", kind: "number", format: (_, {brier}) => ratio(brier)},
  {key: "forecast_count", label: "Forecasts"},
];
