/** What the cookbook shows, in the order of its sections. */
export {
  distinctPayers,
  emptyMonths,
  medians,
  ownTransfers,
  sameDays,
  topShares,
} from "./patternFigures.js";
export {patternSql} from "./patternSql.js";
export {asOf, cohorts, dormant, runningBalance} from "./timeFigures.js";
