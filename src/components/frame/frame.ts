/** What every page has around its text: run from the head of each page (`scripts/site/documentHead.ts`). */
import {contentsButton} from "./contents.js";
import {keepLinks} from "./keptLinks.js";
import {menuButton} from "./menu.js";
import {paperWidth, printLine} from "./paper.js";
import {searchButtons} from "./search.js";
import {themeSwitch} from "./themeSwitch.js";

const {document, window} = globalThis;
menuButton(document);
contentsButton(document);
keepLinks(document);
searchButtons(document);
printLine(document, () => new Date());
paperWidth(document);
document.querySelector("#observablehq-sidebar")?.append(themeSwitch(document));

/** Only a page in a frame shows a figure alone. */
const {figure} = document.documentElement.dataset;
if (figure) void import("./figureAlone.js").then(({figureAlone}) => figureAlone(document, figure));

/** Only a site that promises to be fresh says when it is not. */
if (document.querySelector("meta[name=stale-after]"))
  void import("./staleLine.js").then(({staleLine}) => staleLine(document, {now: () => new Date()}));

/** Only a server without byte ranges makes a page load the published bank whole. */
window.addEventListener("wholefile", (event) => {
  const bytes = (event as CustomEvent<number>).detail;
  void import("./wholeFileLine.js").then(({wholeFileLine}) => wholeFileLine(document, bytes));
});

/** Only a page that was kept from a notebook leads back to it. */
if (document.querySelector("meta[name=notebook]"))
  void import("./notebookEdit.js").then(({notebookEdit}) => notebookEdit(document));

/** Only pages with Observable’s inputs have their style. */
const main = document.querySelector("#observablehq-main");
if (main && document.querySelector('link[href*="stdlib/inputs"]'))
  void import("./inputNames.js").then(({nameInputs}) => nameInputs(main));
