/**
 * MariaDB for tests, on real connections (`scripts/db/throwAwayServer.ts`). Where there is no server to be
 * had, tests are skipped and say why; in CI that is a failure.
 */
import {writeSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {findServer, startServer, type ThrowAwayServer} from "../../scripts/db/throwAwayServer.js";

export {connectTo} from "../../scripts/db/throwAwayServer.js";

export type MariadbServer = ThrowAwayServer;

const kind = findServer();

/** True where a server can be killed and started again. */
export const canKillMariadb: boolean = kind === "binary" || kind === "docker";

/** A group of tests that need MariaDB. */
export function describeMariadb(title: string, body: () => void): void {
  if (kind !== undefined) {
    describe(title, body);
    return;
  }
  const reason = "no mariadbd, no TEST_DB_HOST and no Docker (install mariadb-server to run these)";
  if (environment.CI) {
    describe(title, () => {
      it("has a MariaDB server in CI", () => expect.fail(reason));
    });
    return;
  }
  writeSync(2, `skipped: ${title}: ${reason}\n`);
  describe.skip(title, body);
}

/** Starts a server, or connects to the given one. `options` are further arguments of mariadbd. */
export async function startMariadb(options: readonly string[] = []): Promise<MariadbServer> {
  if (kind === undefined) throw new Error("no MariaDB server");
  return startServer(kind, options);
}
