import type {Column} from "../../components/columns.js";
import {companyHref} from "../../components/profileLinks.js";
import {industryName} from "../../lib/bank/industries.js";
import type {EndangeredCompany} from "../../lib/companies/pacesOfAll.js";
import {of100Text} from "../../lib/companies/precision.js";
import {runwayLength} from "../../lib/companies/runwayWords.js";
import {missing, number} from "../../lib/format.js";
import {measures} from "../../lib/measures/measures.js";
import {sentence} from "../../lib/words.js";
import {type Accuracy, methodNames} from "./accuracy.js";
import {type BalanceAccuracyRow, balanceMethodNames} from "./balanceAccuracy.js";

export const runwayColumns: readonly Column<EndangeredCompany>[] = [
  {key: "name", label: "Company", href: (row) => companyHref(row, "runway")},
  {
    key: "industry",
    label: "Industry",
    format: (_, {industry}) => industryName(industry),
    minor: true,
  },
  {
    key: "runway_months",
    label: measures.runway.label,
    kind: "number",
    format: (_, {runway_months}) => runwayLength(runway_months),
  },
  {key: "zero_month", label: "Cash ends", kind: "month"},
  {
    key: "dry_share",
    label: "Futures below zero",
    kind: "percent",
    format: (_, {dry_share, future_count}) =>
      dry_share === null ? missing : of100Text(dry_share, future_count ?? 1),
  },
  {key: "is_default_alive", label: "Default alive", minor: true},
  {key: "closing_balance_eur", label: "Cash"},
  {key: "net_burn_eur", label: measures.net_burn.label, bar: true},
  {key: "gross_burn_eur", label: measures.gross_burn.label, minor: true},
  {key: "end_balance_eur", label: "Median in a year", minor: true},
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
