import {createServer} from "node:http";
import type {AddressInfo} from "node:net";

export interface Counting {
  readonly url: string;
  /** The bytes of bodies that went out so far. */
  readonly sent: () => number;
  close(): Promise<void>;
}

/** A server of one file that counts what it sends; without `ranges` it knows none, and sends all of it. */
export async function counting(bytes: Uint8Array, {ranges = true} = {}): Promise<Counting> {
  let sent = 0;
  const server = createServer((request, response) => {
    const [, begin, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? "") ?? [];
    const isPart = ranges && begin !== undefined;
    const body = isPart ? bytes.subarray(Number(begin), Number(end) + 1) : bytes;
    sent += body.length;
    response.writeHead(isPart ? 206 : 200).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => sent,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
