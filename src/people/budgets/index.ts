/** What the budgets page shows, in the order of its sections. */
export {budgetCards, personBudgetCards} from "../../components/budgetCards.js";
export {homeLink} from "../../components/homeLink.js";
export {once} from "../../components/once.js";
export {maybeAccount} from "../../lib/balances/rows.js";
export {monthsOf} from "../../lib/people/budget.js";
export {budgetText} from "../../lib/people/budgetParts.js";
export {mainCustomers, mainText, relationText} from "../../lib/people/relation.js";
export {contractsOf} from "../../lib/recurring/rows.js";
export {balanceCycle, balancePeople} from "./cycleFigures.js";
export {balanceBacktest, balanceForecast} from "./forecastFigures.js";
export {cityCosts, rentToIncome} from "./livingFigures.js";
export {budgetCategories, budgetPeople, personChoice} from "./personFigures.js";
export {recurringCosts, recurringPeople, recurringRises} from "./recurringFigures.js";
export {budgetMix, budgetMonths} from "./spendingFigures.js";
