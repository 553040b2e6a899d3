import {spawn} from "node:child_process";
import {once} from "node:events";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {text} from "node:stream/consumers";
import {describe, expect, it, onTestFinished} from "vitest";
import {projectRoot} from "../../../loaders/environment.js";

/** What it writes, and its exit code, where the session of `npm run dev` answers so. */
async function asked(answer: (url: string, response: ServerResponse) => void) {
  const server = createServer(({url = ""}, response) => answer(url, response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const {port} = server.address() as AddressInfo;
  const args = ["loaders/datasets/askForDataset.mjs", "src/data/[city].csv.sql", "--city=São João"];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: {SITE_DEV_URL: `http://127.0.0.1:${port}/`},
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return {stdout, stderr, code};
}

describe("askForDataset.mjs", () => {
  it("asks for the loader and its parameters, and writes what comes", async () => {
    let seen = new URLSearchParams();
    const answer = await asked((url, response) => {
      seen = new URL(url, "http://localhost").searchParams;
      response.end("city\nPorto\n");
    });
    expect(answer).toEqual({stdout: "city\nPorto\n", stderr: "", code: 0});
    expect([...seen]).toEqual([
      ["loader", "src/data/[city].csv.sql"],
      ["city", "São João"],
    ]);
  });

  it("fails with what went wrong", async () => {
    const answer = await asked((_, response) => response.writeHead(500).end("no such column\n"));
    expect(answer).toEqual({stdout: "", stderr: "no such column\n", code: 1});
  });

  it("fails where the answer breaks off, as when the session ends", async () => {
    const {stderr, code} = await asked((_, response) => {
      response.write("city\n", () => response.destroy());
    });
    expect(stderr).toMatch(/^npm run dev does not answer: /);
    expect(code).toBe(1);
  });
});
