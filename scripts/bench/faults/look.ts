/**
 * What a folder holds, in parts each of which is to be whole: as it was before a command, or as the command makes it.
 */
import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {brotliDecompressSync, gunzipSync} from "node:zlib";
import {filesBelow} from "../../../loaders/sourceFiles.js";

/** A hash of each part, by its name; "" where there is none. */
export type Look = ReadonlyMap<string, string>;

/** What is looked at below a folder. */
export interface Parts {
  /** Files and folders that change as a whole. */
  readonly whole?: readonly string[];
  /** Folders each of whose files is a part of its own. */
  readonly files?: readonly string[];
}

export function lookAt(root: string, {whole = [], files = []}: Parts): Look {
  const look = new Map<string, string>();
  for (const path of whole) look.set(path, hashOf(placeOf(join(root, path))));
  for (const folder of files) {
    const place = join(root, folder);
    for (const file of existsSync(place) ? filesBelow(place) : []) {
      const path = join(folder, file);
      if (!isAside(path)) look.set(path, hashOf(join(root, path)));
    }
  }
  return look;
}

/** The parts that are neither as they were before nor as they are to be after. */
export function brokenParts(seen: Look, before: Look, after: Look): string[] {
  const names = new Set([...seen.keys(), ...before.keys(), ...after.keys()]);
  const hashes = (look: Look, name: string) => look.get(name) ?? "";
  return [...names].filter((name) => {
    const hash = hashes(seen, name);
    return hash !== hashes(before, name) && hash !== hashes(after, name);
  });
}

/** The parts that differ. */
export function changedParts(seen: Look, wanted: Look): string[] {
  return brokenParts(seen, wanted, wanted);
}

/** All paths below a folder, what is installed or kept by the loader of TypeScript apart. */
export function pathsBelow(folder: string): Set<string> {
  const found = readdirSync(folder, {recursive: true, encoding: "utf8"});
  const own = found.filter((path) => !/(^|\/)(node_modules|tsx-\d+|\.npm)(\/|$)/.test(path));
  return new Set(own.map(withoutHashes));
}

/**
 * What a process makes beside a place, until it takes it: a name that ends with the id of its owner, or begins a new
 * name with it.
 */
const isAside = (path: string) => /\.\d+\.tmp$|\.(partial|old|gone)-\d+/.test(path);

/** A folder that was being exchanged stands beside its place until the next command puts it back. */
function placeOf(path: string): string {
  if (existsSync(path) || !existsSync(dirname(path))) return path;
  const away = readdirSync(dirname(path)).find((name) =>
    new RegExp(`^${basename(path)}\\.old-\\d+$`).test(name),
  );
  return away === undefined ? path : join(dirname(path), away);
}

function hashOf(path: string): string {
  if (!existsSync(path)) return "";
  const hash = createHash("sha256");
  if (!statSync(path).isDirectory()) return hash.update(contentOf(path)).digest("hex");
  const files = filesBelow(path).map((file) => {
    const content = contentOf(join(path, file));
    return {name: withoutHashes(file), content};
  });
  for (const {name, content} of files.sort((a, b) => (a.name < b.name ? -1 : 1)))
    hash.update(`${name}\n${content.length}\n`).update(content);
  return hash.digest("hex");
}

/** Names of a site's files say what they hold, and so do pages: that is looked at by itself. */
const withoutHashes = (text: string) =>
  text.replace(/\.[0-9a-f]{8}\.(?=\w)/g, ".#.").replace(/sha256-[\w+/=]+/g, "sha256");

/** The bytes of a file; those of a page or a module of a site without the times at which its data were made. */
function contentOf(file: string): Buffer {
  const bytes = readFileSync(file);
  if (!/\.(html|js)(\.\w+)?$/.test(file)) return bytes;
  const plain = file.endsWith(".gz")
    ? gunzipSync(bytes)
    : file.endsWith(".br")
      ? brotliDecompressSync(bytes)
      : bytes;
  const text = plain.toString("utf8").replace(/("?lastModified"?:\s*)\d+/g, "$10");
  return Buffer.from(withoutHashes(text));
}
