import {arrivals} from "./arrivals.js";
import {bankTerms} from "./bankTerms.js";
import {bills} from "./bills.js";
import {cards} from "./cards.js";
import {cash} from "./cash.js";
import {dividends} from "./dividends.js";
import {drawdowns} from "./drawdowns.js";
import {financingRounds} from "./financing.js";
import {household} from "./household.js";
import {housing} from "./housing.js";
import {invoices} from "./invoices.js";
import {mishaps} from "./mishaps.js";
import {occasions} from "./occasions.js";
import {payrollRuns} from "./payroll.js";
import {peers} from "./peers.js";
import {purchases} from "./purchases.js";
import {purchasing} from "./purchasing.js";
import {salaries} from "./salaries.js";
import {savings} from "./savings.js";
import {subscriptions} from "./subscriptions.js";
import {taxes} from "./taxes.js";
import type {Theme} from "./theme.js";
import {tills} from "./tills.js";
import {trades} from "./trades.js";
import {travel} from "./travel.js";

/** All themes, in the order of asking: pay comes before what waits for it. */
export const themes: readonly Theme[] = [
  arrivals,
  salaries,
  payrollRuns,
  savings,
  drawdowns,
  purchases,
  household,
  housing,
  bills,
  subscriptions,
  cards,
  cash,
  travel,
  peers,
  occasions,
  mishaps,
  tills,
  invoices,
  purchasing,
  taxes,
  financingRounds,
  trades,
  dividends,
  bankTerms,
];
