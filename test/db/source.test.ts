import {cpSync, rmSync} from "node:fs";
import {join} from "node:path";
import {setTimeout as sleep} from "node:timers/promises";
import {DuckDBInstance} from "@duckdb/node-api";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openCsvSource} from "../../loaders/csv/source.js";
import type {Environment} from "../../loaders/environment.js";
import {duckdbTypes, type Extract, readExtracts, upTo} from "../../loaders/extracts.js";
import {latestLevel} from "../../loaders/mariadb/level.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {openSource} from "../../loaders/openSource.js";
import {type Row, readRows} from "../../loaders/rows.js";
import {ensureSnapshot} from "../../loaders/snapshot/snapshot.js";
import {
  isSimulated,
  type Source,
  SourceUnavailable,
  whyNotSimulated,
} from "../../loaders/source.js";
import {loadBank} from "../../scripts/db/load/loadBank.js";
import {migrate} from "../../scripts/db/migrate.js";
import {dataTable} from "../../src/components/dataTable.js";
import {bankFolder, tinyBank} from "../support/bankFolder.js";
import {faultyProxy} from "../support/faultyProxy.js";
import {
  canKillMariadb,
  connectTo,
  describeMariadb,
  emptyBank,
  type MariadbServer,
  newBank,
  startMariadb,
} from "../support/mariadb.js";
import {temporaryFolder} from "../support/tinyBank.js";

const extracts = readExtracts();

