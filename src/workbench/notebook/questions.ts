/** Questions to start from: each a notebook that answers itself, with something to turn. */
import type {Notebook} from "../../lib/notebook/notebook.js";
import {parseNotebook} from "../../lib/notebook/notebookText.js";
import {bankQuestions} from "./bankQuestions.js";
import {moneyQuestions} from "./moneyQuestions.js";
import {peopleQuestions} from "./peopleQuestions.js";

export const questions: readonly Notebook[] = [
  ...peopleQuestions,
  ...bankQuestions,
  ...moneyQuestions,
].map(parseNotebook);
