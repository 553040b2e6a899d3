/** What the page on the segments' method shows, in the order of its sections. */
export {stableFrom} from "../../lib/lifestyles/firmness.js";
export {lifestyleCount, lifestyleRepeat, lifestyleScore} from "./methodFigures.js";
