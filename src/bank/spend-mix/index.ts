/** What the page of how money moves shows, in the order of its sections. */
export {spendBar} from "./bar.js";
export {spendChains, spendCities, spendTickets, spendUses} from "./partFigures.js";
export {spendOf} from "./spend.js";
export {spendClock, spendMonths} from "./timeFigures.js";
export {openingText} from "./words.js";
