import {statSync, utimesSync} from "node:fs";
import {join} from "node:path";
import {markdownFiles, navigation, navigationVersion} from "./pages.js";

const pollMs = 500;

/**
 * Follows the pages in `src/`. The preview reads its config again when that file's time changes; so a page that
 * is new, gone or renamed reaches the sidebar by a touch of it, and `onChange` is told the version that then
 * holds, for pages that were loading meanwhile and did not see the touch. Files are looked at twice a second,
 * because the events of a folder that is watched with all below it get lost. Comes back with a function that
 * ends it.
 */
export function watchNavigation(
  projectRoot: string,
  onChange: (version: string) => void,
): () => void {
  const root = join(projectRoot, "src");
  let knownTimes = timesOf(root);
  let known = navigationVersion(navigation(root));
  const look = () => {
    const times = timesOf(root);
    if (times === knownTimes) return;
    knownTimes = times;
    const current = navigationVersion(navigation(root));
    if (current === known) return;
    known = current;
    const now = new Date();
    utimesSync(join(projectRoot, "observablehq.config.ts"), now, now);
    onChange(current);
  };
  const timer = setInterval(look, pollMs);
  return () => clearInterval(timer);
}

/** The pages and when each was written, as text to compare; a page that goes while one looks has no time. */
function timesOf(root: string): string {
  return markdownFiles(root)
    .map((file) => `${file} ${statSync(join(root, file), {throwIfNoEntry: false})?.mtimeMs}`)
    .join("\n");
}
