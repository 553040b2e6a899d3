/** What the savings page shows, in the order of its sections. */
export {homeLink} from "../../components/homeLink.js";
export {once} from "../../components/once.js";
export {personPicker} from "../../components/personPicker.js";
export {personSavingsCards, savingsCards} from "../../components/savingsCards.js";
export {mainText} from "../../lib/people/relation.js";
export {balancesOf, mostToTell, standingText} from "../../lib/people/savings.js";
export {nothingSavedText, publishedText} from "../../lib/people/savingsShares.js";
export {sentence} from "../../lib/words.js";
export {eventText} from "./events.js";
export {eventChoice, savingsEvents, savingsFlows} from "./flowFigures.js";
export {savingsFundGroups, savingsFunds, savingsFundTrend} from "./fundFigures.js";
export {goalTable, savingsGoalCounts, savingsGoalsReached, stateChoice} from "./goalFigures.js";
export {groupsBy} from "./groups.js";
export {savingsText} from "./opening.js";
export {savingsFundStanding, savingsPerson, savingsStanding} from "./personFigures.js";
export {groupingChoice, savingsGroups, savingsMonths, savingsShares} from "./shareFigures.js";
