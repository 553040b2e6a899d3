/** What a company's page on payroll shows, in the order of its sections. */

export {keyedRow} from "../../components/keyed.js";
export {companyPayrollCards} from "../../components/payrollCards.js";
export {companyBar} from "../../components/profileBar.js";
export {companyPayroll, missedText} from "../../lib/companies/companyPayroll.js";
export {companyWhoText, shownCompany} from "../../lib/companies/profile.js";
export {payrollCompanies, payrollCompanyHeads} from "./companyFigures.js";
