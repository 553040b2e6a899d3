import {get, type IncomingMessage} from "node:http";
import type {Writable} from "node:stream";
import {pipeline} from "node:stream/promises";
import {LoaderResolver} from "@observablehq/framework/dist/loader.js";

/** A loader as Framework finds it for a file: its path from the root of the sources, and the values of `[city]` and the like. */
interface FoundLoader {
  readonly path: string;
  readonly params?: Readonly<Record<string, string>> | undefined;
}

/**
 * Has Framework's preview, in this process, ask the session of `npm run dev` at `devUrl` for what loaders make: it has the bank
 * open, and makes what it is asked for before others.
 */
export function askForDatasets(devUrl: string): void {
  const {find} = LoaderResolver.prototype;
  LoaderResolver.prototype.find = function (path) {
    const loader = find.call(this, path);
    if (loader && "command" in loader)
      loader.exec = (output: Writable) => askForDataset(devUrl, loader, output);
    return loader;
  };
}

/** Writes what a loader makes into a stream. Rejects with what went wrong, also where the answer breaks off. */
export async function askForDataset(
  devUrl: string,
  {path, params = {}}: FoundLoader,
  output: Writable,
): Promise<void> {
  const url = new URL("dataset", devUrl);
  url.search = String(new URLSearchParams({loader: `src/${path}`, ...params}));
  let whole: Buffer[] | undefined;
  try {
    const response = await answerOf(url);
    if (response.statusCode === 200) await pipeline(response, output);
    else whole = await response.toArray();
  } catch (error) {
    throw new Error(`npm run dev does not answer: ${(error as Error).message}`);
  }
  if (whole) throw new Error(Buffer.concat(whole).toString("utf8").trim());
}

/** Without a limit of time: what is asked for may wait until a large bank is read. */
function answerOf(url: URL): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => get(url, resolve).on("error", reject));
}
