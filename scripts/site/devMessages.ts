import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

export interface DevMessages {
  /** Where pages get `banner.js`; ends in a slash. */
  readonly url: string;
  /** Shows these messages on all open pages, instead of those before; none takes the banner away. */
  show(messages: readonly string[]): void;
  close(): void;
}

/** Serves the banner of `npm run dev` and what it says, to pages of this machine. */
export async function openDevMessages(): Promise<DevMessages> {
  const script = await bannerScript();
  const pages = new Set<ServerResponse>();
  let current: readonly string[] = [];
  const event = () => `data: ${JSON.stringify(current)}\n\n`;
  const server = createServer((request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("cache-control", "no-store");
    if (request.url === "/banner.js") {
      response.writeHead(200, {"content-type": "text/javascript; charset=utf-8"}).end(script);
    } else if (request.url === "/events") {
      response.writeHead(200, {"content-type": "text/event-stream"}).write(event());
      pages.add(response);
      response.on("close", () => pages.delete(response));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(messages) {
      current = messages;
      for (const page of pages) page.write(event());
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function bannerScript(): Promise<Uint8Array> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("devBanner.ts", import.meta.url))],
    format: "esm",
    write: false,
  });
  return outputFiles[0]!.contents;
}
