/**
 * Preloaded into a command that is to be killed at one of its writes: what lies between two of them, as between the
 * renames that exchange a folder, is too short to be met by a clock. `?at=12.4` kills it with SIGKILL around the 12th:
 * before it, half way through its bytes, or after it. `?count=FILE` lets it run, and writes into a file how many there
 * were.
 */
import fs from "node:fs";
import {syncBuiltinESMExports} from "node:module";

const asked = new URL(import.meta.url).searchParams;
const at = Number(asked.get("at") ?? Number.POSITIVE_INFINITY);
const countFile = asked.get("count");
const {writeFileSync} = fs;
let count = 0;

const end = () => process.kill(process.pid, "SIGKILL");
/** What the loader of TypeScript keeps for itself is no work of the command. */
const isOwn = (target) =>
  typeof target === "number" ? target > 2 : !/[/\\]tsx-\d+/.test(String(target));

function counting(name, original) {
  return function counted(...args) {
    if (!isOwn(args[0])) return original.apply(this, args);
    count += 1;
    if (count !== Math.floor(at)) return original.apply(this, args);
    const moment = at % 1;
    if (moment < 1 / 3) end();
    if (moment < 2 / 3 && /^(write|append)/.test(name) && args[1]?.length > 1) {
      const half = Math.floor(args[1].length / 2);
      original.call(
        this,
        args[0],
        args[1].slice(0, half),
        ...(name === "writeSync" ? [] : args.slice(2)),
      );
      end();
    }
    const result = original.apply(this, args);
    if (typeof result?.then === "function") return result.finally(end);
    end();
    return result;
  };
}

const writes = [
  "appendFile",
  "copyFile",
  "cp",
  "link",
  "mkdir",
  "rename",
  "rm",
  "unlink",
  "utimes",
  "writeFile",
];
for (const name of writes) {
  fs.promises[name] &&= counting(name, fs.promises[name]);
  fs[`${name}Sync`] = counting(`${name}Sync`, fs[`${name}Sync`]);
}
fs.writeSync = counting("writeSync", fs.writeSync);
syncBuiltinESMExports();

if (countFile) process.on("exit", () => writeFileSync(countFile, String(count)));
