import type {Column} from "../../components/columns.js";
import {of100Text, seasonText} from "../../lib/companies/precision.js";
import {missing, money} from "../../lib/format.js";
import {monthNumber} from "../../lib/month.js";
import {sentence} from "../../lib/words.js";
import type {ScenarioRow} from "./company.js";

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
    format: (_, {zero_month}) => (zero_month ? seasonText(monthNumber(zero_month)) : missing),
  },
  {key: "is_default_alive", label: "Default alive"},
];
