/** Contracts found in the files, and prices that rose. */
import type {Column} from "../../components/columns.js";
import {contractColumns} from "../../components/contractColumns.js";
import {dataTable} from "../../components/dataTable.js";
import {type FigureElement, figure} from "../../components/figure.js";
import {type CategoryName, categories} from "../../lib/bank/categories.js";
import {money, percent} from "../../lib/format.js";
import {costOf, isCost, nextDueText} from "../../lib/recurring/costs.js";
import {agree, plural} from "../../lib/words.js";
import type {OwnContract} from "./ahead.js";
import type {Analysis} from "./analysis.js";
import {ownSource} from "./ownSource.js";

const columns = (contractColumns as readonly Column<OwnContract>[]).map((column) =>
  column.key === "category"
    ? {
        ...column,
        format: (category: CategoryName, {is_known}: OwnContract) =>
          is_known ? categories[category].label : "No category",
      }
    : column,
) as readonly Column<OwnContract>[];

/** What nobody classified is a cost where money goes out. */
const isOwnCost = (contract: OwnContract) =>
  contract.is_known ? isCost(contract) : contract.amount_eur < 0;

/** The contracts of all spending accounts, the next due first. */
export function ownContracts({contracts}: Analysis): FigureElement {
  return figure({
    id: "own-contracts",
    finding: contractsFinding(contracts),
    subtitle: "Recurring payments and incomes, the next due first; those that have ended last",
    rows: contracts,
    chart: (rows, {document}) =>
      dataTable(rows, {columns, caption: "Contracts", maxHeight: 420, document}),
    columns,
    note:
      `${nextDueText(contracts)} A contract is what was paid three times on about the same day to the same payee, for an ` +
      "amount that stays, rises in steps or keeps within a narrow range (five times where it varies).",
    empty: "Nothing was paid or received three times at a regular interval.",
    source: ownSource,
    height: contracts.length > 0 ? 240 : 80,
  });
}

/** What contracts cost, and the steepest rise of the last year. */
export function contractsFinding(contracts: readonly OwnContract[]): string {
  const alive = contracts.filter(({next_on}) => next_on !== null);
  const costs = alive.filter(isOwnCost);
  if (alive.length === 0) return "No contract is active in your files";
  if (costs.length === 0) return "You have no contract to pay for";
  const cost = `Your ${plural(costs.length, "contract")} ${agree(costs.length, "costs", "cost")} ${money(costOf(costs))} a month`;
  const rises = costs.flatMap(({party, rises}) =>
    rises.slice(-1).map(({from_eur, to_eur}) => ({party, share: to_eur / from_eur - 1})),
  );
  const [steepest] = rises.filter(({share}) => share > 0).sort((a, b) => b.share - a.share);
  return steepest ? `${cost}; ${steepest.party} rose by ${percent(steepest.share)}` : cost;
}
