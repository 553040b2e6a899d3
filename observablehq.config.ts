import {join} from "node:path";
import type {MarkdownParser} from "@observablehq/framework/dist/markdown.js";
import {endingWithThis} from "./loaders/childProcess.js";
import {dynamicPaths} from "./loaders/datasets/dynamicPaths.js";
import {audiencePages} from "./loaders/editions/audiencePages.js";
import {environment, holdTo, projectRoot} from "./loaders/environment.js";
import {withSimulatedWords} from "./loaders/pages/simulatedWords.js";
import {withSqlCells} from "./loaders/pages/sqlCells.js";
import {withoutLegs} from "./loaders/pages/withoutLegs.js";
import {legsOf} from "./loaders/snapshot/legs.js";
import {eventsPath} from "./scripts/live/events.js";
import {askForDatasets} from "./scripts/site/askForDataset.js";
import {readChangesInTurn} from "./scripts/site/changesInTurn.js";
import {documentHead} from "./scripts/site/documentHead.js";
import {withFigureAnchors} from "./scripts/site/figureAnchors.js";
import {notebookLetters} from "./scripts/site/keep/notebookMeta.js";
import {withKnownAnchors} from "./scripts/site/knownAnchors.js";
import {watchNavigation} from "./scripts/site/navigationWatch.js";
import {pageShape} from "./scripts/site/pageShape.js";
import {pageStyle} from "./scripts/site/pageStyle.js";
import {
  markdownFiles,
  navigation,
  navigationVersion,
  type PageGroup,
} from "./scripts/site/pages.js";
import {navigationWord} from "./scripts/site/preview.js";
import {readRooms} from "./scripts/site/rooms.js";
import {footerWords, homeWords, siteData} from "./scripts/site/siteData.js";
import {parseStaleAfter} from "./scripts/site/staleAfter.js";
import {keepToThisMachine} from "./scripts/site/thisMachine.js";
import {topBar} from "./scripts/site/topBar.js";
import {fillVendored} from "./scripts/site/vendor.js";

const devUrl = environment.SITE_DEV_URL;
const {versions} = await fillVendored(projectRoot, {isWhole: devUrl !== undefined});

// Framework publishes any output that it finds, however old. What it has to make again must be of the same
// instant as what it finds, so this process and the loaders that it starts are held to one snapshot.
// `npm run build` makes all of them itself.
if (devUrl === undefined && environment.SITE_DATASETS !== "made") {
  const {removeStaleOutputs} = await import("./loaders/datasets/runner.js");
  holdTo((await removeStaleOutputs()).settings);
}

const sources = join(projectRoot, "src");
const audience = audiencePages(environment);
const pagesOfAudience =
  audience &&
  markdownFiles(sources)
    .map((file) => file.slice(0, -".md".length))
    .filter(audience.has);
const legs = legsOf(environment);
// what a page leaves out needs no room
const rooms = legs === "all" ? readRooms(projectRoot) : {};
const liveEvents = devUrl && `${devUrl}${eventsPath}`;
const keep = environment.SITE_KEEP_URL;
const node = ["node", ...endingWithThis()];
/** The preview is always of now. */
const staleAfter = devUrl === undefined ? parseStaleAfter(environment.SITE_STALE_AFTER) : undefined;
/** Of a build that makes its datasets itself; the preview asks for them. */
const interpreters = {
  ".sql": [...node, "--import", "tsx", "loaders/datasets/interpreter.ts"],
  ".ts": [...node, "--import", "tsx"],
};

const configOf = (pages: readonly PageGroup[]) => ({
  root: "src",
  output: environment.SITE_OUTPUT ?? "dist",
  base: environment.SITE_BASE ?? "/",
  title: "Countinghouse",
  home: homeWords(projectRoot),
  pages,
  // links name files: a plain server, an object store and a folder of files know nothing else
  preserveExtension: true,
  preserveIndex: true,
  dynamicPaths,
  search: false,
  head: ({path}: {path: string}) =>
    documentHead(path, {
      ...{versions, rooms, liveEvents, keep, staleAfter, pages: pagesOfAudience},
      countStep: audience?.countStep,
      devPage: devUrl && `${devUrl}page.js?navigation=${navigationVersion(pages)}`,
      ...siteData(projectRoot),
      style: pageStyle(sources, path),
      shape: pageShape(sources, path),
      notebook: notebookLetters(sources, path),
    }),
  header: () => topBar(homeWords(projectRoot)),
  footer: () => footerWords(projectRoot, audience),
  style: "style/index.css",
  globalStylesheets: [],
  markdownIt: (md: MarkdownParser) =>
    withoutLegs(
      withSimulatedWords(
        withKnownAnchors(withFigureAnchors(withSqlCells(md))),
        () => siteData(projectRoot).isSimulated,
      ),
      sources,
      legs,
    ),
  interpreters,
  duckdb: {extensions: {json: null, parquet: null}},
});

const groups = navigation(sources, audience?.has);
let config = configOf(groups);

// The preview asks this module again at each request. A touch of the file would do too, but loads all open pages
// again, also those that somebody works in.
if (devUrl !== undefined) {
  keepToThisMachine();
  readChangesInTurn();
  askForDatasets(devUrl);
  console.log(navigationWord, navigationVersion(groups));
  await watchNavigation(projectRoot, (groups, version) => {
    config = configOf(groups);
    console.log(navigationWord, version);
  });
}

export {config as default};
