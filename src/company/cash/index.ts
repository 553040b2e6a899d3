/** What the first page of a company shows, in the order of its sections. */

export {keyedRow, keyedRows} from "../../components/keyed.js";
export {companyBar} from "../../components/profileBar.js";
export {companyTimeline, outlookAsIs} from "../../lib/companies/cashAhead.js";
export {cashMonths, companyText} from "../../lib/companies/company.js";
export {maybeUnpacked} from "../../lib/companies/futures.js";
export {companyWhoText, shownCompany} from "../../lib/companies/profile.js";
export {companyAccounts} from "./accountFigures.js";
export {cashCards} from "./cards.js";
export {companyDue, companyInvoices} from "./dueFigures.js";
export {companyCash} from "./timelineFigures.js";
