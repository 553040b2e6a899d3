import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {clearReplacements, replaceFolder} from "../../loaders/replacedFolder.js";
import {writeAside} from "../../loaders/writeAside.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {type Published, publishedFile} from "../../src/lib/site/siteAge.js";
import {BuildError, refuse} from "./buildError.js";
import {compressSite} from "./compressSite.js";
import {finishSite} from "./finish.js";
import {findDeadLinks} from "./links.js";
import {shareFiles} from "./shareFiles.js";
import {parseStaleAfter} from "./staleAfter.js";

/** What a site says of its age. */
export interface Promised {
  /** Before its source was asked. */
  readonly confirmed: Date;
  /** In seconds; undefined where the site promises nothing. */
  readonly staleAfter: number | undefined;
}

/** How old a site promises to be at most, in seconds; undefined where it promises nothing. Throws `BuildError` on what is no such promise. */
export function promiseOf({
  SITE_STALE_AFTER,
}: {
  SITE_STALE_AFTER?: string | undefined;
}): number | undefined {
  try {
    return parseStaleAfter(SITE_STALE_AFTER);
  } catch (error) {
    throw new BuildError((error as Error).message);
  }
}

/** Says in a site when it was confirmed, where it promises something. */
export function writePublished(folder: string, {confirmed, staleAfter}: Promised): void {
  if (staleAfter === undefined) return;
  const published: Published = {
    confirmed_at: confirmed.toISOString().replace(/\.\d+/, ""),
    stale_after_seconds: staleAfter,
  };
  writeAside(join(folder, publishedFile), `${JSON.stringify(published)}\n`);
}

export interface PublishOptions {
  readonly base: string;
  readonly promised: Promised;
  /** Another site that has most of its files. */
  readonly alike?: string | undefined;
  /** The page that is opened first, of a site without a first page of its own. */
  readonly first?: string;
}

/**
 * Gives what Framework has built in `aside` all that it leaves out, and puts it in the place of `folder`, which is as it was until
 * then. Compressed files are taken from a site `alike` where it has them, and large ones shared with it. Throws `BuildError` on a dead link.
 */
export async function publishFolder(
  aside: string,
  folder: string,
  options: PublishOptions,
): Promise<void> {
  const {base, promised, alike, first} = options;
  clearReplacements(folder);
  finishSite(aside, {base});
  if (first !== undefined) writeFileSync(join(aside, "index.html"), leadingTo(pageFile(first)));
  refuse(findDeadLinks(aside, {base}).map(({file, href}) => `${file}: dead link: ${href}`));
  await compressSite(aside, standing(folder, options));
  if (alike !== undefined) shareFiles(aside, alike);
  writePublished(aside, promised);
  replaceFolder(folder, aside);
}

/** The sites that may have files of the one that is to stand in `folder`. */
export function standing(folder: string, {alike}: Pick<PublishOptions, "alike">): string[] {
  return alike === undefined ? [folder] : [folder, alike];
}

/** A first page that leads to another. */
function leadingTo(file: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url=${file}">
<title>Countinghouse</title>
<main><a href="${file}">Countinghouse</a></main>
</html>
`;
}
