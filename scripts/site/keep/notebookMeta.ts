import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {deflateRawSync} from "node:zlib";
import {mostLinkLetters} from "../../../src/lib/notebook/notebookLink.js";
import {printNotebook} from "../../../src/lib/notebook/notebookText.js";
import {pageMarkdown} from "../pageMarkdown.js";
import {pageNotebook} from "./pageNotebook.js";

/**
 * The notebook of the page at `path`, which begins with a slash, as the letters of its link; undefined for a page that
 * was not kept from one, and for one that is too long for a link.
 */
export function notebookLetters(sourceRoot: string, path: string): string | undefined {
  const source = pageMarkdown(sourceRoot, path);
  if (source === undefined) return undefined;
  const notebook = pageNotebook(source, (id) => {
    const loader = join(sourceRoot, `data/${id}.csv.sql`);
    return existsSync(loader) ? readFileSync(loader, "utf8") : undefined;
  });
  if (!notebook) return undefined;
  const letters = deflateRawSync(printNotebook(notebook)).toString("base64url");
  return letters.length > mostLinkLetters ? undefined : letters;
}
