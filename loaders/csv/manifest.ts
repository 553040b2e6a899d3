import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import {fileKind} from "./fileKind.js";

type Parameters = Readonly<Record<string, number | string>>;

/** What a bank's folder says of itself. Anyone may have written it, so only what is checked here is taken from it. */
export interface Manifest {
  /** How the bank was generated, in the order of the file; null where it does not say, as in a batch of the live stream, or names no generator. */
  readonly parameters: Parameters | null;
  readonly files: readonly {readonly table: string; readonly sha256: string}[];
}

/** The generator's are of 4 kB. */
const largestBytes = 1_000_000;

/**
 * The manifest of a folder; undefined where it has none. Throws one line, with what to do, on one that cannot be
 * read, is too large, or is of another shape.
 */
export function maybeManifest(folder: string): Manifest | undefined {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) return undefined;
  const refuse = (what: string, cause?: unknown) =>
    new Error(`unreadable manifest: ${file}: ${what} (remove it, or run npm run seed)`, {cause});
  const kind = fileKind(file);
  if (kind !== "file") throw refuse(`it is a ${kind}`);
  const {size} = statSync(file);
  if (size > largestBytes) throw refuse(`${size} bytes, at most ${largestBytes}`);
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw refuse("no JSON", error);
  }
  if (!isObject(content)) throw refuse("no object");
  const {generator, parameters = null, files} = content;
  if (parameters !== null && !isParameters(parameters))
    throw refuse("parameters are not numbers and texts by name");
  if (!isFiles(files)) throw refuse("files is not a list of table and sha256");
  const isGenerated = isObject(generator) && typeof generator.name === "string";
  return {parameters: isGenerated ? parameters : null, files};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isParameters(value: unknown): value is Parameters {
  return (
    isObject(value) &&
    Object.values(value).every((item) => typeof item === "number" || typeof item === "string")
  );
}

function isFiles(value: unknown): value is Manifest["files"] {
  return (
    Array.isArray(value) &&
    value.every(
      (item) => isObject(item) && typeof item.table === "string" && typeof item.sha256 === "string",
    )
  );
}
