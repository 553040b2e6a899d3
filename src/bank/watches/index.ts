/** What the page of the watches shows, in the order of its sections. */
export {watchesNow, watchHistory} from "./figures.js";
export {watchesText} from "./words.js";
