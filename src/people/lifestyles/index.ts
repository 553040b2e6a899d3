/** What the lifestyles page shows, in the order of its sections. */
export {homeLink} from "../../components/homeLink.js";
export {stableFrom} from "../../lib/lifestyles/firmness.js";
export {mainText} from "../../lib/people/relation.js";
export {lifestyleHabits, personChoice} from "./habitFigures.js";
export {lifestyleMap, lifestylePerson, segmentChoice} from "./mapFigures.js";
export {lifestyleCount, lifestyleRepeat, lifestyleScore} from "./methodFigures.js";
export {dotsOf, personAt} from "./people.js";
export {personText} from "./profile.js";
export {lifestyleProfiles, lifestyleSavings, segmentTable} from "./segmentFigures.js";
export {leftOutText, openingText} from "./words.js";
