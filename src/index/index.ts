/** What the first page shows, in the order of its sections. */
export {bankBalances, bankFlows} from "./figures.js";
export {candidateTable, findingFigures} from "./findingFigures.js";
export {chooseFindings, findingsText, rankFindings} from "./findings.js";
export {glanceCards} from "./glanceCards.js";
export {completeMonths, glanceText} from "./words.js";
