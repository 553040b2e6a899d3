/** What the runway page shows, in the order of its sections. */
export {aliveCountText} from "../../lib/companies/outlooks.js";
export {ranked} from "../../lib/companies/runways.js";
export {runwayText} from "../../lib/companies/runwayWords.js";
export {accuracyText} from "./accuracy.js";
export {runwayBacktest, runwayBalanceBacktest} from "./backtestFigures.js";
export {balanceAccuracyText} from "./balanceAccuracy.js";
export {riskCards} from "./cards.js";
export {paceChoice, runwayBands, runwayPaces} from "./riskFigures.js";
