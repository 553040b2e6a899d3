/**
 * What a site was built from, and what came out. A build that would make the same again leaves it as it is; a folder in
 * which one byte is another, or a file more or fewer, is built anew.
 */
import {createHash} from "node:crypto";
import {existsSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";
import {readMade} from "../../loaders/datasets/made.js";
import {hashOf} from "../../loaders/inputFiles.js";
import {readMemory} from "../../loaders/memoryFile.js";
import {filesBelow, sourceFiles} from "../../loaders/sourceFiles.js";
import {writeAside} from "../../loaders/writeAside.js";
import {publishedFile} from "../../src/lib/site/siteAge.js";
import {siteParts} from "./workingCopy.js";

export interface BuiltRecord {
  /** Of its sources, which are known before the datasets are. */
  readonly sources: string;
  /** Of all that makes the site. */
  readonly inputs: string;
  /** Of the files of the site. */
  readonly outputs: string;
  /** What the check of its pages remarked, to be said again. */
  readonly remarks: readonly string[];
}

/** A hash of what makes a site beside its data: sources, packages and settings. */
export function siteSources(
  projectRoot: string,
  settings: object,
  parts: readonly string[] = siteParts,
): string {
  const hashes = parts.map((part) => folderHash(join(projectRoot, part), sourceFiles));
  return hashOf(JSON.stringify([process.version, settings, hashes]));
}

/** A hash of all that makes a site: its sources, the datasets as they are now, and the snapshot. */
export function siteInputs(sources: string, snapshot: string): string {
  const made = [...readMade()].map(([target, {outputHash}]) => [target, outputHash]);
  return hashOf(JSON.stringify([sources, snapshot, made]));
}

/** Whether a site may be one that was built from these sources: no more than a look, before its data are known. */
export function mayStand(projectRoot: string, folder: string, sources: string): boolean {
  const record = readRecords(projectRoot).get(relative(projectRoot, folder));
  return record?.sources === sources && existsSync(folder);
}

/** The record of a site that still is what was built from these inputs; undefined where it is not. */
export function recordOf(
  projectRoot: string,
  folder: string,
  inputs: string,
): BuiltRecord | undefined {
  const record = readRecords(projectRoot).get(relative(projectRoot, folder));
  if (record?.inputs !== inputs || !existsSync(folder)) return undefined;
  return record.outputs === outputsHash(folder) ? record : undefined;
}

export function keepRecord(
  projectRoot: string,
  folder: string,
  built: Omit<BuiltRecord, "outputs">,
): void {
  const record = {...built, outputs: outputsHash(folder)};
  const records = readRecords(projectRoot).set(relative(projectRoot, folder), record);
  writeAside(fileIn(projectRoot), `${JSON.stringify(Object.fromEntries(records), null, 2)}\n`);
}

const fileIn = (projectRoot: string) => join(projectRoot, "src/.observablehq/built.json");

/** By folder; where nothing is remembered everything is built. */
function readRecords(projectRoot: string): Map<string, BuiltRecord> {
  return readMemory(fileIn(projectRoot));
}

/** What says when the site was confirmed is written by each build, and no part of what it shows. */
const outputsHash = (folder: string) =>
  folderHash(folder, (path) => filesBelow(path).filter((file) => file !== publishedFile));

/** A hash of a file, or of the names and contents of all files below a folder. */
function folderHash(path: string, filesOf = filesBelow): string {
  const hash = createHash("sha256");
  const files = statSync(path).isDirectory()
    ? filesOf(path).map((file) => join(path, file))
    : [path];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${relative(path, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}
