/** What the payroll page shows, in the order of its sections. */
export {payrollCards} from "../../components/payrollCards.js";
export {payrollText} from "../../lib/companies/payroll.js";
export {payrollIndustries} from "./costFigures.js";
export {payrollRuns} from "./runFigures.js";
export {tieText} from "./runs.js";
export {payrollMoves, payrollRaises} from "./staffFigures.js";
