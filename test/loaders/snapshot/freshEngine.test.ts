import {join} from "node:path";
import {expect, it} from "vitest";
import {readRows} from "../../../loaders/rows.js";
import {runInFreshEngine} from "../../../loaders/snapshot/freshEngine.js";
import {openSnapshot} from "../../../loaders/snapshot/reader.js";
import {duckdbContent} from "../../support/duckdbContent.js";
import {temporaryFolder} from "../../support/tinyBank.js";

it("runs statements one after the other, in an engine with the settings", async () => {
  const file = join(temporaryFolder("fresh-engine"), "made.duckdb");
  await runInFreshEngine(
    [
      `attach '${file}' as made`,
      "create table made.threads as select current_setting('threads')::integer as value",
      "create table made.doubled as select 2 * value as value from made.threads",
    ],
    {threads: "3"},
  );
  const {connection, close} = await openSnapshot(file);
  expect(await readRows(await connection.run("from bank.doubled"))).toEqual([{value: 6}]);
  close();
});

it("throws what DuckDB says of the first statement that fails", async () => {
  const file = join(temporaryFolder("fresh-engine"), "made.duckdb");
  const statements = [
    `attach '${file}' as made`,
    "from nowhere",
    "create table made.late as from range(1)",
  ];
  await expect(runInFreshEngine(statements, {})).rejects.toThrow(
    /^Catalog Error: Table with name nowhere does not exist/,
  );
  expect(await duckdbContent(file)).toEqual({});
});

it("throws where a setting is none", async () => {
  await expect(runInFreshEngine([], {memory_limit: "much"})).rejects.toThrow(
    /^Failed to set config$/,
  );
});
