import {createServer, type RequestListener} from "node:http";
import type {AddressInfo} from "node:net";
import {text} from "node:stream/consumers";
import {expect, it, onTestFinished} from "vitest";
import {post} from "../../../loaders/clickhouse/post.js";

async function serving(answer: RequestListener): Promise<URL> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/?database=bank`);
}

const echo: RequestListener = async (request, response) => {
  const body = await text(request);
  response.writeHead(201, {"X-Said": request.headers["x-own"]!}).end(`${request.url} ${body}`);
};

async function* pieces() {
  yield Buffer.from("one ");
  yield Buffer.from("two");
}

it.each([
  ["a text", "one two"],
  ["what comes piece by piece", pieces()],
])("posts %s, and gives status, headers and body", async (_, body) => {
  const answer = await post(await serving(echo), {headers: {"X-Own": "7"}, body});
  expect(answer.status).toBe(201);
  expect(answer.headers["x-said"]).toBe("7");
  expect(await text(answer.body)).toBe("/?database=bank one two");
});

it("follows no redirection: an account is for one server alone", async () => {
  const asked: string[] = [];
  const elsewhere = await serving((request, response) => {
    asked.push(request.url!);
    response.end();
  });
  const url = await serving((_, response) =>
    response.writeHead(307, {location: elsewhere.href}).end(),
  );
  expect((await post(url, {headers: {}, body: ""})).status).toBe(307);
  expect(asked).toEqual([]);
});

it("throws what the body throws, and leaves the request unfinished", async () => {
  let isWhole = false;
  const url = await serving((request) => request.on("end", () => (isWhole = true)));
  async function* broken() {
    yield Buffer.from("one");
    throw new Error("the disk is gone");
  }
  await expect(post(url, {headers: {}, body: broken()})).rejects.toThrow("the disk is gone");
  expect(isWhole).toBe(false);
});

it("gives the answer of a server that refuses before it has read the body", async () => {
  const url = await serving((_, response) =>
    response.writeHead(403, {connection: "close"}).end("no"),
  );
  let isClosed = false;
  async function* endless() {
    try {
      for (;;) {
        yield Buffer.alloc(1000);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    } finally {
      isClosed = true;
    }
  }
  const answer = await post(url, {headers: {}, body: endless()});
  expect([answer.status, await text(answer.body)]).toEqual([403, "no"]);
  await expect.poll(() => isClosed).toBe(true);
});

it.each([
  ["before the answer", () => {}],
  ["within the answer", (_, response) => response.writeHead(200).write("half")],
] as [string, RequestListener][])(
  "throws the reason of a signal that ends it %s",
  async (_, answer) => {
    const url = await serving(answer);
    const signal = AbortSignal.timeout(200);
    const whole = post(url, {headers: {}, body: "", signal}).then(({body}) => text(body));
    await expect(whole).rejects.toMatchObject({name: "TimeoutError"});
  },
);

it("throws where the answer breaks off", async () => {
  const url = await serving((_, response) => {
    response.writeHead(200, {"content-length": "100"}).write("half");
    setTimeout(() => response.destroy(), 50);
  });
  const {body} = await post(url, {headers: {}, body: ""});
  await expect(text(body)).rejects.toMatchObject({code: "ECONNRESET"});
});

it("throws with its code where nobody listens", async () => {
  await expect(post(new URL("http://127.0.0.1:1"), {headers: {}, body: ""})).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});
