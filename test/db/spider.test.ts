import {execFile} from "node:child_process";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {openCsvSource} from "../../loaders/csv/source.js";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {openMariadbSource} from "../../loaders/mariadb/source.js";
import {ensureSnapshot, readPlan} from "../../loaders/snapshot/snapshot.js";
import type {Source} from "../../loaders/source.js";
import {brokenRules} from "../../scripts/db/load/ruleCheck.js";
import {firstPostedId} from "../../scripts/db/postedRows.js";
import {postTransfer, type TransferRequest} from "../../scripts/db/services/postTransfer.js";
import {postStream} from "../../scripts/live/postStream.js";
import {parseEur} from "../../src/lib/money.js";
import {connectTo, describeMariadb} from "../support/mariadb.js";
import {askAt, runFile, type Spider, spiderFile, startSpider} from "../support/spider.js";
import {streamBank, totalsOfFiles} from "../support/stream.js";
import {temporaryFolder} from "../support/tinyBank.js";

/** The tables that `sql/spider/head.sql` divides among the nodes, with the column that says where a row lies. */
const sharded = {transactions: "account_id", trades: "account_id", invoices: "company_id"};

describeMariadb("a ledger on three nodes of Spider", () => {
  let spider: Spider;
  let env: Environment;
  let nodes: readonly Environment[];
  let root: string;
  let folder: string;
  beforeAll(async () => {
    root = temporaryFolder("stream");
    folder = join(root, "seed");
    await streamBank(root, {limit: 5});
    spider = await startSpider();
    ({head: env, nodes} = spider);
  });
  afterAll(() => spider.stop());

  const countOf = async (at: Environment, table: string) =>
    Number((await askAt(at, `select count(*) as n from ${table}`))[0]!.n);

  const snapshotOf = (open: () => Promise<Source>) =>
    ensureSnapshot({
      env: {},
      open,
      file: join(temporaryFolder("snapshot"), "bank.duckdb"),
    });

  /** The last day of the bank. */
  const lastDay = async () =>
    String((await askAt(env, "select max(day) as day from calendar"))[0]!.day);

  /** A payment from an account on the first node to an account on the second. */
  async function acrossNodes(requestId: string): Promise<TransferRequest & {payer: string}> {
    const [payers, payees] = await Promise.all(
      nodes.map((node) =>
        askAt(
          node,
          `select account_id from transactions where account_id like 'ind-%-chk'
          group by account_id order by sum(amount_eur) desc, account_id limit 1`,
        ),
      ),
    );
    const payer = String(payers![0]!.account_id);
    return {
      ...{requestId, payer},
      from: {account: payer},
      to: {account: String(payees![0]!.account_id)},
      amountCents: 1250,
      bookedAt: `${await lastDay()} 23:59:59`,
      channel: "e_money",
      category: "peer",
      description: "across nodes",
    };
  }

  async function post({payer, ...request}: TransferRequest & {payer: string}) {
    const connection = await connectTo(env);
    const posted = await postTransfer(connection, request);
    await connection.end();
    return posted;
  }

  it("has on the head the columns and keys of the nodes, and in each key the column that divides it", async () => {
    for (const [table, column] of Object.entries(sharded)) {
      const columns = (at: Environment) =>
        askAt(
          at,
          `select column_name, column_type, is_nullable, collation_name from information_schema.columns
          where table_schema = database() and table_name = '${table}' order by ordinal_position`,
        );
      const keys = (at: Environment) =>
        askAt(
          at,
          `select index_name, group_concat(column_name order by seq_in_index) as columns
          from information_schema.statistics where table_schema = database() and table_name = '${table}'
            and index_name <> 'PRIMARY' group by index_name order by index_name`,
        );
      expect(await columns(env), table).toEqual(await columns(nodes[0]!));
      expect(await keys(env), table).toEqual(await keys(nodes[0]!));
      const [key] = await askAt(
        env,
        `select group_concat(column_name order by seq_in_index) as columns from information_schema.statistics
        where table_schema = database() and table_name = '${table}' and index_name = 'PRIMARY'`,
      );
      expect(key!.columns).toMatch(new RegExp(`^\\w+_id,${column}$`));
    }
  });

  it("takes a bank from db:load, a part on each node, and a second time nothing", async () => {
    const first = await run("db-load", ["--from", folder], env);
    expect([first.code, first.stderr]).toEqual([0, expect.stringMatching(/loaded/)]);
    for (const table of Object.keys(sharded)) {
      const whole = await countOf(env, table);
      const parts = await Promise.all(nodes.map((node) => countOf(node, table)));
      expect(
        parts.reduce((sum, part) => sum + part, 0),
        table,
      ).toBe(whole);
      if (table === "transactions") expect(Math.min(...parts)).toBeGreaterThan(whole / 10);
    }
    const second = await run("db-load", ["--from", folder], env);
    expect([second.code, second.stderr]).toEqual([0, expect.stringMatching(/unchanged: bank_/)]);
    // what makes a head of a server that holds rows would lose them
    await expect(runFile(nodes[0]!, spiderFile("head.sql"))).rejects.toThrow("transactions_empty");
  });

  it("gives the snapshot that the CSV files give, and breaks no rule", async () => {
    const ofNodes = await snapshotOf(() => openMariadbSource(env));
    const ofCsv = await snapshotOf(() => openCsvSource({folder}));
    expect(Object.fromEntries(ofNodes.tables)).toEqual(Object.fromEntries(ofCsv.tables));
    expect(ofNodes.description.asOf).toBe(ofCsv.description.asOf);
    const connection = await connectTo(env);
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  it("posts a transfer across nodes, prepared on both before it is committed on either", async () => {
    const before = await fingerprint(env);
    for (const node of nodes) {
      await askAt(node, "set global log_output = 'TABLE'");
      await askAt(node, "set global general_log = 1");
    }
    const {transactionIds} = await post(await acrossNodes("t-1"));
    const steps: {said: string; at: string}[] = [];
    for (const [i, node] of nodes.slice(0, 2).entries()) {
      await askAt(node, "set global general_log = 0");
      const log = await askAt(
        node,
        `select substring_index(lower(convert(argument using utf8mb4)), ' ', 2) as said, event_time as at
        from mysql.general_log where argument like 'xa %' order by event_time`,
      );
      expect(log.map(({said}) => said)).toEqual(["xa end", "xa prepare", "xa commit"]);
      steps.push(...log.map(({said, at}) => ({said, at})));
      const legs = await askAt(
        node,
        `select transaction_id from transactions where transaction_id in (${transactionIds.join(", ")})`,
      );
      expect(legs).toEqual([{transaction_id: transactionIds[i]}]);
    }
    const times = (step: string) => steps.filter(({said}) => said === step).map(({at}) => at);
    const [lastPrepared, firstCommitted] = [
      times("xa prepare").sort().at(-1)!,
      times("xa commit").sort()[0]!,
    ];
    expect(lastPrepared <= firstCommitted, `${lastPrepared} ${firstCommitted}`).toBe(true);
    expect(await fingerprint(env)).not.toBe(before);
    const connection = await connectTo(env);
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  it("shows no half of a transfer that is posted while it is read, but the day before", async () => {
    const request = await acrossNodes("t-2");
    const source = await openMariadbSource(env);
    // the payer's node is seen from now on, the payee's from its first answer on
    await source.query(`select count(*) from transactions where account_id = '${request.payer}'`);
    await post(request);
    const {description, tables} = await snapshotOf(async () => source);
    const day = (
      await askAt(
        env,
        "select max(day) as day from calendar where day < (select max(day) from calendar)",
      )
    )[0]!.day;
    expect(description.asOf).toBe(day);
    const csv = await openCsvSource({folder});
    const dayBefore = {...csv, description: {...csv.description, asOf: String(day)}};
    const ofCsv = await snapshotOf(async () => dayBefore);
    expect(Object.fromEntries(tables)).toEqual(Object.fromEntries(ofCsv.tables));
  });

  it("is refused where half a transfer was read all the same", async () => {
    const request = await acrossNodes("t-3");
    const source = await openMariadbSource(env);
    await source.query(`select count(*) from transactions where account_id = '${request.payer}'`);
    await post(request);
    const plan = readPlan();
    const unfenced = plan.extracts.map((extract) => ({
      ...extract,
      sql: extract.sql.replaceAll("'2099-12-31'", "'2099-12-30'"),
    }));
    const file = join(temporaryFolder("snapshot"), "bank.duckdb");
    await expect(
      ensureSnapshot({
        env: {},
        open: async () => source,
        file,
        plan: {...plan, extracts: unfenced},
      }),
    ).rejects.toThrow(/^legs were read that do not sum up: -?12.5 EUR/);
  });

  it("posts the live stream, every batch once and to the cent", async () => {
    const stream = join(root, "seed-stream");
    const stop = new AbortController();
    const reasons: (string | undefined)[] = [];
    await postStream({
      settings: requiredDatabaseSettings(env),
      folder: stream,
      rejectsFolder: temporaryFolder("rejects"),
      signal: stop.signal,
      onBatch(batch, reason) {
        reasons.push(reason);
        if (batch === 5) stop.abort();
      },
    });
    expect(reasons).toEqual(Array(5).fill(undefined));
    const [posted] = await askAt(
      env,
      `select count(*) as n, sum(amount_eur) as eur, max(transaction_id) as last_id from transactions
      where transaction_id between (select first_id from live_stream) and ${firstPostedId}`,
    );
    const {rows, cents, lastId} = totalsOfFiles(stream);
    expect([posted!.n, parseEur(posted!.eur), posted!.last_id]).toEqual([rows, cents, lastId]);
    const connection = await connectTo(env);
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  it("finds a number that was given out on two nodes", async () => {
    const [first, other] = await Promise.all(
      nodes.slice(0, 2).map(async (node) => {
        const [row] = await askAt(
          node,
          "select transaction_id, account_id from transactions order by transaction_id limit 1",
        );
        return row;
      }),
    );
    await askAt(
      env,
      `update transactions set transaction_id = ${first!.transaction_id}
      where transaction_id = ${other!.transaction_id} and account_id = '${other!.account_id}'`,
    );
    const connection = await connectTo(env);
    const broken = await brokenRules(connection);
    expect(broken.find(({name}) => name === "ids-unique")?.rows).toEqual([
      expect.objectContaining({
        table_name: "transactions",
        repeated_id: String(first!.transaction_id),
      }),
    ]);
    await connection.query(
      `update transactions set transaction_id = ${other!.transaction_id}
      where transaction_id = ${first!.transaction_id} and account_id = '${other!.account_id}'`,
    );
    expect(await brokenRules(connection)).toEqual([]);
    await connection.end();
  });

  it("says in one line which node is dead, and reads it again when it is back", async () => {
    await spider.servers[2]!.kill();
    const dead = snapshotOf(() => openMariadbSource(env));
    await expect(dead).rejects.toThrow(/^[^\n]*foreign data source: node2[^\n]*$/);
    await spider.servers[2]!.start();
    await expect
      .poll(() => snapshotOf(() => openMariadbSource(env)).then(() => "read"))
      .toBe("read");
  });
});

async function fingerprint(env: Environment): Promise<string> {
  const source = await openMariadbSource(env);
  const text = await source.fingerprint();
  await source.close();
  return text;
}

function run(
  script: string,
  args: readonly string[],
  env: Environment,
): Promise<{code: number; stderr: string}> {
  const node = ["--import", "tsx", `scripts/${script}.ts`, ...args];
  const options = {cwd: projectRoot, env: {...environment, ...env}};
  return new Promise((resolve) =>
    execFile(process.execPath, node, options, (error, _, stderr) =>
      resolve({code: error ? Number(error.code) : 0, stderr}),
    ),
  );
}
