/** What the page of measures shows. */
export {measureList} from "./measureList.js";
export {measuresOf, measuresText} from "./words.js";
