/** What the page of one portfolio shows at first, in the order of its sections; what is further down is loaded there. */
export {keyedRow} from "../../components/keyed.js";
export {personBar} from "../../components/profileBar.js";
export {accountOf, daysOf, viewOf} from "../../lib/investing/account.js";
export {exchangeOf, nobody} from "../../lib/investing/brokerage.js";
export {portfolioCards} from "./cards.js";
export {divisionChoice, holdingChoice, methodChoice, periodChoice} from "./choices.js";
export {portfolioOpening} from "./opening.js";
export {periodOf} from "./steps.js";
export {summaryOf} from "./summary.js";
export {portfolioValue} from "./valueFigures.js";
export {valuePath} from "./valuePath.js";