describeMariadb("MariaDB as the source", () => {
  let server: MariadbServer;
  let tiny: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    tiny = await newBank(server);
    await load(tiny, tinyBank);
  });
  afterAll(() => server.stop());

  const load = (env: Environment, folder: string) =>
    loadBank(requiredDatabaseSettings(env), {folder, rejectsFolder: temporaryFolder("rejects")});

  async function loaded(folder: string): Promise<Environment> {
    const env = await emptyBank(server);
    await load(env, folder);
    return env;
  }

  it("extracts the rows that the CSV files have, table by table, in their order", async () => {
    const fromMariadb = await extractAll(await openMariadbSource(tiny));
    const fromCsv = await extractAll(await openCsvSource({folder: tinyBank}));
    expect(Object.keys(fromMariadb)).toEqual(extracts.map(({name}) => name));
    expect(fromMariadb).toEqual(fromCsv);
  });

  it("extracts, up to a day, what the bank was at its end, whatever was posted since", async () => {
    const day = "2025-05-06";
    const list = extracts.map((extract) => upTo(day, extract));
    const fromMariadb = await extractAll(await openMariadbSource(tiny), list);
    const fromCsv = await extractAll(await openCsvSource({folder: tinyBank}), list);
    expect(fromMariadb).toEqual(fromCsv);
    const dated = {
      ...{calendar: "day", prices: "day", fx_rates: "day", daily_flows: "day"},
      ...{transactions: "booked_on", trades: "executed_at", invoices: "issued_on"},
    };
    const whole = await extractAll(await openCsvSource({folder: tinyBank}));
    for (const [table, column] of Object.entries(dated)) {
      const kept = whole[table]!.filter((row) => String(row[column]).slice(0, 10) <= day);
      expect(
        fromCsv[table]!.map((row) => row[column]),
        table,
      ).toEqual(kept.map((row) => row[column]));
    }
    expect(fromCsv.descriptions).toHaveLength(fromCsv.transactions!.length);
    // of the two invoices issued by then, one is paid on the next day
    expect(fromCsv.invoices!.map((row) => row.transaction_id)).toEqual([3, null]);
  });

  it("makes no snapshot of legs that do not sum up, and says which transfer is not whole", async () => {
    const env = await loaded(tinyBank);
    const connection = await connectTo(env);
    const make = () =>
      ensureSnapshot({
        env: {},
        open: () => openMariadbSource(env),
        file: join(temporaryFolder("snapshot"), "bank.duckdb"),
      });
    await connection.query("set foreign_key_checks = 0");
    await connection.query("delete from transactions where transaction_id = 5");
    await expect(make()).rejects.toThrow(
      "legs were read that do not sum up: -600 EUR inside the bank instead of 0, transfer 1 (run again",
    );
    // a half transfer of no amount, which no sum shows
    await connection.query("update transactions set amount_eur = 0 where transaction_id = 4");
    await expect(make()).rejects.toThrow("0 EUR inside the bank instead of 0, transfer 1 (run");
    await connection.end();
  });

  it("extracts the same under sql_mode=ANSI", async () => {
    const admin = await connectTo(tiny);
    await admin.query("set global sql_mode = 'ANSI'");
    const connection = await connectTo(tiny);
    await connection.query("set sql_mode = 'ANSI'");
    for (const {name, sql} of extracts) {
      const [ansi] = await connection.query(sql);
      const [plain] = await admin.query(sql);
      expect(ansi, name).toEqual(plain);
    }
    expect(await extractAll(await openMariadbSource(tiny))).toEqual(
      await extractAll(await openCsvSource({folder: tinyBank})),
    );
    await admin.query("set global sql_mode = default");
    await connection.end();
    await admin.end();
  });

  it("answers queries in the form that the CSV files answer them", async () => {
    const sql = `select account_id, opened_on, closed_on, opening_balance_eur, booked_at, booked_on,
        transaction_id, amount_eur, transfer_id, is_business_day, rent_index
      from transactions join accounts using (account_id) join users using (user_id)
      join cities using (city) join calendar on calendar.day = booked_on
      order by transaction_id`;
    const aggregate =
      "select count(*) as n, sum(amount_eur) as total, max(booked_at) as last from transactions";
    const mariadb = await openMariadbSource(tiny);
    const csv = await openCsvSource({folder: tinyBank});
    for (const text of [sql, aggregate]) {
      const rows = await mariadb.query(text);
      expect(rows).toEqual(await csv.query(text));
      expect(rows.length).toBeGreaterThan(0);
    }
    await mariadb.close();
    await csv.close();
  });

  it("says what it is, with the parameters of the manifest in their order", async () => {
    const source = await openMariadbSource(tiny);
    const csv = await openCsvSource({folder: tinyBank});
    expect(source.description).toMatchObject({
      kind: "mariadb",
      label: expect.stringMatching(/^MariaDB \d+\.\d+$/),
      asOf: csv.description.asOf,
      fallbackCause: null,
    });
    expect(JSON.stringify(source.description.parameters)).toBe(
      JSON.stringify(csv.description.parameters),
    );
    await source.close();
    await csv.close();
  });

  it("is not simulated any more once rows without a manifest are loaded, or a statement is imported", async () => {
    const described = async (env: Environment) => {
      const source = await openMariadbSource(env);
      await source.close();
      return source.description;
    };
    const env = await loaded(tinyBank);
    expect(isSimulated(await described(env))).toBe(true);
    const connection = await connectTo(env);
    await connection.query(
      "insert into imported_rows (transaction_id, content_sha256, file, line) values (1, repeat('0', 64), 'statement.csv', 2)",
    );
    expect(whyNotSimulated(await described(env))).toBe(
      "statements of other banks were imported into it",
    );
    await connection.query("delete from imported_rows");
    await connection.end();
    expect(isSimulated(await described(env))).toBe(true);
    const folder = temporaryFolder("without-manifest");
    cpSync(tinyBank, folder, {recursive: true});
    rmSync(join(folder, "manifest.json"));
    await load(env, folder);
    expect(whyNotSimulated(await described(env))).toBe("nothing says how it was generated");
  });

  it("shows one instant, whatever is written while it is being read", async () => {
    const env = await loaded(tinyBank);
    const source = await openMariadbSource(env);
    const first = await source.query("select count(*) as n from transactions");
    const writer = await connectTo(env);
    await writer.query("update transactions set amount_eur = amount_eur + 1");
    await writer.query("delete from trades");
    await writer.query("delete from invoices order by invoice_id desc");
    await writer.query("delete from transactions where transaction_id > 20");
    await writer.end();
    expect(await source.query("select count(*) as n from transactions")).toEqual(first);
    const rows = await extractAll(source);
    expect(rows).toEqual(await extractAll(await openCsvSource({folder: tinyBank})));
  });

  it("shows a bank that is being loaded as empty until it is there whole", async () => {
    const env = await emptyBank(server);
    await expect(openMariadbSource(env)).rejects.toThrow("the database holds no bank");
    const loading = load(env, tinyBank);
    let isDone = false;
    loading.finally(() => {
      isDone = true;
    });
    const counts = new Set<string>();
    const reader = await connectTo(env);
    while (!isDone) {
      const [rows] = await reader.query(
        `select (select count(*) from users) as users, (select count(*) from transactions) as legs,
          (select count(*) from trades) as trades`,
      );
      counts.add(JSON.stringify((rows as unknown[])[0]));
    }
    await loading;
    await reader.end();
    const whole = ['{"users":0,"legs":0,"trades":0}', '{"users":5,"legs":32,"trades":3}'];
    for (const seen of counts) expect(whole).toContain(seen);
  });

  describe("its fingerprint", () => {
    async function fingerprint(env: Environment): Promise<string> {
      const source = await openMariadbSource(env);
      const text = await source.fingerprint();
      await source.close();
      return text;
    }

    it("is the same while nothing changes, and another after any change", async () => {
      const env = await loaded(tinyBank);
      const writer = await connectTo(env);
      const before = await fingerprint(env);
      expect(await fingerprint(env)).toBe(before);
      const changes = [
        "update transactions set amount_eur = 1 where transaction_id = 2",
        "update cities set population = population + 1 where city = 'Berlin'",
        "delete from savings_goals",
        "insert into load_batches (table_name, file, sha256, started_at, outcome) values ('x', 'x', 'x', now(), 'loaded')",
      ];
      const seen = new Set([before]);
      for (const change of changes) {
        await writer.query(change);
        const after = await fingerprint(env);
        expect(seen.has(after), change).toBe(false);
        seen.add(after);
      }
      await writer.end();
    });

    it("is of the instant that the source shows, and the same after the server was started again", async () => {
      const own = await startMariadb();
      const env = await newBank(own);
      await load(env, tinyBank);
      const source = await openMariadbSource(env);
      const writer = await connectTo(env);
      await writer.query("update cities set population = 1 where city = 'Berlin'");
      const before = await source.fingerprint();
      await writer.query("update cities set population = 2 where city = 'Berlin'");
      expect(await source.fingerprint()).toBe(before);
      const rows = await extractAll(source);
      expect(rows).toEqual(await extractAll(await openCsvSource({folder: tinyBank})));
      await writer.end();
      const after = await fingerprint(env);
      expect(after).not.toBe(before);
      if (canKillMariadb) {
        await own.kill();
        await own.start();
        expect(await fingerprint(env)).toBe(after);
      }
      await own.stop();
    });
  });

  it("carries a hostile text through, untouched", async () => {
    const bank = bankFolder();
    const hostile = `"it's \\"" </script> =cmd|'/C calc'!A0 😀 \\N; drop table users; --`;
    const text = `two\nlines, ${hostile}`;
    bank.edit("transactions", "Rent May", `"${text.replaceAll('"', '""')}"`);
    bank.edit("users", "Ada Brandt", `"${hostile.replaceAll('"', '""')}"`);
    const {descriptions, users} = await extractAll(
      await openMariadbSource(await loaded(bank.folder)),
    );
    expect(descriptions![0]).toEqual({transaction_id: 1, description: text});
    expect(users!.map(({name}) => name)).toContain(hostile);
    const csv = await extractAll(await openCsvSource({folder: bank.folder}));
    expect(csv.descriptions).toEqual(descriptions);
  });

  it("hands a hostile text to a page that shows it as text", async () => {
    const bank = bankFolder();
    const hostile = `</script><img src=x onerror=alert(1)> "quoted" =cmd|'/C calc'!A0 😀`;
    bank.edit("users", "Ada Brandt", `"${hostile.replaceAll('"', '""')}"`);
    const {users} = await extractAll(await openMariadbSource(await loaded(bank.folder)));
    const {document} = new JSDOM().window;
    const table = dataTable(users!, {document});
    expect(table.textContent).toContain(hostile);
    expect(table.querySelectorAll("img, script")).toHaveLength(0);
  });

  it("fails, and falls back to nothing, when the line is cut in the middle of an extract", async () => {
    const {environment} = await faultyProxy(tiny, {cutAfterBytes: 9000});
    const source = await openSource({...environment, DATA_SOURCE: "auto"}, {folder: tinyBank});
    expect(source.description.kind).toBe("mariadb");
    await expect(extractAll(source)).rejects.toThrow(/^extract [a-z_]+: .*connection/i);
  });

  it("fails at the next question, and not before, when the server goes away in between", async () => {
    const env = await loaded(tinyBank);
    const source = await openMariadbSource(env);
    const admin = await connectTo(env);
    const others = async () => {
      const [rows] = await admin.query(
        "select id from information_schema.processlist where db = database() and id <> connection_id()",
      );
      return rows as {id: number}[];
    };
    for (const {id} of await others()) await admin.query(`kill ${id}`);
    await expect.poll(others).toEqual([]);
    await expect(source.query("select 1 as one")).rejects.toThrow();
    await source.close();
    await admin.end();
  });

  it("fails on an extract whose columns are not those declared", async () => {
    const source = await openMariadbSource(tiny);
    const cities = extracts.find(({name}) => name === "cities")!;
    const broken: Extract = {
      ...cities,
      sql: "select country, city, population, rent_index from cities",
    };
    await expect(extractAll(source, [broken])).rejects.toThrow("columns are country, city");
  });

  it("fails on a value that does not fit its column", async () => {
    const source = await openMariadbSource(tiny);
    const cities = extracts.find(({name}) => name === "cities")!;
    const broken = {
      ...cities,
      sql: "select city, country, 3000000000 as population, rent_index from cities",
    };
    await expect(extractAll(source, [broken])).rejects.toThrow("does not fit column population");
  });

  describe("that cannot be used", () => {
    type Settings = () => Promise<Environment> | Environment;
    type Case = [what: string, cause: RegExp, published: string, settings: Settings];
    const cases: Case[] = [
      [
        "no server",
        /^no server at 127\.0\.0\.1:1 /,
        "no server answers",
        () => ({...tiny, DB_PORT: "1"}),
      ],
      [
        "an unknown host",
        /^unknown host: no-such-host.invalid/,
        "its host is unknown",
        () => ({...tiny, DB_HOST: "no-such-host.invalid"}),
      ],
      [
        "no schema",
        /^no schema \(run npm run db:migrate\)/,
        "no schema (run npm run db:migrate)",
        () => server.createDatabase(),
      ],
      [
        "an old schema",
        /^schema at level 2, needed is \d/,
        `schema at level 2, needed is ${latestLevel()} (run npm run db:migrate)`,
        async () => {
          const env = await server.createDatabase();
          await migrate(requiredDatabaseSettings(env), {to: 2});
          return env;
        },
      ],
      [
        "an empty bank",
        /^the database holds no bank \(run npm run db:load\)/,
        "the database holds no bank (run npm run db:load)",
        () => emptyBank(server),
      ],
    ];
    const silences: Case[] = [
      [
        "silence after it accepted",
        /^no answer with a greeting from .* within 3 s/,
        "no answer with a greeting within 3 s",
        async () => (await faultyProxy(tiny, {silentAfter: "accept"})).environment,
      ],
      [
        "silence after the handshake",
        /^no answer to the login from .* within 3 s/,
        "no answer to the login within 3 s",
        async () => (await faultyProxy(tiny, {silentAfter: "greeting"})).environment,
      ],
      [
        "silence after the login",
        /^no answer to the first question from .* within 3 s/,
        "no answer to the first question within 3 s",
        async () => (await faultyProxy(tiny, {silentAfter: "login"})).environment,
      ],
    ];

    const open = (env: Environment, choice: string) =>
      openSource({...env, DATA_SOURCE: choice}, {folder: tinyBank});
    /** How long it takes on this machine to wait three seconds, and then to open the files. */
    const patience = async () => {
      const start = performance.now();
      await sleep(3000);
      await (await open({}, "csv")).close();
      return performance.now() - start;
    };
    let usual: Promise<number> | undefined;

    async function leadsToFiles(
      [, cause, published, settings]: Case,
      patienceMs: Promise<number>,
    ): Promise<void> {
      const env = await settings();
      const start = performance.now();
      const [auto, required] = await Promise.all([
        open(env, "auto"),
        open(env, "mariadb").catch((error) => error),
      ]);
      const elapsed = performance.now() - start;
      expect(elapsed).toBeLessThan(1.5 * (await patienceMs));
      expect(auto.description.kind).toBe("csv");
      expect(auto.description.fallbackCause).toBe(published);
      await auto.close();
      expect(required).toBeInstanceOf(SourceUnavailable);
      expect(required.message).toMatch(cause);
    }
    it.each(cases)(
      "because of %s leads to the CSV files or to an error, as DATA_SOURCE wants",
      (...unusable) => {
        usual ??= patience();
        return leadsToFiles(unusable, usual);
      },
    );

    it("because of silence, wherever it sets in, leads to the same", async () => {
      const meanwhile = patience();
      await Promise.all(silences.map((silence) => leadsToFiles(silence, meanwhile)));
    });

    it.each([
      [
        "a wrong password",
        /access denied for user root at .* \(check DB_USER and DB_PASSWORD\)/,
        () => ({...tiny, DB_PASSWORD: "wrong"}),
      ],
      [
        "an unknown database",
        /no database nowhere at .* \(check DB_NAME; npm run db:migrate makes it\)/,
        () => ({...tiny, DB_NAME: "nowhere"}),
      ],
      [
        "an account without a right",
        /user stranger may not use database .* \(check DB_NAME and DB_USER\)/,
        async () => {
          const admin = await connectTo(tiny);
          await admin.query("create or replace user stranger@'%' identified by 'secret'");
          await admin.end();
          return {...tiny, DB_USER: "stranger", DB_PASSWORD: "secret"};
        },
      ],
      [
        "a way to speak that the server does not know",
        /the server at .* does not offer SSL \(set DB_SSL=false\)/,
        () => ({...tiny, DB_SSL: "true"}),
      ],
    ] as [what: string, cause: RegExp, settings: Settings][])(
      "because it refuses %s is an error unless the CSV files are asked for",
      async (_, cause, settings) => {
        const env = await settings();
        for (const choice of [undefined, "auto", "mariadb"]) {
          await expect(
            openSource({...env, DATA_SOURCE: choice}, {folder: tinyBank}),
          ).rejects.toThrow(cause);
        }
        await expect(openSource({...env, DATA_SOURCE: "auto"}, {folder: tinyBank})).rejects.toThrow(
          /^MariaDB is configured and refuses: .*; DATA_SOURCE=csv makes the site from the CSV files$/,
        );
        const source = await openSource({...env, DATA_SOURCE: "csv"}, {folder: tinyBank});
        expect(source.description).toMatchObject({kind: "csv", fallbackCause: null});
        await source.close();
      },
    );

    it("is never asked with DATA_SOURCE=csv, nor without DB_HOST", async () => {
      const {environment, connectionCount} = await faultyProxy(tiny, {silentAfter: "accept"});
      const {DB_HOST: _, ...without} = environment;
      for (const env of [{...environment, DATA_SOURCE: "csv"}, without]) {
        const source = await openSource(env, {folder: tinyBank});
        expect(source.description).toMatchObject({kind: "csv", fallbackCause: null});
        await source.close();
      }
      expect(connectionCount()).toBe(0);
    });
  });
});

/** All extracts of a source, read back from DuckDB; closes the source. */
async function extractAll(
  source: Source,
  list: readonly Extract[] = extracts,
): Promise<Record<string, readonly Row[]>> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const result: Record<string, readonly Row[]> = {};
  try {
    await connection.run("attach ':memory:' as bank");
    for (const extract of list) {
      const columns = extract.columns.map(({name, type}) => `${name} ${duckdbTypes[type]}`);
      await connection.run(`create table bank.${extract.name} (${columns.join(", ")})`);
      const count = await source.extract(extract, {connection, table: `bank.${extract.name}`});
      result[extract.name] = await readRows(
        await connection.run(`from bank.${extract.name} order by rowid`),
      );
      expect(result[extract.name]).toHaveLength(count);
    }
  } finally {
    await source.close();
    connection.closeSync();
    instance.closeSync();
  }
  return result;
}
