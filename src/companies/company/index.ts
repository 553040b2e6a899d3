/** What the page of one company shows, in the order of its sections. */
export {companyLinks} from "../../components/companyLinks.js";
export {companyPicker} from "../../components/companyPicker.js";
export {companyPayrollCards} from "../../components/payrollCards.js";
export {pnlCards} from "../../components/pnlCards.js";
export {cashMonths, companyText} from "../../lib/companies/company.js";
export {monthAmounts} from "../../lib/companies/companyMonths.js";
export {companyPayroll} from "../../lib/companies/companyPayroll.js";
export {pnlResults} from "../../lib/companies/profitAndLoss.js";
export {runwayOf} from "../../lib/companies/runways.js";
export {companyAccounts, companyCash} from "./accountFigures.js";
export {pnlCompanies, staffText} from "./briefs.js";
export {companyDue, companyInvoices} from "./dueFigures.js";
export {homeCards} from "./homeCards.js";
