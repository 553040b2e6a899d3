/** What the page of sectors shows, in the order of its sections. */
export {revenueText} from "../../lib/companies/seasons.js";
export {runwayText} from "./burners.js";
export {sectorChoice} from "./choice.js";
export {driversText} from "./drivers.js";
export {sectorBurners, sectorCosts, sectorSeasons} from "./earningFigures.js";
export {monthsText, sectorsText, sizesText, wholeMonthsText} from "./flow.js";
export {sectorCompanies, sectorDrivers, sectorHeat} from "./flowFigures.js";
