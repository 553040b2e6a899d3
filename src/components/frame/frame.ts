/** What every page has around its text: run from the head of each page (`scripts/site/documentHead.ts`). */
import {figureParam} from "../../lib/site/figureAddress.js";
import {contentsButton} from "./contents.js";
import {keepLinks} from "./keptLinks.js";
import {menuButton} from "./menu.js";
import {paperWidth} from "./paperWidth.js";
import {printLine} from "./printLine.js";
import {searchButtons} from "./search.js";
import {themeSwitch} from "./themeSwitch.js";

const {document} = globalThis;
menuButton(document);
contentsButton(document);
keepLinks(document);
searchButtons(document);
printLine(document, () => new Date());
paperWidth(document);
document.querySelector("#observablehq-sidebar")?.append(themeSwitch(document));

/** Only a page in a frame shows a figure alone. */
const figure = new URLSearchParams(document.location.search).get(figureParam);
if (figure !== null)
  void import("./figureAlone.js").then(({figureAlone}) => figureAlone(document, figure));

/** Only a page that was kept from a notebook leads back to it. */
if (document.querySelector("meta[name=notebook]"))
  void import("./notebookEdit.js").then(({notebookEdit}) => notebookEdit(document));

/** Only pages with Observable’s inputs have their style. */
const main = document.querySelector("#observablehq-main");
if (main && document.querySelector('link[href*="stdlib/inputs"]'))
  void import("./inputNames.js").then(({nameInputs}) => nameInputs(main));
