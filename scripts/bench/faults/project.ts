/** The project that is disturbed: all of the code, a few pages, and a bank that is made in a second. */
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {projectRoot} from "../../../loaders/environment.js";
import {sourceFiles} from "../../../loaders/sourceFiles.js";
import {markdownFiles} from "../../site/pages.js";
import {copySources} from "../../site/workingCopy.js";

/** The bank of a state: two of them are different everywhere. */
export function bankOptions(state: number): string[] {
  return `--individuals 60 --companies 8 --months 6 --seed ${state + 1}`.split(" ");
}

/** The loaders of what every page asks for. */
const everywhere = ["search-entries.json.ts", "search-names.keyed.sql", "freshness.json.ts"];

/** A page of the project's own, over a dataset of its own. */
const ownPage = "src/bank/facts.md";
const ownLoader = "src/data/facts.csv.sql";

/**
 * Copies the project into an empty folder, with its own page, those that are given (`company/cash.md`), and the loaders
 * that these read. Nothing is made yet, no bank either.
 */
export function copyProject(folder: string, pages: readonly string[] = []): void {
  copySources(projectRoot, folder);
  const source = join(folder, "src");
  const kept = ["404.md", ...pages];
  for (const file of markdownFiles(source)) if (!kept.includes(file)) rmSync(join(source, file));
  const loaders = new Set([...everywhere, ...pages.flatMap((page) => loadersOf(source, page))]);
  for (const file of readdirSync(join(source, "data")))
    if (!loaders.has(file)) rmSync(join(source, "data", file), {recursive: true});
  const paths = [ownPage.replace(/^src\//, ""), ...pages].map((file) => file.replace(/\.md$/, ""));
  const map = paths.map((path) => `- [${path}](./${path})\n`).join("");
  write(folder, "src/index.md", `# Few pages\n\n<div class="site-map">\n\n${map}\n</div>\n`);
  editProject(folder, 0);
}

/** Gives the project's own page and dataset the words of a state. */
export function editProject(folder: string, state: number): void {
  const words = state === 0 ? "before" : "after";
  write(
    folder,
    ownLoader,
    `-- How many accounts are there, ${words} the change?
-- Grain: one row.
-- Size: bounded: one row.
-- Columns: word, account_count.
select '${words}' as word, count(*)::integer as account_count from bank.accounts order by word
`,
  );
  write(
    folder,
    ownPage,
    `# Facts ${words} the change

\`\`\`js
const facts = FileAttachment("../data/facts.csv").csv({typed: true});
\`\`\`

\`\`\`js
display(facts.length);
\`\`\`
`,
  );
}

/** Gives a page of the project one sentence more, in the words of a state. */
export function editPage(folder: string, page: string, state: number): void {
  const file = join(folder, "src", page);
  const text = readFileSync(file, "utf8").replace(/\nAs it was (before|after)\.\n$/, "");
  writeFileSync(file, `${text}\nAs it was ${state === 0 ? "before" : "after"}.\n`);
}

/** The loaders whose datasets a page and its modules name. */
function loadersOf(source: string, page: string): string[] {
  const folder = page.replace(/\.md$/, "");
  const files = [page, ...sourceFiles(join(source, folder)).map((file) => join(folder, file))];
  const names = files.flatMap((file) =>
    Array.from(
      readFileSync(join(source, file), "utf8").matchAll(/\bdata\/([a-z0-9-]+\.\w+)/g),
      ([, name]) => name!,
    ),
  );
  // the loaders of a profile read each other's datasets
  const [group] = page.split("/");
  return readdirSync(join(source, "data")).filter(
    (file) => file.startsWith(`${group}-`) || names.some((name) => file.startsWith(`${name}.`)),
  );
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), {recursive: true});
  writeFileSync(join(folder, file), text);
}
