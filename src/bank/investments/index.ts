/** What the page of investments shows, in the order of its sections. */
export {investmentMonths} from "./assetFigures.js";
export {investmentCards} from "./cards.js";
export {investmentReturns, investmentTiming} from "./clientFigures.js";
export {costsText} from "./costs.js";
export {investmentCosts, investmentGains, investmentHolders} from "./instrumentFigures.js";
export {assetsText} from "./months.js";
export {gainsText, nameOf} from "./tickers.js";
export {boughtText, feesText, instrumentsText, volumeText} from "./volume.js";
