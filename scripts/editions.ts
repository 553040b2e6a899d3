/** `npm run editions`: one site for each of many companies or people. */
import {join} from "node:path";
import {EditionError, editionFolder, editionOf} from "../loaders/editions/edition.js";
import {log} from "../loaders/log.js";
import {runCommand} from "./db/runCommand.js";
import {basePath} from "./site/basePath.js";
import {buildEditions, editionsOfAll} from "./site/editions.js";
import {operandsOf, readOptions} from "./terminal/options.js";

const command = {
  usage: "npm run editions --",
  summary:
    "Builds a site for each of many, into a folder each, from one snapshot: those that are named (company:com-00012 …), or all.",
  options: {
    all: {
      type: "text",
      values: ["company", "person"],
      help: "one for each company, or each person, that has an account",
    },
    base: {
      type: "text",
      default: "/",
      help: "the path below which each of them will stand on its host",
    },
    output: {type: "text", default: "editions", help: "the folder of their folders"},
  },
} as const;

const {operands, rest} = operandsOf(command);
const {all, base, output} = readOptions(command, rest);

await runCommand(async () => {
  const start = performance.now();
  const named = operands.map((name) => {
    const edition = editionOf(name);
    if (!edition) throw new EditionError("admin is the whole bank: npm run build makes its site");
    return edition;
  });
  const every = (["company", "person"] as const).find((audience) => audience === all);
  const requests = every ? [...(await editionsOfAll(every)), ...named] : named;
  if (requests.length === 0)
    throw new EditionError(
      "no edition is named (npm run editions -- company:com-00012, or --all company)",
    );
  let count = 0;
  const reports = await buildEditions(requests, {
    base: basePath(base),
    folderOf: (edition) => join(output, editionFolder(edition)),
    onReport({name, isUnchanged, milliseconds}) {
      count += 1;
      if (!isUnchanged) log.info(`${count} of ${requests.length}: ${name} in ${milliseconds} ms`);
    },
  });
  const built = reports.filter(({isUnchanged}) => !isUnchanged).length;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `built ${built} editions below ${output} in ${seconds} s, ${reports.length - built} unchanged\n`,
  );
  return 0;
});
