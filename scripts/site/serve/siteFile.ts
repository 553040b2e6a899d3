import {join, posix, sep} from "node:path";
import {acceptedEncodings, compressible, type Encoding} from "./encodings.js";
import {maybeOpen, type OpenFile} from "./openFile.js";

/** A file of a site, as it is sent. */
export interface SiteFile {
  /** Its path below the site, which says what it is; it is opened under the name of its compressed form. */
  readonly path: string;
  readonly open: OpenFile;
  readonly encoding: Encoding | undefined;
}

/**
 * The file that a path of the site means, opened: the file itself, a page without its ending, or the first page of a folder;
 * in a form that the header `Accept-Encoding` of a request takes.
 */
export function maybeSiteFile(
  folder: string,
  path: string,
  acceptEncoding: (name: string) => string | undefined,
): SiteFile | undefined {
  for (const name of [path, `${path}.html`, posix.join(path, "index.html")]) {
    const file = join(folder, name);
    if (!file.startsWith(folder + sep)) continue;
    const wanted = compressible.test(name) ? acceptedEncodings(acceptEncoding(name)) : [];
    for (const {name: encoding, ending} of wanted) {
      const open = maybeOpen(file + ending, folder);
      if (open) return {path: name, open, encoding};
    }
    const open = maybeOpen(file, folder);
    if (open) return {path: name, open, encoding: undefined};
  }
  return undefined;
}
