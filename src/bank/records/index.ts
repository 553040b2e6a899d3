/** What the page of records shows, in the order of its sections. */
export {activityTable, loadTable, ruleTable} from "./figures.js";
export {activityFinding, loadsFinding, rulesFinding} from "./words.js";
