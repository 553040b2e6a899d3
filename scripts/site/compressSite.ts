import {copyFileSync, existsSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {promisify} from "node:util";
import {brotliCompress, gzip} from "node:zlib";
import {filesBelow} from "../../loaders/sourceFiles.js";
import {inTurn} from "./inTurn.js";
import {brotliOptions, compressible, type Encoding, encodings} from "./serve/encodings.js";

/** Both work on threads of their own. */
const compressors: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, brotliOptions(body)),
  gzip: promisify<Buffer, Buffer>(gzip),
};

/**
 * Writes the compressed forms of a site's files beside them, but of those that have been compressed as they were written
 * (`CompressingEffects`).
 */
export async function compressSite(folder: string, known: readonly string[]): Promise<void> {
  const hasForms = (file: string) =>
    encodings.some(({ending}) => existsSync(join(folder, file + ending)));
  const files = filesBelow(folder).filter((file) => compressible.test(file) && !hasForms(file));
  await inTurn(files, (file) => compressFile(folder, file, known));
}

/**
 * Writes the compressed forms of a file of a site beside it, where they are smaller. Where one of the sites `known` has the
 * same file, they are taken from there.
 */
export async function compressFile(
  folder: string,
  file: string,
  known: readonly string[],
): Promise<void> {
  const body = readFileSync(join(folder, file));
  const kept = known.find((site) => holds(join(site, file), body));
  for (const {name, ending} of encodings) {
    const made = file + ending;
    if (kept !== undefined && existsSync(join(kept, made))) {
      copyFileSync(join(kept, made), join(folder, made));
      continue;
    }
    const compressed = await compressors[name](body);
    if (compressed.length < body.length) writeFileSync(join(folder, made), compressed);
  }
}

function holds(file: string, body: Buffer): boolean {
  const isThere = statSync(file, {throwIfNoEntry: false})?.size === body.length;
  return isThere && readFileSync(file).equals(body);
}
