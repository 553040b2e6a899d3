import {writeFileSync} from "node:fs";
import {connect} from "node:net";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {frameHeaders, securityHeaders} from "../../scripts/site/serve/headers.js";
import {type DevServer, devServer} from "../support/devServer.js";
import {copyPart} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

const secret = "a-password-that-stays-here";

describe("what the preview serves, and to whom", () => {
  const folder = temporaryFolder("dev-server");
  let dev: DevServer;
  let port: number;
  beforeAll(async () => {
    await copyPart(folder, {loaders: []});
    for (const name of [".env", "src/.env", "src/.hidden", "src/shown.txt", "beside.md"])
      writeFileSync(join(folder, name), `KEPT=${secret}\n`);
    dev = await devServer(folder);
    port = Number(new URL(dev.url).port);
  });
  afterAll(async () => {
    await dev?.close();
  });

  /** The status and the whole answer to a request as it is written: clients tidy a path before they ask. */
  const ask = (path: string, headers: Record<string, string> = {}) =>
    new Promise<{status: number; text: string}>((resolve, reject) => {
      const lines = Object.entries({host: `localhost:${port}`, connection: "close", ...headers});
      const socket = connect(port, "127.0.0.1");
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk) => {
        text += chunk;
        if (/^HTTP\/1.1 101/.test(text)) socket.destroy();
      });
      socket.on("error", reject);
      socket.on("close", () => resolve({status: Number(text.split(" ")[1]), text}));
      const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join("");
      socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n`);
    });

  it.each([`localhost`, `127.0.0.1`, `[::1]`])("answers to the name %s", async (name) => {
    expect(await ask("/index.html", {host: `${name}:${port}`})).toMatchObject({status: 200});
  });

  it.each([
    ["a name that leads here", {host: "bank.example"}],
    ["a name that begins like ours", {host: "localhost.bank.example"}],
    ["a page of another site", {origin: "https://bank.example"}],
    ["a page in a sandbox", {origin: "null"}],
    [
      "a script of a page of another site",
      {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"},
    ],
  ])("refuses %s, with the way to ask", async (_, headers) => {
    const {status, text} = await ask("/index.html", headers);
    expect(status).toBe(403);
    expect(text).toContain(`open http://localhost:${port}`);
  });

  it("may be led to from another site, and is framed by its own pages only", async () => {
    const led = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"};
    const {status, text} = await ask("/index.html", led);
    expect(status).toBe(200);
    const told = text.split("\r\n\r\n")[0]!.toLowerCase();
    for (const [name, value] of Object.entries({...securityHeaders, ...frameHeaders("")}))
      expect(told).toContain(`${name}: ${value.toLowerCase()}`);
  });

  const socket = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  };
  it("refuses a socket to a page of another site, and opens it to its own", async () => {
    const asked = (origin: string) => ask("/_observablehq", {...socket, origin});
    expect(await asked("https://bank.example")).toMatchObject({status: 403});
    expect(await asked(`http://localhost:${port}`)).toMatchObject({status: 101});
  });

  it("refuses another site what the pages ask the command itself", async () => {
    const {text} = await ask("/index.html");
    const [, page] = /src="(http:\/\/127\.0\.0\.1:\d+)\/page\.js/.exec(text)!;
    const status = async (headers: Record<string, string>) =>
      (await fetch(`${page}/events`, {headers, signal: AbortSignal.timeout(60_000)})).status;
    expect(await status({origin: "https://bank.example"})).toBe(403);
    expect(await status({origin: `http://localhost:${port}`})).toBe(200);
  });

  it("gives a file of the site", async () => {
    expect(await ask("/_file/shown.txt")).toMatchObject({
      status: 200,
      text: expect.stringContaining(secret),
    });
  });

  it.each([
    "/.env",
    "/../.env",
    "/%2e%2e/.env",
    "/_file/.env",
    "/_file/../.env",
    "/_file/../../.env",
    "/_file/%2e%2e/.env",
    "/_file/..%2f.env",
    "/_file/..%5c.env",
    "/_file//../.env",
    "/_file/.hidden",
    "/_import/../.env",
    "/_import/%2e%2e/.env",
    "/_import/.env",
    "/_node/../../../../.env",
    "/_npm/../../../.env",
    "/_npm/%2e%2e/%2e%2e/%2e%2e/%2e%2e/.env",
    "/_observablehq/../../.env",
    "/_jsr/../../../.env",
    "/beside",
    "/../beside",
    "/%2e%2e/beside",
    "/_file/../beside.md",
  ])("gives nothing beside the site for %s", async (path) => {
    const {text} = await ask(path);
    expect(text).not.toContain(secret);
  });
});
