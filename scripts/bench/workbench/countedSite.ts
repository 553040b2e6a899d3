import {environment} from "../../../loaders/environment.js";
import {openBrowser} from "../../site/browser.js";
import {serveSite} from "../../site/serve/serveSite.js";

/** Serves a built site to a browser, and counts what goes over the wire: workers' requests too, headers included. */
export async function countedSite(folder: string) {
  const browser = await openBrowser(environment);
  const sent: {path: string; byteCount: number}[] = [];
  const server = await serveSite(folder, {
    respond(request, response) {
      const {socket} = request;
      const before = socket.bytesWritten;
      const path = new URL(request.url!, "http://site").pathname;
      response.on("finish", () => sent.push({path, byteCount: socket.bytesWritten - before}));
      return false;
    },
  });
  return {
    url: server.url,
    browser,
    sent,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

export type CountedSite = Awaited<ReturnType<typeof countedSite>>;

/** Whether a file is the engine itself, which a browser keeps. */
export const isEngine = (path: string): boolean => path.includes("/@duckdb/duckdb-wasm@");
