/** What the page of sectors shows, in the order of its sections. */
export {revenueText} from "../../lib/companies/seasons.js";
export {sectorChoice} from "./choice.js";
export {chosenCompanies} from "./companies.js";
export {sectorCosts, sectorSeasons} from "./earningFigures.js";
export {monthsText, sectorsText, sizesText, wholeMonthsText} from "./flow.js";
export {sectorCompanies, sectorHeat} from "./flowFigures.js";
export {paymentsText} from "./payments.js";
export {sectorConcentration, sectorGrowth, sectorPayments} from "./shareFigures.js";
