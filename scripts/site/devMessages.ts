import {createServer, type IncomingMessage, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import {refuseForeign} from "./thisMachine.js";

/** What every page of the preview should show. */
export interface DevState {
  /** What is wrong with loaders, source or snapshot; none takes the banner away. */
  readonly errors: readonly string[];
  /** How many datasets are still to be made; null while the bank is read, or made, and nobody knows. */
  readonly missingCount: number | null;
  /** The last day of the data, `YYYY-MM-DD`; null while nobody knows. */
  readonly asOf: string | null;
  /** The version of the sidebar, of `navigationVersion`; null until the preview tells it. */
  readonly navigation: string | null;
}

/** Answers requests of the pages of a preview beside the messages. */
export interface DevResponder {
  /** Answers a request, or says that it does not. */
  respond(request: IncomingMessage, response: ServerResponse): boolean;
  /** Lets the pages of the preview at this address ask. */
  admit(previewUrl: string): void;
  close(): void;
}

/** What a browser calls the pages of the preview at this address: both names of this machine. */
export function previewOrigins(previewUrl: string): string[] {
  const {port} = new URL(previewUrl);
  return ["127.0.0.1", "localhost"].map((host) => `http://${host}:${port}`);
}

export interface DevMessages {
  /** Where pages get `page.js`; ends in a slash. */
  readonly url: string;
  /** Tells the open pages, and those that open later, what is now so; the rest stays as it was. */
  tell(news: Partial<DevState>): void;
  close(): void;
}

/**
 * Serves what `npm run dev` has to say, to pages of this machine. A page is told the state, not the change: one
 * that was loading when something changed learns of it as soon as it listens. `others` answers other requests.
 */
export async function openDevMessages(
  initial: DevState,
  others: Pick<DevResponder, "respond">,
): Promise<DevMessages> {
  const script = await pageScript();
  const pages = new Set<ServerResponse>();
  let current = initial;
  const event = () => `data: ${JSON.stringify(current)}\n\n`;
  const server = createServer((request, response) => {
    if (refuseForeign(request, response)) return;
    if (others.respond(request, response)) return;
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("cache-control", "no-store");
    if (request.url?.startsWith("/page.js?")) {
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
    tell(news) {
      current = {...current, ...news};
      for (const page of pages) page.write(event());
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function pageScript(): Promise<Uint8Array> {
  const {outputFiles} = await build({
    entryPoints: [fileURLToPath(new URL("devPage.ts", import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
  });
  return outputFiles[0]!.contents;
}
