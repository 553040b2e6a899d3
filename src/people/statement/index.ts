/** What the page of somebody's own statements shows, in the order of its sections. */
export {classificationAccuracy} from "./accuracyFigures.js";
export {statementDesk} from "./desk.js";
export {householdChoice} from "./householdChoice.js";
export {openingText} from "./opening.js";
export {ownPayments} from "./paymentTable.js";
export {readAhead} from "./readAhead.js";
export {
  ownAhead,
  ownBalances,
  ownBudget,
  ownCards,
  ownContracts,
  ownMonths,
  ownPositions,
} from "./sections.js";
