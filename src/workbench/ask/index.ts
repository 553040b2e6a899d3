/** What the page for questions is made of, beside the pieces that every page may use. */
export {
  categoryLabel,
  feesFinding,
  lateFinding,
  merchantsFinding,
  purposeNames,
  salaryFinding,
  weekBeforeChristmas,
  weekFinding,
} from "./answers.js";
export {askFirst} from "./askFirst.js";
export {publishedColumns} from "./publishedColumns.js";
export {publishedMeasures} from "./publishedMeasures.js";
export {queryBox} from "./queryBox.js";
