import {utimesSync, watch} from "node:fs";
import {join} from "node:path";
import {navigation} from "./pages.js";

/**
 * Follows the pages in `src/`. The preview reads its config again when that file's time changes; so a page that
 * is new, gone or renamed reaches the sidebar by a touch of it. Comes back with a function that ends it.
 */
export function watchNavigation(projectRoot: string): () => void {
  const root = join(projectRoot, "src");
  let known = JSON.stringify(navigation(root));
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    const current = JSON.stringify(navigation(root));
    if (current === known) return;
    known = current;
    const now = new Date();
    utimesSync(join(projectRoot, "observablehq.config.ts"), now, now);
  };
  const watcher = watch(root, {recursive: true}, (_event, file) => {
    if (!file?.endsWith(".md")) return;
    clearTimeout(timer);
    timer = setTimeout(look, 100);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
