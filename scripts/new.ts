/** `npm run new`: a page, its data loader and its test, to begin an analysis with. */

import {join} from "node:path";
import {projectRoot} from "../loaders/environment.js";
import {withLock} from "../loaders/lock.js";
import {NewError} from "../src/lib/site/analysisName.js";
import {writeAnalysis} from "./new/write.js";
import {readOptions} from "./terminal/options.js";

const words = process.argv.slice(2);
const end = words.findIndex((word) => word.startsWith("-"));
const title = words.slice(0, end < 0 ? words.length : end).join(" ");
const {group} = readOptions(
  {
    usage: 'npm run new -- "Fee income by city"',
    summary: "Writes a page that draws at once, its data loader and its test, for you to change.",
    options: {
      group: {type: "text", help: "the folder of src/ in which the page stands, such as bank"},
    },
  },
  end < 0 ? [] : words.slice(end),
);

try {
  if (group === undefined)
    throw new NewError(`no group (npm run new -- "${title || "Fee income by city"}" --group bank)`);
  // two at once would read one map, and write it one over the other
  const turn = join(projectRoot, "src/.observablehq/new.lock");
  const {files, slug, camel} = await withLock(turn, async () =>
    writeAnalysis(projectRoot, title, group),
  );
  process.stdout.write(`${files.map((file) => `wrote ${file}`).join("\n")}

Look at it: npm run dev, then /${group}/${slug}
Change the question in src/data/${slug}.csv.sql, then the page, then what test/data/${camel}.test.ts expects.
Try both: npm run check, npx vitest run test/data/${camel}.test.ts
`);
} catch (error) {
  if (!(error instanceof NewError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
