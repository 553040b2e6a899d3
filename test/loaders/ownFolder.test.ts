import {chmodSync, cpSync, statSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {withLock} from "../../loaders/lock.js";
import {writeAside} from "../../loaders/writeAside.js";
import {openRejects} from "../../scripts/db/load/rejects.js";
import {importIntoFiles} from "../../scripts/import/importIntoFiles.js";
import {writeBank} from "../../scripts/seed/writeBank.js";
import {importRequest, statementText} from "../support/statementImport.js";
import {smallBank} from "../support/stream.js";
import {temporaryFolder, tinyBank} from "../support/tinyBank.js";

/** What others than its owner may do with a folder. */
const openTo = (folder: string) => statSync(folder).mode & 0o077;

describe("no other user of the machine may look into", () => {
  const root = temporaryFolder("own");

  it("the folder of snapshots, which a lock or a file makes first", async () => {
    await withLock(join(root, "snapshot/bank.duckdb.lock"), async () => {});
    writeAside(join(root, "kept/file-hashes.json"), "{}");
    expect([openTo(join(root, "snapshot")), openTo(join(root, "kept"))]).toEqual([0, 0]);
  });

  it("rows that were refused", () => {
    const rejects = openRejects(join(root, "rejects"), "users");
    rejects.add({line: 2, fields: ["ind-000001"]}, "too short");
    rejects.close();
    expect(openTo(join(root, "rejects"))).toBe(0);
  });

  it("a bank, also where statements were imported into it", async () => {
    writeBank({...smallBank, individuals: 20, companies: 2}, join(root, "seed"));
    expect(openTo(join(root, "seed"))).toBe(0);
    const bank = join(root, "tiny");
    cpSync(tinyBank, bank, {recursive: true});
    chmodSync(bank, 0o700);
    const statement = statementText("2025-06-10 | Lidl | Card payment | | -12.50");
    const plan = await importIntoFiles(bank, importRequest("ind-000001-chk", [statement]));
    expect([plan.rows.length, openTo(bank)]).toEqual([1, 0]);
  });
});
