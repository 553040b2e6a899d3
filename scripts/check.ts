/** `npm run check`: what is wrong with the pages and their loaders, before anything is built or opened. */

import {log} from "../loaders/log.js";
import {plural} from "../src/lib/words.js";
import {checkPages} from "./check/checkPages.js";
import {readOptions} from "./terminal/options.js";

readOptions({
  usage: "node --import tsx scripts/check.ts",
  summary:
    "Checks every page, cell and loader without a browser: names that are not there, and dead links.",
  options: {},
});

try {
  const start = performance.now();
  const {loaders, pages, remarks} = await checkPages();
  const problems = [...loaders, ...pages];
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  for (const remark of remarks) log.warn(remark);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const found = [plural(problems.length, "problem"), plural(remarks.length, "remark")].join(", ");
  process.stdout.write(`pages and loaders: ${found} in ${seconds} s\n`);
  if (problems.length > 0) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
