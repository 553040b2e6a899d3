/** What the page on lineage shows. */
export {lineageOf} from "../../lib/site/lineage.js";
export {lineageAround, lineagePicker, lineageTables} from "./lineageFigures.js";
export {idleText, lineageText} from "./words.js";
