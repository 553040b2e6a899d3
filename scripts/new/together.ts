/**
 * New files that come together, and the one that leads to them. They are noted before the first is written, so that the
 * next run can take back what one that was killed, or met a full disk, had written of them.
 */
import {existsSync, mkdirSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {isAlive} from "../../loaders/abandoned.js";
import {writeAside} from "../../loaders/writeAside.js";

type Texts = Readonly<Record<string, string>>;

/**
 * Texts by their paths from the project's root: of new files, and of the last one to be written, which was there
 * before.
 */
interface Note {
  readonly files: Texts;
  readonly last: readonly [path: string, text: string];
}

const notes = "src/.observablehq";

/** Writes all of the files, or where it fails none. */
export function writeTogether(root: string, files: Texts, last: Note["last"]): void {
  const note = join(root, notes, `new-${process.pid}.json`);
  try {
    writeAside(note, JSON.stringify({files, last} satisfies Note));
    for (const [path, text] of [...Object.entries(files), last]) {
      mkdirSync(dirname(join(root, path)), {recursive: true}); // for all to read, as sources are
      writeAside(join(root, path), text);
    }
  } catch (error) {
    takeBack(root, files);
    throw error;
  } finally {
    rmSync(note, {force: true});
  }
}

/** Takes back what killed runs have written without coming to the last file. What somebody has changed since stays. */
export function takeBackUnfinished(root: string): void {
  const folder = join(root, notes);
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const pid = Number(/^new-(\d+)\.json$/.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid || isAlive(pid)) continue;
    const {files, last} = JSON.parse(readFileSync(join(folder, name), "utf8")) as Note;
    if (readFileSync(join(root, last[0]), "utf8") !== last[1]) takeBack(root, files);
    for (const path of [...Object.keys(files), last[0]])
      rmSync(join(root, `${path}.${pid}.tmp`), {force: true}); // half written, by writeAside
    rmSync(join(folder, name), {force: true});
  }
}

function takeBack(root: string, files: Texts): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, "utf8") === text) rmSync(file);
  }
}
