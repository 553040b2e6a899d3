/** What the lifestyles page shows, in the order of its sections. */
export {stableFrom} from "../../lib/lifestyles/firmness.js";
export {mainText} from "../../lib/people/relation.js";
export {lifestyleMap, segmentChoice} from "./mapFigures.js";
export {lifestyleCount, lifestyleRepeat, lifestyleScore} from "./methodFigures.js";
export {dotsOf} from "./people.js";
export {lifestyleProfiles, lifestyleSavings, segmentTable} from "./segmentFigures.js";
export {leftOutText, openingText} from "./words.js";
