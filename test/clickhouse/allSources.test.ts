/** Every dataset of a bank, made from each source that there is. */
import {cpSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {askOverHttp} from "../../loaders/clickhouse/ask.js";
import {requiredClickhouseSettings} from "../../loaders/clickhouse/settings.js";
import {findDatasets} from "../../loaders/datasets/dataset.js";
import {needsLegs} from "../../loaders/datasets/legsNeeded.js";
import {type Environment, projectRoot} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {bank} from "../support/bank.js";
import {startClickhouse} from "../support/clickhouseServer.js";
import {loadCsv, newDatabase} from "../support/loadedClickhouse.js";
import {type MariadbServer, newBank, startMariadb} from "../support/mariadb.js";
import {runIn} from "../support/project.js";
import {type Spider, startSpider} from "../support/spider.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** What says where the bank is kept, and what is never the same bytes twice. */
const different = ["data/bank.duckdb", "data/freshness.json", "data/loads.json"];

const datasets = findDatasets().filter(({target}) => !target.includes("["));

describe("the datasets of one bank", () => {
  const folder = temporaryFolder("all-sources");
  const seed = bank({individuals: 300, companies: 30, months: 8, seed: 9});
  const stops: (() => Promise<void>)[] = [];
  let fromCsv: Map<string, Buffer>;
  let mariadb: MariadbServer;
  let spider: Spider;
  let databases: Readonly<Record<string, Environment>>;

  beforeAll(async () => {
    copySources(projectRoot, folder);
    cpSync(seed, join(folder, "data/seed"), {recursive: true});
    fromCsv = await made({DATA_SOURCE: "csv"});
    mariadb = await startMariadb();
    spider = await startSpider();
    const database = newDatabase();
    const clickhouse = await startClickhouse({database, end: (stop) => void stops.push(stop)});
    await loadCsv(askOverHttp(requiredClickhouseSettings(clickhouse.env)), database, seed);
    const plain = await newBank(mariadb);
    for (const env of [plain, spider.head])
      await loadBank(requiredDatabaseSettings(env), {
        folder: seed,
        rejectsFolder: temporaryFolder("rejects"),
      });
    databases = {
      MariaDB: {...plain, DATA_SOURCE: "mariadb"},
      ClickHouse: {...clickhouse.env, DATA_SOURCE: "clickhouse"},
      Spider: {...spider.head, DATA_SOURCE: "mariadb"},
    };
  }, 600_000);
  afterAll(() => Promise.all([mariadb.stop(), spider.stop(), ...stops.map((stop) => stop())]));

  /** The bytes of all datasets that are made with some settings. */
  async function made(settings: Environment): Promise<Map<string, Buffer>> {
    await runIn(folder, ["--import", "tsx", "scripts/data.ts"], {settings});
    const told =
      settings.SNAPSHOT_LEGS === undefined ? datasets : datasets.filter((each) => !needsLegs(each));
    return new Map(
      told.map(({target}) => [
        target,
        readFileSync(join(folder, "src/.observablehq/cache", target)),
      ]),
    );
  }

  const changed = (outputs: Map<string, Buffer>) =>
    [...outputs]
      .filter(([target, bytes]) => !bytes.equals(fromCsv.get(target)!))
      .map(([target]) => target);

  it.each(["MariaDB", "ClickHouse", "Spider"])(
    "have the same bytes from %s",
    async (name) => {
      const outputs = await made(databases[name]!);
      expect(outputs.size).toBeGreaterThan(100);
      expect(changed(outputs)).toEqual(different);
    },
    300_000,
  );

  it.each(["MariaDB", "ClickHouse", "Spider"])(
    "have the same bytes where the legs stay in %s, but for what tells of them",
    async (name) => {
      const outputs = await made({...databases[name]!, SNAPSHOT_LEGS: "none"});
      expect(outputs.size).toBeGreaterThan(90);
      expect(changed(outputs)).toEqual([...different, "data/published-schema.json"].sort());
    },
    300_000,
  );
});
