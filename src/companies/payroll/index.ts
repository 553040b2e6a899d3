/** What the payroll page shows, in the order of its sections. */
export {companyLinks} from "../../components/companyLinks.js";
export {companyPicker} from "../../components/companyPicker.js";
export {companyPayrollCards, payrollCards} from "../../components/payrollCards.js";
export {companyPayroll, missedText} from "../../lib/companies/companyPayroll.js";
export {payrollText} from "../../lib/companies/payroll.js";
export {payrollCompanies, payrollCompanyHeads} from "./companyFigures.js";
export {payrollHeads, payrollIndustries} from "./costFigures.js";
export {payrollRuns} from "./runFigures.js";
export {tieSums} from "./runs.js";
export {payrollMonths, payrollMoves, payrollRaises} from "./staffFigures.js";
