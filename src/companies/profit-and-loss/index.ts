/** What the profit and loss page shows, in the order of its sections. */
export {companyLinks} from "../../components/companyLinks.js";
export {companyPicker} from "../../components/companyPicker.js";
export {pnlCards} from "../../components/pnlCards.js";
export {waitText} from "../../lib/companies/margins.js";
export {customersText} from "../../lib/companies/oneCompany.js";
export {pnlResults, pnlText} from "../../lib/companies/profitAndLoss.js";
export {revenueText} from "../../lib/companies/seasons.js";
export {chosenCompany} from "./chosen.js";
export {pnlCompanies, pnlCompanySeason, pnlCompanyStatement} from "./companyFigures.js";
export {pnlCustomers, pnlMargins, pnlSeasons} from "./differenceFigures.js";
export {pnlMonths, pnlStatement} from "./monthFigures.js";
export {pnlCompanyWaits, pnlWaits} from "./waitFigures.js";
export {bankWaits} from "./waits.js";
