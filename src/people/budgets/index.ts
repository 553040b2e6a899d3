/** What the budgets page shows, in the order of its sections. */
export {budgetText} from "../../lib/people/budgetParts.js";
export {mainText} from "../../lib/people/relation.js";
export {risesFinding} from "../../lib/recurring/priceRises.js";
export {budgetCards} from "./cards.js";
export {balanceCycle} from "./cycleFigures.js";
export {balanceBacktest} from "./forecastFigures.js";
export {cityCosts, rentToIncome} from "./livingFigures.js";
export {recurringCosts} from "./recurringFigures.js";
export {budgetEuro, budgetMix} from "./spendingFigures.js";
