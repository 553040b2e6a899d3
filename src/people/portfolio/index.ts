/** What the page of one portfolio shows at first, in the order of its sections; what stands further down is loaded there. */
export {homeLink} from "../../components/homeLink.js";
export {once} from "../../components/once.js";
export {personPicker} from "../../components/personPicker.js";
export {personRow} from "../../components/personRow.js";
export {accountOf, daysOf, viewOf} from "../../lib/investing/account.js";
export {exchangeOf, nobody} from "../../lib/investing/brokerage.js";
export {portfolioCards} from "./cards.js";
export {divisionChoice, holdingChoice, methodChoice, periodChoice} from "./choices.js";
export {portfolioHoldings, portfolioShares} from "./holdingFigures.js";
export {portfolioBenchmark, portfolioValue} from "./pathFigures.js";
export {gapText, methodText, summaryOf, summaryText} from "./summary.js";
