/** What the page on profit and loss shows, in the order of its sections. */
export {keyedRow} from "../../components/keyed.js";
export {pnlCards} from "../../components/pnlCards.js";
export {customersOfAllText, waitText} from "../../lib/companies/margins.js";
export {pnlResults, pnlText} from "../../lib/companies/profitAndLoss.js";
export {revenueText} from "../../lib/companies/seasons.js";
export {bankWaits} from "../../lib/companies/waits.js";
export {pnlMargins} from "./differenceFigures.js";
export {pnlMonths, pnlStatement} from "./monthFigures.js";
export {pnlWaits} from "./waitFigures.js";
