/** A process that puts a folder of its own in the place of one, again and again, beside others that do the same. */
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {partialFolder, replaceFolder} from "../../loaders/replacedFolder.js";

const rounds = 200;

process.on("message", (target: string) => {
  for (let round = 0; round < rounds; round++) {
    mkdirSync(partialFolder(target));
    for (const file of ["a", "b"])
      writeFileSync(join(partialFolder(target), file), `${process.pid} ${round}`);
    replaceFolder(target);
  }
  process.send!(true);
  process.disconnect();
});
process.send!(true);
