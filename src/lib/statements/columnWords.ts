/**
 * What columns are called, in the languages of statements: English, German, French, Spanish, Italian, Portuguese,
 * Dutch, Swedish, Danish, Norwegian, Finnish, Polish, Czech and Hungarian. A heading may mean several things
 * (`Valuta` is a day in German and a currency in Swedish): all are listed, and what the cells hold decides.
 */
import {dayWords} from "./dayWords.js";
import {moneyWords} from "./moneyWords.js";
import {textWords} from "./textWords.js";
import {tradeWords} from "./tradeWords.js";

export const columnWords = {...tradeWords, ...dayWords, ...moneyWords, ...textWords} as const;

/** What a column can be. */
export type Role = keyof typeof columnWords;
