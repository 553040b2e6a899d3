// What can be found on this site, besides people and companies?
// Grain: one row per page, figure and measure, in the order of the files; drafts are left out, and so is what an edition
// is without.
// Size: bounded by pages, figures and measures.
// Columns: kind (page, figure, measure), title, text (one line on what is there), path (from the root of the site).
import {basename, join} from "node:path";
import {dynamicPaths} from "../../loaders/datasets/dynamicPaths.js";
import {parameterNames} from "../../loaders/datasets/pagePaths.js";
import {audiencePages} from "../../loaders/editions/audiencePages.js";
import {environment, projectRoot} from "../../loaders/environment.js";
import {listInputs, readInput} from "../../loaders/inputFiles.js";
import {pageFiles} from "../../loaders/pages/pageFiles.js";
import {measureEntries, pageEntries} from "../lib/site/searchEntries.js";
import {sentence} from "../lib/words.js";

const root = join(projectRoot, "src");

const loaders = new Set(listInputs(join(root, "data")));

/** The question that a dataset answers: the first line of its loader's header. */
function questionOf(file: string): string | undefined {
  const [, name = ""] = /^(?:\.\.?\/)*data\/(.+)$/.exec(file) ?? [];
  const loader = [name, `${name}.sql`, `${name}.ts`].find((loader) => loaders.has(loader));
  const header = loader === undefined ? "" : readInput(join(root, "data", loader));
  return /^(?:--|\/\/) (.+\?)$/m.exec(header)?.[1];
}

/** Pages with brackets in their names are found by the names of their rows. */
const isOne = (file: string) => parameterNames(file).length === 0;

const has = audiencePages(environment)?.has ?? (() => true);

const entries = pageFiles(root)
  .filter((file) => isOne(file) && has(file.slice(0, -".md".length)))
  .flatMap((file) => {
    const text = readInput(join(root, file));
    const path = file.slice(0, -".md".length);
    return /^draft: true$/m.test(text)
      ? []
      : pageEntries(path === "index" ? "" : path, text, questionOf);
  });
for await (const path of dynamicPaths()) {
  const [, folder = ""] = path.split("/");
  const text = sentence(folder.replaceAll("-", " "));
  entries.push({kind: "page", title: basename(path), text, path: path.slice(1)});
}
const measures = measureEntries().filter(({path}) => has(path.split("#")[0]!));
process.stdout.write(JSON.stringify([...entries, ...measures]));
