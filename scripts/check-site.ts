/** `npm run check:site`: opens every page of the built site in a browser, or those that are named. */

import {existsSync} from "node:fs";
import {resolve} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {basePath} from "./site/basePath.js";
import {maybeBrowser, noBrowser} from "./site/browser.js";
import {chosenPages} from "./site/chosenPages.js";
import {pagePaths, visitSite} from "./site/visitSite.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run check:site --",
  summary:
    "Opens every page of the built site in Chromium and fails on what a reader should not see.",
  options: {
    folder: {type: "text", default: "dist", help: "the built site"},
    base: {type: "text", default: "/", help: "the path below which it is served"},
    page: {type: "text", help: "one page, people/budgets, or several with commas between"},
  },
});

try {
  const folder = resolve(projectRoot, options.folder);
  if (!existsSync(folder)) throw new Error(`no site in ${folder} (run npm run build)`);
  if (maybeBrowser(environment) === undefined) throw new Error(noBrowser);
  const {page} = options;
  const paths = page === undefined ? undefined : chosenPages(page, pagePaths(folder));
  process.stdout.write(`${"page".padEnd(32)} requests  kB before the first chart      ms\n`);
  const visits = await visitSite(folder, {
    base: basePath(options.base),
    env: environment,
    ...(paths && {paths}),
    onVisit({path, firstChart: {isThere, requestCount, byteCount, milliseconds}}) {
      const kB = (byteCount / 1000).toFixed(0).padStart(26);
      process.stdout.write(
        `/${path.padEnd(31)} ${String(requestCount).padStart(8)} ${kB} ${String(milliseconds).padStart(7)}${isThere ? "" : "  (no chart)"}\n`,
      );
    },
  });
  const problems = visits.flatMap(({path, problems}) =>
    problems.map((problem) => `/${path}: ${problem}`),
  );
  for (const problem of problems) log.error(problem);
  process.stdout.write(`${visits.length} pages, ${problems.length} problems\n`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
