/** A process that, told so, holds the lock for a moment, and answers whether it was alone within: `lock.test.ts`. */
import {rmSync, writeFileSync} from "node:fs";
import {setTimeout as sleep} from "node:timers/promises";
import {withLock} from "../../loaders/lock.js";

process.on("message", async (file: string) => {
  const isAlone = await withLock(file, async () => {
    try {
      writeFileSync(`${file}.inside`, "", {flag: "wx"});
    } catch {
      return false;
    }
    await sleep(3);
    rmSync(`${file}.inside`);
    return true;
  });
  process.send?.(isAlone);
});
process.send?.("ready");
