/**
 * Framework's preview reads an open page anew at each change of a file that the page is made of, also while it is still at it
 * for another change. Of two readings that end together, both go on to watch the files: the next save is then read
 * twice, and the one after it four times. And what is saved after a page was read and before its files are watched is not
 * seen at all. Here the changes of a page are read one after the other, and as one what has come meanwhile; and a page is
 * looked at once more when its files are watched, which sends nothing where nothing has changed.
 */
import {setTimeout as sleep} from "node:timers/promises";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";
import {log} from "../../loaders/log.js";
import {errorWords} from "../../loaders/machineError.js";

/** One save is told several times, and of a loader also as of what it makes. */
const quietMs = 15;

/** By then a browser has what it asks for at a change. */
const lookMs = 400;

type Read = (what: string) => unknown;

/** Holds Framework's preview in this process to it. */
export function readChangesInTurn(): void {
  const turns = new Map<string, Promise<unknown>>();
  const inTurn = (page: string, read: Read) => {
    const waiting = new Set<string>();
    return (what: string, as = what) => {
      if (waiting.has(as)) return;
      waiting.add(as);
      const before = turns.get(page) ?? Promise.resolve();
      const turn = before.then(async () => {
        await sleep(quietMs);
        waiting.delete(as);
        await read(what);
      });
      const told = turn.catch((error) =>
        log.error(`${page} is not read anew: ${errorWords(error)}`),
      );
      turns.set(page, told);
    };
  };
  const {watchFiles, watchPage} = LoaderResolver.prototype;
  LoaderResolver.prototype.watchFiles = async function (page, names, read) {
    const readInTurn = inTurn(page, read);
    const change = (name: string) => readInTurn(name, "any file");
    const watchers = await watchFiles.call(this, page, names, change);
    const look = setTimeout(change, lookMs, page);
    const {close} = watchers;
    watchers.close = () => {
      clearTimeout(look);
      close.call(watchers);
    };
    return watchers;
  };
  LoaderResolver.prototype.watchPage = function (page, read) {
    const change = inTurn(page, read);
    return watchPage.call(this, page, (event) => change(event));
  };
}
