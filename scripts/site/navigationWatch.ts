import {once} from "node:events";
import {utimesSync} from "node:fs";
import {join} from "node:path";
import {type FSWatcher, watch} from "chokidar";
import {navigation, navigationVersion} from "./pages.js";

/**
 * Follows the pages in `src/`, until closed. The preview reads its config again when that file's time changes; so a
 * page that is new, gone or renamed reaches the sidebar by a touch of it, and `onChange` is told the version
 * that then holds, for pages that were loading meanwhile and did not see the touch.
 */
export async function watchNavigation(
  projectRoot: string,
  onChange: (version: string) => void,
): Promise<FSWatcher> {
  const root = join(projectRoot, "src");
  let known = navigationVersion(navigation(root));
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      path === join(root, ".observablehq") || (stats?.isFile() === true && !path.endsWith(".md")),
  });
  watcher.on("all", () => {
    const current = maybeVersion(root);
    if (current === undefined || current === known) return;
    known = current;
    const now = new Date();
    utimesSync(join(projectRoot, "observablehq.config.ts"), now, now);
    onChange(current);
  });
  await once(watcher, "ready");
  return watcher;
}

/** Undefined where a page went while it was looked for: its end is an event of its own. */
function maybeVersion(root: string): string | undefined {
  try {
    return navigationVersion(navigation(root));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
