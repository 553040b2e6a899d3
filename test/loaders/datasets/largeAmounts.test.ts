import {readdirSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {accountStatements} from "../../../loaders/datasets/accountStatements.js";
import {queriesOver} from "../../../loaders/datasets/bank.js";
import {readPersonAccounts, readPersonPayments} from "../../../loaders/datasets/personLegs.js";
import {makeSqlDataset, sqlFormat} from "../../../loaders/datasets/sqlDataset.js";
import {projectRoot} from "../../../loaders/environment.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {readSql} from "../../../loaders/sqlText.js";
import {maybeAccount} from "../../../src/lib/balances/rows.js";
import {parseEur} from "../../../src/lib/money.js";
import {editedBank} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

const datasets = join(projectRoot, "src/data");
const selects = readdirSync(datasets).filter((file) => file.endsWith(".sql"));

/** The tiny bank in which salaries, rents and what is put aside are so large, and Ada shops often enough to be a main customer. */
const bankOf = (eur: string) =>
  editedBank({
    accounts: (text) => text.replaceAll(/,(20000|5000|2500)\.00,/g, `,${eur},`),
    transactions: (text) => {
      const [header, ...rows] = text.trimEnd().split("\n");
      const shopping = ["2025-05-30", "2025-06-30"].flatMap((day) =>
        Array.from(
          {length: 15},
          () =>
            `,ind-000001-chk,${day} 23:59:59,${day},-1.00,card,groceries,cp-00002,,,Mercado Central`,
        ),
      );
      const large = rows.map((row) =>
        row
          .replace(/^\d+/, "")
          .replaceAll(/(?<=,)(-?)(2600|900|300|150)\.00/g, (_, sign) => `${sign}${eur}`),
      );
      const at = (row: string) => row.split(",")[2]!;
      const sorted = [...large, ...shopping].sort((a, b) => at(a).localeCompare(at(b)));
      return `${[header, ...sorted.map((row, place) => `${place + 1}${row}`)].join("\n")}\n`;
    },
  });

describe.each(["21474836.47", "21474836.48", "42949672.96", "2147483648.00", "999999999999.99"])(
  "a bank with bookings of €%s",
  (eur) => {
    let snapshot: SnapshotReader;
    beforeAll(async () => {
      snapshot = await tinySnapshot(bankOf(eur));
    });
    afterAll(() => snapshot.close());

    it("readPersonPayments(bank) reads them to the cent", async () => {
      const {people} = await readPersonPayments(queriesOver(snapshot));
      const ada = people.find(({userId}) => userId === "ind-000001")!;
      expect(ada.openingCents).toBe(parseEur(eur));
      expect([...ada.cents].filter((cents) => Math.abs(cents) === parseEur(eur))).toHaveLength(4);
    });

    it("readPersonAccounts(bank) tells the balance after them, to the euro", async () => {
      const queries = queriesOver(snapshot);
      const rows = new Map(await readPersonAccounts(queries));
      for (const {userId, openingCents, cents} of (await readPersonPayments(queries)).people) {
        const [{balances}] = rows.get(userId)!;
        const balance = [...cents].reduce((sum, amount) => sum + amount, openingCents) / 100;
        expect(Math.abs(maybeAccount(balances, userId)!.balance - balance)).toBeLessThan(0.51);
      }
    });

    it("accountStatements(bank) holds them", async () => {
      const rows = [];
      for await (const [, [row]] of accountStatements(queriesOver(snapshot))) rows.push(row);
      expect(JSON.stringify(rows)).toContain(`-${Number(eur)},`);
    });

    it("every dataset that is a SELECT is made of them", async () => {
      for (const file of selects) {
        const text = readSql(join(datasets, file));
        const made = makeSqlDataset(snapshot.connection, text, sqlFormat(file));
        await expect(made, file).resolves.toBeDefined();
      }
    });
  },
);
