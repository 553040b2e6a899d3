/** What the runway page shows, in the order of its sections. */
export {accuracyText} from "./accuracy.js";
export {runwayBacktest, runwayBalanceBacktest} from "./backtestFigures.js";
export {balanceAccuracyText} from "./balanceAccuracy.js";
export {riskCards} from "./cards.js";
export {paceChoice, runwayBands, runwayPaces} from "./riskFigures.js";
