/** How the files of a kept page leave the browser. */
import {pageFile} from "../../lib/site/pageFile.js";

export interface Kept {
  readonly title: string;
  readonly group: string;
  /** Texts by their paths from the project's root. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where the page is, or why it was not written; `files` are those that are in its place. */
type Answer =
  | {readonly page: string}
  | {readonly message: string; readonly files: readonly string[]};

/** The preview has to notice the new page, and to make its data. */
const patienceMs = 30_000;

/** Sends the files to the preview and waits until it serves the page. Throws in the preview's words where it refuses. */
export async function sendKept(
  address: string,
  kept: Kept,
  replace: boolean,
  document: Document,
): Promise<Answer> {
  const {fetch, location, setTimeout} = document.defaultView!;
  const response = await fetch(address, {
    method: "POST",
    headers: {"content-type": "application/json"},
    body: JSON.stringify({...kept, replace}),
  }).catch(() => {
    throw new Error("the preview does not answer (is npm run dev still running?)");
  });
  const said = (await response.json()) as {page?: string; message?: string; files?: string[]};
  if (response.status === 409) return {message: said.message ?? "", files: said.files ?? []};
  if (!response.ok || said.page === undefined)
    throw new Error(said.message ?? `the preview answers ${response.status}`);
  const page = new URL(pageFile(said.page), location.origin).href;
  const end = Date.now() + patienceMs;
  while (!(await fetch(page, {cache: "no-store"})).ok) {
    if (Date.now() > end)
      throw new Error(`written, but the preview does not show it yet: ${said.page}`);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return {page};
}

/** The files in one, to unpack in the project's folder. */
export async function zipOf(files: Kept["files"]): Promise<Blob> {
  const {strToU8, zipSync} = await import("fflate");
  const entries = Object.entries(files).map(([path, text]) => [path, strToU8(text)] as const);
  const bytes = zipSync(Object.fromEntries(entries));
  return new Blob([bytes as Uint8Array<ArrayBuffer>], {type: "application/zip"});
}
