import {createInterface} from "node:readline";
import {log} from "../../loaders/log.js";
import {startObservable} from "./observable.js";

export interface Preview {
  /** Where the first page is. */
  readonly url: string;
  /** Resolves to the exit code when the preview has ended, of itself or by `stop`. */
  readonly ended: Promise<number>;
  stop(): void;
}

const address = /http:\/\/\S+\//;

/** What the preview's config says on a line of its own, before the version of a sidebar that it now serves. */
export const navigationWord = "navigation:";

/**
 * Starts Framework's preview and waits until it listens; without a port it takes 3000 or the next free one.
 * What it says about each request is logged at level debug; `onNavigation` is told the version of the sidebar, and of each new one.
 * Throws what it said where it does not start.
 */
export async function startPreview({
  port,
  devUrl,
  keepUrl,
  onNavigation,
}: {
  port?: number | undefined;
  devUrl: string;
  keepUrl: string;
  onNavigation: (version: string) => void;
}): Promise<Preview> {
  const args = ["preview", "--no-open"];
  if (port !== undefined) args.push("--port", String(port));
  const child = startObservable(args, {SITE_DEV_URL: devUrl, SITE_KEEP_URL: keepUrl});
  const ended = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 0));
  });
  const said: string[] = [];
  let isListening = false;
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (text: string) => {
      log.debug(text);
      if (text.startsWith(navigationWord)) onNavigation(text.slice(navigationWord.length).trim());
      if (isListening) return;
      said.push(text);
      const found = address.exec(text)?.[0];
      if (!found) return;
      isListening = true;
      resolve(found);
    };
    for (const input of [child.stdout, child.stderr]) createInterface({input}).on("line", listen);
    ended.then(() => reject(new Error(`the preview ended:\n${said.join("\n")}`)), reject);
  });
  return {url, ended, stop: () => child.kill("SIGTERM")};
}
