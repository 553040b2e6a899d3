/** What the first page of a person shows, in the order of its sections. */
export {keyedRow} from "../../components/keyed.js";
export {personBar} from "../../components/profileBar.js";
export {personAccount} from "../../lib/balances/personRow.js";
export {monthsOf} from "../../lib/people/budget.js";
export {relationText, shownPerson} from "../../lib/people/relation.js";
export {personAccounts, personHomes} from "./balanceFigures.js";
export {personDues} from "./dueFigures.js";
export {balanceForecast} from "./forecastFigures.js";
export {glanceCards} from "./glanceCards.js";
export {homeText} from "./home.js";
export {lastMonthText} from "./month.js";
export {whoText} from "./who.js";
