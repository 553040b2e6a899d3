/**
 * A TCP proxy before MariaDB that fails in a chosen way: says nothing after accepting, after the greeting or
 * after the login, or cuts the line after so many bytes of answers.
 */
import {createServer, type Socket, connect as tcpConnect} from "node:net";
import {onTestFinished} from "vitest";
import type {Environment} from "../../loaders/environment.js";

export type Fault =
  | {readonly silentAfter: "accept" | "greeting" | "login"}
  | {readonly cutAfterBytes: number};

export interface FaultyProxy {
  /** The settings that lead through the proxy. */
  readonly environment: Environment;
  /** How many connections were made. */
  connectionCount(): number;
}

/** Starts a proxy to the server of the settings; it ends with the test. */
export async function faultyProxy(env: Environment, fault: Fault): Promise<FaultyProxy> {
  let count = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    count += 1;
    sockets.add(client);
    client.on("error", () => {});
    if ("silentAfter" in fault && fault.silentAfter === "accept") return;
    const upstream = tcpConnect(Number(env.DB_PORT), env.DB_HOST);
    sockets.add(upstream);
    upstream.on("error", () => client.destroy());
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    forward(client, upstream, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return {
    environment: {...env, DB_HOST: "127.0.0.1", DB_PORT: String(address.port)},
    connectionCount: () => count,
  };
}

function forward(client: Socket, upstream: Socket, fault: Fault): void {
  let isSilent = false;
  let hasClientSpoken = false;
  let answered = 0;
  client.on("data", (bytes) => {
    hasClientSpoken = true;
    if ("silentAfter" in fault && fault.silentAfter === "greeting") isSilent = true;
    if (!isSilent) upstream.write(bytes);
  });
  upstream.on("data", (bytes) => {
    if (isSilent) return;
    answered += bytes.length;
    if ("cutAfterBytes" in fault && answered > fault.cutAfterBytes) {
      client.destroy();
      upstream.destroy();
      return;
    }
    client.write(bytes);
    // The fifth byte of an answer is 0 where the server says OK: after the login, once.
    const isOk = hasClientSpoken && bytes[4] === 0;
    if ("silentAfter" in fault && fault.silentAfter === "login" && isOk) isSilent = true;
  });
}
