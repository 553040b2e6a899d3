/** What the page of a person's budget shows, in the order of its sections. */
export {keyedRow} from "../../components/keyed.js";
export {personBar} from "../../components/profileBar.js";
export {personAccount} from "../../lib/balances/personRow.js";
export {monthsOf} from "../../lib/people/budget.js";
export {relationText, shownPerson} from "../../lib/people/relation.js";
export {budgetCategories, budgetMonths} from "./budgetFigures.js";
export {personBudgetCards} from "./cards.js";
export {personContracts} from "./contractFigures.js";
export {balancePeople} from "./cycleFigures.js";
