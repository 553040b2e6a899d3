/** What a company's page on profit and loss shows, in the order of its sections. */

export {keyedRow, keyedRows} from "../../components/keyed.js";
export {pnlCards} from "../../components/pnlCards.js";
export {companyBar} from "../../components/profileBar.js";
export {customersText} from "../../lib/companies/oneCompany.js";
export {companyWhoText, shownCompany} from "../../lib/companies/profile.js";
export {pnlResults} from "../../lib/companies/profitAndLoss.js";
export {chosenCompany} from "./chosen.js";
export {pnlCompanies, pnlCompanySeason, pnlCompanyStatement} from "./companyFigures.js";
export {pnlCompanyWaits} from "./waitFigures.js";
