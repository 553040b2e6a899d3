/** What the first page shows, in the order of its sections. */

export {lastProfile, nameField} from "../components/nameField.js";
export {nameRows} from "../components/nameRows.js";
export {sinceLastPublish} from "./changes.js";
export {checksText, introText} from "./doors.js";
export {bankBalances, bankFlows} from "./figures.js";
export {candidateTable, findingFigures} from "./findingFigures.js";
export {glanceCards} from "./glanceCards.js";
export {completeMonths} from "./months.js";
export {chooseFindings, rankFindings} from "./ranking.js";
export {findingsText, glanceText} from "./words.js";
