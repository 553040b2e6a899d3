import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openCsvSource} from "../../../loaders/csv/source.js";
import {legTables} from "../../../loaders/extracts.js";
import {readRows} from "../../../loaders/rows.js";
import {firstDayOf, legsOf} from "../../../loaders/snapshot/legs.js";
import {assertSumsSum} from "../../../loaders/snapshot/legsSum.js";
import {openSnapshot} from "../../../loaders/snapshot/reader.js";
import {ensureSnapshot} from "../../../loaders/snapshot/snapshot.js";
import {bank} from "../../support/bank.js";
import {duckdbBank} from "../../support/duckdbBank.js";
import {temporaryFolder} from "../../support/tinyBank.js";
import {snapshotOf} from "../../support/tinySnapshot.js";

const folder = () => bank({individuals: 60, companies: 6, months: 5, seed: 11});

const snapshotWith = (legs: string) =>
  ensureSnapshot({
    env: {SNAPSHOT_LEGS: legs},
    open: () => openCsvSource({folder: folder()}),
    file: join(temporaryFolder("snapshot"), "bank.duckdb"),
  });

describe("SNAPSHOT_LEGS", () => {
  it("is all, none or a number of months; all where it is not set", () => {
    expect(legsOf({})).toBe("all");
    expect(legsOf({SNAPSHOT_LEGS: "none"})).toBe("none");
    expect(legsOf({SNAPSHOT_LEGS: "3"})).toBe(3);
  });

  it.each(["some", "0", "-1", "1.5", "12345"])("is not %s, and says what it may be", (asked) => {
    expect(() => legsOf({SNAPSHOT_LEGS: asked})).toThrow(
      `SNAPSHOT_LEGS is "${asked}" (all, none, or a number of months)`,
    );
  });

  it("counts the month of the last day, over the turn of a year", () => {
    expect(firstDayOf(1, "2026-10-31")).toBe("2026-10-01");
    expect(firstDayOf(3, "2026-02-10")).toBe("2025-12-01");
  });
});

describe("a snapshot without all legs", () => {
  it.each(["none", "2"])("has the same sums and derived tables: %s", async (legs) => {
    const [all, some] = [await snapshotOf(folder()), await snapshotWith(legs)];
    expect(some.key).not.toBe(all.key);
    for (const [name, {contentHash}] of all.tables)
      if (!legTables.includes(name))
        expect([name, some.tables.get(name)?.contentHash]).toEqual([name, contentHash]);
  });

  it("has none of them, or those of the last months", async () => {
    expect((await snapshotWith("none")).tables.get("transactions")!.rowCount).toBe(0);
    const two = await snapshotWith("2");
    expect(two.legs).toBe(2);
    const all = await openSnapshot((await snapshotOf(folder())).file);
    const [counted] = await readRows(
      await all.connection.run(
        `select count(*) as legs from bank.transactions
        where booked_on >= date_trunc('month', (select max(day) from bank.calendar)) - interval 1 month`,
      ),
    );
    all.close();
    expect(counted!.legs).toBeGreaterThan(100);
    for (const name of legTables) expect(two.tables.get(name)!.rowCount).toBe(counted!.legs);
  });
});

describe("the alarm over sums", () => {
  it("is silent over a bank, and tells of a leg that has no other side", async () => {
    const connection = await duckdbBank(folder());
    const flows = (legs: string) => `create or replace table bank.account_flows as
      select case when counter_account_id is null then 'outside' else 'customer' end as other_side, amount_eur
      from ${legs}`;
    await connection.run("attach ':memory:' as bank");
    await connection.run(flows("transactions"));
    await assertSumsSum(connection);
    const first =
      "(select min(transaction_id) from transactions where counter_account_id is not null)";
    await connection.run(flows(`transactions where transaction_id <> ${first}`));
    await expect(assertSumsSum(connection)).rejects.toThrow(
      /^sums were read that do not sum up: -?[\d.]+ EUR inside the bank instead of 0 \(run again/,
    );
    connection.closeSync();
  });
});
