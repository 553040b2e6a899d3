import {once} from "node:events";
import {createServer, type ServerResponse} from "node:http";
import type {AddressInfo} from "node:net";
import {PassThrough} from "node:stream";
import {text} from "node:stream/consumers";
import {describe, expect, it, onTestFinished} from "vitest";
import {askForDataset} from "../../scripts/site/askForDataset.js";

/** What is written, where the session of `npm run dev` answers so. */
async function asked(answer: (url: string, response: ServerResponse) => void): Promise<string> {
  const server = createServer(({url = ""}, response) => answer(url, response));
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const {port} = server.address() as AddressInfo;
  const output = new PassThrough();
  const loader = {path: "data/[city].csv.sql", params: {city: "São João"}};
  const [, written] = await Promise.all([
    askForDataset(`http://127.0.0.1:${port}/`, loader, output),
    text(output),
  ]);
  return written;
}

describe("askForDataset(devUrl, loader, output)", () => {
  it("asks for the loader and its parameters, and writes what comes", async () => {
    let seen = new URLSearchParams();
    const answer = await asked((url, response) => {
      seen = new URL(url, "http://localhost").searchParams;
      response.end("city\nPorto\n");
    });
    expect(answer).toBe("city\nPorto\n");
    expect([...seen]).toEqual([
      ["loader", "src/data/[city].csv.sql"],
      ["city", "São João"],
    ]);
  });

  it("fails with what went wrong", async () => {
    const answer = asked((_, response) => response.writeHead(500).end("no such column\n"));
    await expect(answer).rejects.toThrow(/^no such column$/);
  });

  it("fails where the answer breaks off, as when the session ends", async () => {
    const answer = asked((_, response) => {
      response.write("city\n", () => response.destroy());
    });
    await expect(answer).rejects.toThrow(/^npm run dev does not answer: /);
  });
});
