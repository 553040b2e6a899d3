/** What the savings page shows, in the order of its sections. */
export {mainText} from "../../lib/people/relation.js";
export {nothingSavedText, publishedText} from "../../lib/people/savingsShares.js";
export {savingsCards} from "./cards.js";
export {eventText} from "./events.js";
export {eventChoice, savingsEvents, savingsFlows} from "./flowFigures.js";
export {savingsFundGroups, savingsFunds, savingsFundTrend} from "./fundFigures.js";
export {goalTable, savingsGoalCounts, savingsGoalsReached, stateChoice} from "./goalFigures.js";
export {groupsBy} from "./groups.js";
export {savingsText} from "./opening.js";
export {groupingChoice, savingsGroups, savingsMonths, savingsShares} from "./shareFigures.js";
