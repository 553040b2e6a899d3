import {once} from "node:events";
import {join} from "node:path";
import {type FSWatcher, watch} from "chokidar";
import {log} from "../../loaders/log.js";
import {errorWords} from "../../loaders/machineError.js";
import {navigation, navigationVersion, type PageGroup} from "./pages.js";

/**
 * Follows the pages in `src/`, until closed: `onChange` is given the sidebar and its version once a page is new, gone or
 * renamed.
 */
export async function watchNavigation(
  projectRoot: string,
  onChange: (groups: readonly PageGroup[], version: string) => void,
): Promise<FSWatcher> {
  const root = join(projectRoot, "src");
  let known = navigationVersion(navigation(root));
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, stats) =>
      path === join(root, ".observablehq") || (stats?.isFile() === true && !path.endsWith(".md")),
  });
  watcher.on("all", () => {
    const groups = maybeNavigation(root);
    if (groups === undefined) return;
    const version = navigationVersion(groups);
    if (version === known) return;
    known = version;
    onChange(groups, version);
  });
  watcher.on("error", (error) => log.warn(`the sidebar is not followed: ${errorWords(error)}`));
  await once(watcher, "ready");
  return watcher;
}

/** Undefined where a page went while it was looked for: its end is an event of its own. */
function maybeNavigation(root: string): readonly PageGroup[] | undefined {
  try {
    return navigation(root);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return undefined;
  }
}
