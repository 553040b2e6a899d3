/** What the page of somebody's own statements shows, in the order of its sections. */
export {classificationAccuracy} from "./accuracyFigures.js";
export {ownAhead} from "./aheadFigures.js";
export {ownBalances} from "./balanceFigures.js";
export {householdChoice, ownBudget} from "./budgetFigures.js";
export {ownContracts} from "./contractFigures.js";
export {statementDesk} from "./desk.js";
export {ownCards, ownMonths} from "./monthFigures.js";
export {openingText} from "./opening.js";
export {ownPayments} from "./paymentTable.js";
export {ownPositions} from "./positionFigures.js";
