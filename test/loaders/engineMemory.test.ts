import {readdirSync} from "node:fs";
import {dirname, join} from "node:path";
import {expect, it} from "vitest";
import {openCsvSource} from "../../loaders/csv/source.js";
import {explainMemory, memoryOf} from "../../loaders/engineMemory.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {bank} from "../support/bank.js";
import {temporaryFolder} from "../support/tinyBank.js";

const snapshotWithin = (memory: string, file: string) =>
  ensureSnapshot({
    env: {SNAPSHOT_MEMORY: memory},
    open: () =>
      openCsvSource({folder: bank({individuals: 300, companies: 20, months: 12, seed: 3})}),
    file,
  });

it("is a gigabyte where SNAPSHOT_MEMORY is not set, or left empty", () => {
  expect([memoryOf({}), memoryOf({SNAPSHOT_MEMORY: ""})]).toEqual(["1GB", "1GB"]);
  expect(memoryOf({SNAPSHOT_MEMORY: "2.5GB"})).toBe("2.5GB");
});

it.each(["much", "4", "0GB", "-1GB", "4GB; drop"])(
  "is not %s, and says what it may be",
  (asked) => {
    expect(() => memoryOf({SNAPSHOT_MEMORY: asked})).toThrow(
      `SNAPSHOT_MEMORY is "${asked}" (megabytes or gigabytes: 512MB, 4GB)`,
    );
  },
);

it.each([
  "Out of Memory Error: Failed to allocate block of 262144 bytes (bad allocation)",
  "Binder Error: no such column (953.5 MiB/953.6 MiB used)",
])("leaves alone what is not of the limit: %s", (message) => {
  const error = new Error(message);
  expect(explainMemory(error, "1GB")).toBe(error);
});

it("says what to set where it is too little, and leaves nothing behind", async () => {
  const file = join(temporaryFolder("snapshot"), "bank.duckdb");
  await expect(snapshotWithin("6MB", file)).rejects.toThrow(
    /^this bank takes more memory than 6MB \(set SNAPSHOT_MEMORY to more, /,
  );
  expect(readdirSync(dirname(file))).toEqual([]);
  expect((await snapshotWithin("200MB", file)).isMade).toBe(true);
});
