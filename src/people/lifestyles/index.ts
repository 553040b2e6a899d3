/** What the lifestyles page shows, in the order of its sections. */
export {nameRows} from "../../components/nameRows.js";
export {mainText} from "../../lib/people/relation.js";
export {lifestyleMap} from "./mapFigures.js";
export {dotsOf} from "./people.js";
export {lifestyleProfiles, lifestyleSavings, segmentTable} from "./segmentFigures.js";
export {leftOutText, openingText} from "./words.js";
