/** What the savings page shows, in the order of its sections. */
export {mainText} from "../../lib/people/relation.js";
export {nothingSavedText, publishedText} from "../../lib/people/savingsShares.js";
export {savingsCards} from "./cards.js";
export {eventText} from "./events.js";
export {eventChoice, savingsEvents, savingsFlows} from "./flowFigures.js";
export {savingsFunds} from "./fundFigures.js";
export {savingsGoalCounts} from "./goalFigures.js";
export {savingsGroups} from "./groupFigures.js";
export {groupsBy} from "./groups.js";
export {savingsText} from "./opening.js";
export {groupingChoice, savingsRates, savingsShares} from "./shareFigures.js";
