import {afterAll, afterEach, beforeAll, beforeEach, expect, it} from "vitest";
import type {Environment} from "../../loaders/environment.js";
import type {Connection} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {KnownMovements, movementsOf} from "../../scripts/db/services/movements.js";
import {postTransfer} from "../../scripts/db/services/postTransfer.js";
import {bankFolder, tinyBank} from "../support/bankFolder.js";
import {
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

describeMariadb("KnownMovements.of(connection, accounts)", () => {
  let server: MariadbServer;
  let env: Environment;
  let connection: Connection;
  const load = (folder: string) =>
    loadBank(requiredDatabaseSettings(env), {folder, rejectsFolder: temporaryFolder("rejects")});
  beforeAll(async () => {
    server = await startMariadb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    env = await emptyBank(server);
    await load(tinyBank);
    connection = await connectTo(env);
  });
  afterEach(() => connection.end());

  const accounts = ["ind-000001-chk", "ind-000002-chk", "ind-000001-brk", "no-such-account"];

  /** Two payments in each second, so that one may come after the other was read. */
  const pay = (number: number) =>
    postTransfer(connection, {
      requestId: `t-${number}`,
      from: {account: accounts[number % 2]!},
      to: {account: accounts[1 - (number % 2)]!},
      amountCents: 100 + number,
      bookedAt: `2025-06-30 23:00:0${Math.floor(number / 2)}`,
      channel: "e_money",
      category: "peer",
      description: "for the cinema",
    });

  it("is what all transactions of the accounts add up to, as others post", async () => {
    const known = new KnownMovements();
    for (let number = 0; number < 8; number++) {
      const some = accounts.slice(number % 3);
      expect(await known.of(connection, some)).toEqual(await movementsOf(connection, some));
      await pay(number);
    }
    expect(await known.of(connection, accounts)).toEqual(await movementsOf(connection, accounts));
  });

  it("begins anew when a load has changed what was booked earlier", async () => {
    const known = new KnownMovements();
    const before = await known.of(connection, accounts);
    const {folder, edit} = bankFolder();
    edit("transactions", "2025-05-02,-900.00", "2025-05-02,-901.00");
    await load(folder);
    const after = await known.of(connection, accounts);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await movementsOf(connection, accounts));
  });
});
