/** What the administrator's page shows, in the order of its sections. */
export {keyedRow} from "../../components/keyed.js";
export {accountFinder} from "./accountFinder.js";
export {ownAccounts} from "./ownAccounts.js";
export {adminDays, adminPostings, adminStatement} from "./postingFigures.js";
export {postingSearch} from "./postingSearch.js";
export {dayPostings} from "./postings.js";
export {
  adminAccounts,
  adminDormant,
  adminLarge,
  adminOverdrawn,
  bankCards,
  postedCards,
} from "./stateFigures.js";
export {statusLine} from "./statusLine.js";
export {attentionText, firstAccount} from "./words.js";
