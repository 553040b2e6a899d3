/** What the dictionary shows. */
export {lineageOf} from "../../lib/site/lineage.js";
export {dictionaryView} from "./dictionaryView.js";
export {measureEntries, tableEntries} from "./entries.js";
export {dictionaryText, withheldText} from "./words.js";
