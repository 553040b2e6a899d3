/** What the page of a person's savings shows, in the order of its sections. */
export {keyedRow, keyedRows} from "../../components/keyed.js";
export {personBar} from "../../components/profileBar.js";
export {shownPerson} from "../../lib/people/relation.js";
export {balancesOf, standingText} from "../../lib/people/savings.js";
export {personSavingsCards} from "./cards.js";
export {
  savingsFundStanding,
  savingsGoals,
  savingsPerson,
  savingsStanding,
} from "./savingsFigures.js";
