import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {nearest, suggestion} from "../../src/lib/nearest.js";
import {type AnalysisName, analysisName, NewError} from "../../src/lib/site/analysisName.js";
import {analysisFiles} from "./files.js";
import {takeBackUnfinished, writeTogether} from "./together.js";

export interface NewAnalysis extends AnalysisName {
  /** What was written, from the project's root. */
  readonly files: readonly string[];
}

/** The page whose list leads to all others. */
export const map = "src/index.md";
/** Their pages are the tabs of one person or company. */
const profiles = ["person", "company"];

/**
 * Writes the files of an analysis and its line on the first page's map of the site. Throws `NewError` where the title or
 * the group cannot be, or a file of that name is there. Where it fails, nothing is written.
 */
export function writeAnalysis(root: string, title: string, group: string): NewAnalysis {
  const name = analysisName(title);
  assertGroup(root, group);
  takeBackUnfinished(root);
  assertFree(root, name, group);
  const index = withLine(readFileSync(join(root, map), "utf8"), name, group);
  const files = analysisFiles(name, group);
  writeTogether(root, files, [map, index]);
  return {...name, files: [...Object.keys(files), map]};
}

/** Throws `NewError` where no page can be added to a group: a folder of `src/` with pages, or a new one that is still empty. */
export function assertGroup(root: string, group: string): void {
  const groups = readdirSync(join(root, "src"), {withFileTypes: true})
    .filter((entry) => entry.isDirectory() && /^[a-z]/.test(entry.name))
    .map(({name}) => name)
    .filter((name) => !profiles.includes(name))
    .filter((name) => {
      const files = readdirSync(join(root, "src", name));
      return files.length === 0 || files.some((file) => file.endsWith(".md"));
    })
    .sort();
  if (groups.includes(group)) return;
  if (profiles.includes(group)) {
    throw new NewError(
      `not for new pages: ${group} (its pages are tabs of a profile; use ${groups.join(", ")})`,
    );
  }
  const isFolderName = /^[a-z][a-z0-9-]*$/.test(group);
  if (isFolderName && existsSync(join(root, "src", group))) {
    throw new NewError(
      `not for new pages: ${group} (src/${group} holds no pages; use ${groups.join(", ")})`,
    );
  }
  const next =
    isFolderName && nearest(group, groups) === undefined
      ? `; a new one begins with mkdir src/${group}`
      : "";
  throw new NewError(`unknown group: ${group}${suggestion(group, groups)}${next}`);
}

function assertFree(root: string, {slug, camel}: AnalysisName, group: string): void {
  const data = readdirSync(join(root, "src/data"))
    .filter((file) => file.split(".")[0] === slug)
    .map((file) => `src/data/${file}`);
  const others = [`src/${group}/${slug}.md`, `src/${group}/${slug}`, `test/data/${camel}.test.ts`];
  const [taken] = [...others.filter((file) => existsSync(join(root, file))), ...data];
  if (taken !== undefined) throw new NewError(`exists already: ${taken} (choose another title)`);
}

/** The first page of the site with a line for the new page: below the last of its group, or at the end of the map. */
export function withLine(index: string, {title, slug}: AnalysisName, group: string): string {
  const lines = index.split("\n");
  const start = lines.indexOf('<div class="site-map">');
  const isEntry = (line: string, at: number) => at > start && line.startsWith("- [");
  const entries = lines.flatMap((line, at) => (isEntry(line, at) ? [at] : []));
  const own = entries.filter((at) => lines[at]!.includes(`](./${group}/`));
  const last = own.at(-1) ?? entries.at(-1);
  if (start < 0 || last === undefined) {
    throw new NewError(`no map of the site in ${map} (a list in <div class="site-map">)`);
  }
  lines.splice(last + 1, 0, `- [${title}](./${group}/${slug})`);
  return lines.join("\n");
}
