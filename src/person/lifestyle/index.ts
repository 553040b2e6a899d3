/** What the page of a person's lifestyle shows. */
export {keyedRow} from "../../components/keyed.js";
export {personBar} from "../../components/profileBar.js";
export {shownPerson} from "../../lib/people/relation.js";
export {lifestyleHabits} from "./habitFigures.js";
export {personText} from "./profile.js";
