/**
 * The parts of the page that speak of somebody's files: what each will show until there are payments, or trades, then the
 * part itself.
 * What draws it is loaded once the page is idle (`loadedWhenIdle.ts`): nobody needs it before.
 */
import {builder} from "../../components/dom.js";
import type {Query} from "../../components/figureActions.js";
import type {PeerGroupRow} from "../../lib/people/peerGroups.js";
import type {Analysis} from "./analysis.js";

type Part = HTMLElement | Promise<HTMLElement>;
type Own = Analysis | null;

/** The promise has the part's id, so that links find it before there are files. */
function promised(
  id: string,
  own: Own,
  words: string,
  part: (analysis: Analysis) => Part,
  needs: "rows" | "positions" = "rows",
): Part {
  return own !== null && own[needs].length > 0
    ? part(own)
    : builder(globalThis.document).html("p", {class: "own-promise", id}, words);
}

/** The last whole month in numbers, and how long the money would last. */
export const ownCards = (own: Own): Part =>
  promised(
    "own-cards",
    own,
    "The last month in numbers: income, spending, what is left, and how long your money would last.",
    async (own) => (await import("./monthFigures.js")).ownCards(own),
  );

/** What was left of the income each month. */
export const ownMonths = (own: Own): Part =>
  promised(
    "own-months",
    own,
    "What came in, what went out and what was left, a bar a month.",
    async (own) => (await import("./monthFigures.js")).ownMonths(own),
  );

/** Spending by category against people like this. */
export const ownBudget = (
  own: Own,
  peers: readonly PeerGroupRow[],
  household: string,
  code: Query,
): Part =>
  promised(
    "own-budget",
    own,
    "What you spend on each category, against customers of the bank with an income like yours.",
    async (own) => (await import("./budgetFigures.js")).ownBudget(own, peers, household, code),
  );

/** Contracts and prices that rose. */
export const ownContracts = (own: Own): Part =>
  promised(
    "own-contracts",
    own,
    "What comes again each month or quarter, when it is due next, and whose price rose.",
    async (own) => (await import("./contractFigures.js")).ownContracts(own),
  );

/** The balance until the next payday. */
export const ownAhead = (own: Own): Part =>
  promised(
    "own-ahead",
    own,
    "Your balance until the next payday, with what is due before it, where a file states a balance.",
    async (own) => (await import("./aheadFigures.js")).ownAhead(own),
  );

/** What is held at brokers, and what sales made. */
export const ownPositions = (own: Own): Part =>
  promised(
    "own-positions",
    own,
    "What you hold at brokers at its average cost, and what sales made, from lists of trades.",
    async (own) => (await import("./positionFigures.js")).ownPositions(own),
    "positions",
  );

/** Stated balances against the rows, and gaps between files. */
export const ownBalances = (own: Own): Part =>
  promised(
    "own-balances",
    own,
    "Whether the balances that your files state follow from their rows, and whether there are gaps between files.",
    async (own) => (await import("./balanceFigures.js")).ownBalances(own),
  );
