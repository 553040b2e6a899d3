/** What a company's page on its runway shows, in the order of its sections. */

export {keyedRow} from "../../components/keyed.js";
export {companyBar} from "../../components/profileBar.js";
export {maybeUnpacked} from "../../lib/companies/futures.js";
export {companyWhoText} from "../../lib/companies/profile.js";
export {companyCards} from "./cards.js";
export {chosenCompany, hireText} from "./chosen.js";
export {companyText} from "./company.js";
export {runwayBalance, runwayScenarios} from "./pathFigures.js";
export {afterRest, scenarioChoice} from "./scenarioControls.js";
