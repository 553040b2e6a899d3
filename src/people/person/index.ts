/** What a person's home shows, in the order of its sections. */
export {personBudgetCards} from "../../components/budgetCards.js";
export {once} from "../../components/once.js";
export {personPicker} from "../../components/personPicker.js";
export {personRow} from "../../components/personRow.js";
export {personSavingsCards} from "../../components/savingsCards.js";
export {monthsOf} from "../../lib/people/budget.js";
export {relationText} from "../../lib/people/relation.js";
export {balancesOf, standingText} from "../../lib/people/savings.js";
export {personAccounts, personHomes} from "./balanceFigures.js";
export {budgetCategories, goalTable, seeAlso} from "./briefFigures.js";
export {recurringPeople} from "./dueFigures.js";
export {homeText} from "./home.js";
export {lastMonthText} from "./month.js";
export {briefText} from "./portfolio.js";
export {portfolioBriefCards} from "./portfolioBriefCards.js";
