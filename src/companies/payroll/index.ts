/** What the payroll page shows, in the order of its sections. */
export {payrollCards} from "../../components/payrollCards.js";
export {payrollText} from "../../lib/companies/payroll.js";
export {payrollHeads, payrollIndustries} from "./costFigures.js";
export {payrollRuns} from "./runFigures.js";
export {tieSums} from "./runs.js";
export {payrollMonths, payrollMoves, payrollRaises} from "./staffFigures.js";
