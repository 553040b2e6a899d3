/** The figure on a person's pay cycle. */
import {type FigureElement, figure} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {cycleDays} from "../../lib/balances/cycles.js";
import type {PersonAccount} from "../../lib/balances/personRow.js";
import {cyclesFinding} from "./cycleWords.js";
import {payCycles} from "./payCycles.js";

/** The balance of a person's account over the last pay cycles; of nobody where the account is closed. */
export function balancePeople(
  name: string,
  {account, contracts}: PersonAccount,
  code: Query,
): FigureElement {
  const cycles = account ? cycleDays(account, contracts) : [];
  const limit = account?.limit ?? 0;
  return figure({
    id: "balance-people",
    finding: cyclesFinding(name, cycles, limit),
    subtitle:
      "Balance of the checking account by days since payday, EUR; the last three whole pay cycles, dots at their " +
      "lowest points",
    rows: cycles,
    chart: (rows, {width}) => payCycles(rows, {width, limit}),
    empty: "No whole pay cycle: it takes a recurring income and two of its paydays.",
    height: cycles.length > 0 ? 340 : 120,
    code,
  });
}
