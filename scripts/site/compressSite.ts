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
 * Writes the compressed forms of a site's files beside them, where they are smaller. Those of a file that one of the
 * sites `known` has as well are taken from there.
 */
export async function compressSite(folder: string, known: readonly string[]): Promise<void> {
  const files = filesBelow(folder).filter((file) => compressible.test(file));
  await inTurn(files, async (file) => {
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
  });
}

function holds(file: string, body: Buffer): boolean {
  const isThere = statSync(file, {throwIfNoEntry: false})?.size === body.length;
  return isThere && readFileSync(file).equals(body);
}
