import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {withLock} from "../../loaders/lock.js";
import {log} from "../../loaders/log.js";
import {publishHistoryFile, readPublishHistory} from "../../loaders/publishHistory.js";
import {writeAside} from "../../loaders/writeAside.js";
import {type Publish, publishesText, withPublish} from "../../src/lib/site/publishes.js";

const cache = "src/.observablehq/cache/data/publishes.json";

/**
 * Keeps what a site that now stands says of the bank, for the next one to compare with. A history that cannot be read is
 * told of, and begun anew.
 */
export async function keepPublish(): Promise<void> {
  const file = join(projectRoot, cache);
  if (!existsSync(file)) return; // a site without a first page that tells it
  const {now} = JSON.parse(readFileSync(file, "utf8")) as {now: Publish};
  await withLock(join(projectRoot, "src/.observablehq/publishes.lock"), async () => {
    const {publishes, mistake} = readPublishHistory();
    if (mistake !== undefined)
      log.warn(`${mistake} (the history of what was published begins anew)`);
    const kept = withPublish(now, publishes);
    if (kept !== publishes || mistake !== undefined)
      writeAside(publishHistoryFile, publishesText(kept));
  });
}
