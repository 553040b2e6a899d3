import {randomInt} from "node:crypto";
import {createServer} from "node:net";

/**
 * Below the ports that systems give to connections that go out (Linux from 32768 on): a client that tries again and
 * again to reach a server that is down would now and then be given the server's own port, and keep it from starting.
 */
const [first, last] = [20_000, 32_767];

/** A port of this machine on which nothing listens now, and that no client is given. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(first, last + 1);
    if (await isFree(port)) return port;
  }
}

/** Throws where it cannot be known. */
function isFree(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(false);
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
