/** Writes the files of a page that a notebook is kept as: all of them, or none. */
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {type AnalysisName, analysisName, NewError} from "../../../src/lib/site/analysisName.js";
import {assertGroup, map, withLine} from "../../new/write.js";

/** What the page of the notebook sends. */
export interface KeepRequest {
  readonly title: string;
  /** The folder of `src/` that the page comes into. */
  readonly group: string;
  /** Texts by their paths from the project's root. */
  readonly files: Readonly<Record<string, string>>;
  /** Whether files of the same name make room, which somebody was asked. */
  readonly replace: boolean;
}

/** Files that are there already, and were not to be replaced. */
export class AlreadyThere extends Error {
  constructor(readonly files: readonly string[]) {
    super(`exists already: ${files.join(", ")}`);
  }
}

/**
 * Writes the files of a kept page, and its line on the first page where it is new; returns the page's path. Throws
 * `NewError` where the title, the group or a path cannot be, and `AlreadyThere`; nothing is written then.
 */
export function writeKept(root: string, request: KeepRequest): string {
  const {title, group, files, replace} = request;
  const name = analysisName(title);
  assertGroup(root, group);
  const page = `src/${group}/${name.slug}.md`;
  for (const path of Object.keys(files)) assertPath(path, page, name);
  if (files[page] === undefined) throw new NewError(`no page among the files: ${page}`);
  const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (there.length > 0 && !replace) throw new AlreadyThere(there);
  const isNew = !there.includes(page);
  const old = isNew ? [] : loadersOf(readFileSync(join(root, page), "utf8"));
  const texts = isNew
    ? {...files, [map]: withLine(readFileSync(join(root, map), "utf8"), name, group)}
    : files;
  writeAll(root, texts);
  for (const path of old)
    if (path.startsWith(`src/data/${name.slug}-`) && files[path] === undefined)
      rmSync(join(root, path), {force: true});
  return `/${group}/${name.slug}`;
}

/** A request may name the page and its loaders, and nothing else of the machine. */
function assertPath(path: string, page: string, {slug}: AnalysisName): void {
  const data = /^src\/data\/([a-z0-9-]+)\.csv(?:\.sql)?$/.exec(path)?.[1];
  if (path !== page && !data?.startsWith(`${slug}-`))
    throw new NewError(`no file of this page: ${path}`);
}

/** The loaders that a kept page names, by its fences. */
const loadersOf = (page: string) =>
  Array.from(
    page.matchAll(/^```js figure=([a-z0-9-]+) cell=/gm),
    ([, id]) => `src/data/${id}.csv.sql`,
  );

/** Each text is whole beside its place before the first takes it; loaders come before the page that asks for them. */
function writeAll(root: string, texts: Readonly<Record<string, string>>): void {
  const order = Object.keys(texts).sort(
    (a, b) => Number(a.endsWith(".md")) - Number(b.endsWith(".md")),
  );
  const aside = (path: string) => join(root, `${path}.aside`);
  try {
    for (const path of order) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(aside(path), texts[path]!);
    }
  } catch (error) {
    for (const path of order) rmSync(aside(path), {force: true});
    throw error;
  }
  for (const path of order) renameSync(aside(path), join(root, path));
}
