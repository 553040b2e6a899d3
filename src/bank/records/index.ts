/** What the page of records shows, in the order of its sections. */
export {loadTable, ruleTable} from "./figures.js";
export {recordsText} from "./words.js";
