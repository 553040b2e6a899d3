import {spawn} from "node:child_process";
import {once} from "node:events";
import {cpSync, readdirSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {describe, expect, it, onTestFinished} from "vitest";
import {type Environment, environment, projectRoot} from "../../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {loadBank} from "../../../scripts/db/load/loadBank.js";
import {importIntoFiles} from "../../../scripts/import/importIntoFiles.js";
import {between, stream} from "../../../src/lib/stream.js";
import {tinyBank} from "../../support/bankFolder.js";
import {connectTo, describeMariadb, newBank, startMariadb} from "../../support/mariadb.js";
import {
  folderHash,
  importRequest,
  statementFile,
  statementText,
} from "../../support/statementImport.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const account = "ind-000001-chk";
const rowCount = 600;
const statement = statementText(
  ...Array.from({length: rowCount}, (_, at) => {
    const day = `2025-06-${String((at % 28) + 1).padStart(2, "0")}`;
    const name = [Math.floor(at / 26), at % 26].map((letter) => String.fromCharCode(97 + letter));
    return `${day} | Xy${name.join("")} | Payment ${at} | | ${at % 2 ? "-" : ""}${at + 1}.00`;
  }),
);
const rounds = environment.CI ? 8 : 4;
const seed = Date.now();

/** Starts the command; `during` is run, and the command killed when it ends, if it has not ended itself. */
async function killed(
  args: readonly string[],
  env: Environment,
  during: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const file = statementFile(statement);
  const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/import.ts", file, "--account", account, ...args],
    {cwd: projectRoot, env: {...environment, ...env}, stdio: "ignore"},
  );
  const over = new AbortController();
  const ended = once(child, "exit").then(() => over.abort());
  await during(over.signal);
  child.kill("SIGKILL");
  await ended;
}

/** Waits until it is so, or until there is nothing left to wait for. */
async function until(
  isTrue: () => boolean | Promise<boolean>,
  signal?: AbortSignal,
): Promise<void> {
  while (!signal?.aborted && !(await isTrue())) await sleep(1);
}

describe(`an import that is killed (seed ${seed})`, () => {
  it("leaves the files of before or of after, and nothing beside them once the next has run", async () => {
    const draw = stream(seed, "killed/files");
    const fresh = () => {
      const folder = join(temporaryFolder("killed"), "bank");
      cpSync(tinyBank, folder, {recursive: true});
      return folder;
    };
    const before = folderHash(fresh());
    const whole = fresh();
    await importIntoFiles(whole, importRequest(account, [statement]));
    const names = readdirSync(whole).length;
    for (let round = 0; round < rounds; round++) {
      const folder = fresh();
      const beside = () => readdirSync(dirname(folder));
      await killed(["--into", folder], {}, async (signal) => {
        await until(() => beside().some((name) => name.includes(".partial-")), signal);
        await sleep(between(draw, 0, 40));
      });
      const {files} = await importIntoFiles(
        folder,
        importRequest(account, [statement], {dryRun: true}),
      );
      const [file] = files;
      const state = file!.unchangedCount === rowCount ? "after" : "before";
      if (state === "before") expect(folderHash(folder)).toBe(before);
      else expect(readdirSync(folder)).toHaveLength(names);
      expect(file!.inserted.length + file!.unchangedCount).toBe(rowCount);
      expect(beside()).toEqual(["bank"]);
      rmSync(folder, {recursive: true});
    }
  });
});

describeMariadb(`an import into MariaDB that is killed (seed ${seed})`, () => {
  it("leaves the bank of before or of after", async () => {
    const server = await startMariadb();
    onTestFinished(() => server.stop());
    const draw = stream(seed, "killed/database");
    const env = await newBank(server);
    await loadBank(requiredDatabaseSettings(env), {
      folder: tinyBank,
      rejectsFolder: temporaryFolder("rejects"),
    });
    const connection = await connectTo(env);
    const watcher = await connectTo(env);
    await watcher.query("set session transaction isolation level read uncommitted");
    const countOf = async (table: string, from = connection) => {
      const [rows] = await from.query(`select count(*) as n from ${table}`);
      return (rows as {n: number}[])[0]!.n;
    };
    const before = await countOf("transactions");
    const partiesBefore = await countOf("counterparties");
    for (let round = 0; round < rounds; round++) {
      await killed([], {...env, DATA_SOURCE: "mariadb"}, async (signal) => {
        await until(async () => (await countOf("counterparties", watcher)) > partiesBefore, signal);
        await sleep(between(draw, 0, 150));
      });
      await until(isAlone);
      const added = [
        (await countOf("transactions")) - before,
        await countOf("imported_rows"),
        (await countOf("counterparties")) - partiesBefore,
      ];
      expect([
        [0, 0, 0],
        [rowCount, rowCount, rowCount],
      ]).toContainEqual(added);
      await connection.query("delete from transactions where transaction_id > 1000000000");
      await connection.query("delete from counterparties where counterparty_id like 'imp-%'");
    }
    await watcher.end();
    await connection.end();

    /** Whether the server has taken back, or kept, what the killed command had begun. */
    async function isAlone() {
      return (await countOf("information_schema.processlist where db = database()")) === 2;
    }
  });
});
