import {execFile} from "node:child_process";
import {existsSync, rmSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {bankFolder, tinyBank} from "../support/bankFolder.js";
import {describeMariadb, type MariadbServer, startMariadb} from "../support/mariadb.js";

describeMariadb("the database commands", () => {
  let server: MariadbServer;
  let env: Environment;
  beforeAll(async () => {
    server = await startMariadb();
    env = await server.createDatabase();
    expect((await run("db-migrate", [], env)).code).toBe(0);
  });
  afterAll(() => server.stop());

  it("db:smoke says in one line, with exit code 1, what is wrong", async () => {
    const empty = await server.createDatabase();
    const cases: [Environment, RegExp][] = [
      [{}, /no database is configured: DB_HOST is not set \(see \.env\.example\)/],
      [{...env, DB_PORT: "1"}, /no server at 127\.0\.0\.1:1/],
      [{...env, DB_PORT: "x"}, /invalid DB_PORT: "x"/],
      [{...env, DB_PASSWORD: "wrong"}, /access denied for user root/],
      [{...env, DB_NAME: "nowhere"}, /no database nowhere at /],
      [empty, /no schema \(run npm run db:migrate\)/],
    ];
    const runs = await Promise.all(cases.map(([settings]) => run("db-smoke", [], settings)));
    for (const [i, {code, stdout, stderr}] of runs.entries()) {
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr.trim()).toMatch(cases[i]![1]);
      expect(stderr.trim().split("\n")).toHaveLength(1);
    }
  });

  it("db:migrate has nothing to do the second time", async () => {
    const {code, stderr} = await run("db-migrate", [], env);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/is at level \d+: nothing to do/)]);
  });

  it("db:load prints where every row went, and exits with 0; again it says unchanged", async () => {
    const first = await run("db-load", ["--from", tinyBank], env);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(
      /^transactions +loaded +32 rows = 32 inserted \+ 0 updated \+ 0 unchanged \+ 0 rejected$/m,
    );
    const second = await run("db-load", ["--from", tinyBank], env);
    expect([second.code, second.stderr]).toEqual([0, expect.stringMatching(/unchanged: bank_/)]);
  });

  it("db:load exits with 1 on bad rows, names their number and where they are listed", async () => {
    const bank = bankFolder();
    bank.edit("savings_goals", "6000.00", "lots");
    const {code, stdout, stderr} = await run("db-load", ["--from", bank.folder], env);
    const rejects = join(projectRoot, "data/rejects/savings_goals.csv");
    expect(code).toBe(1);
    expect(stdout.trim().split("\n")).toEqual([
      expect.stringContaining(`1 bad: see ${rejects}`),
      "nothing was loaded: 1 bad row in savings_goals",
    ]);
    expect(stderr).toMatch(/1 bad row in savings_goals: nothing was loaded into bank_/);
    expect(existsSync(rejects)).toBe(true);
    rmSync(rejects);
  });

  it("db:load exits with 1 where a rule is broken, and names its rows", async () => {
    const bank = bankFolder();
    bank.edit("transactions", "e_money,peer,,ind-000001-chk", "e_money,peer,,ind-000001-sav");
    const {code, stderr} = await run("db-load", ["--from", bank.folder], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/broken rule transfer-legs-pair: .*\n {2}transfer_id=7 /);
  });

  it("db:load refuses an unknown table and an unknown option in one line, with exit code 2", async () => {
    const runs = await Promise.all([
      run("db-load", ["--table", "payments"], env),
      run("db-load", ["--force"], env),
    ]);
    for (const {code, stderr} of runs) {
      expect([code, stderr.trim().split("\n").length]).toEqual([2, 1]);
    }
  });

  it("log the SQL with DB_ECHO", async () => {
    const {stderr} = await run("db-smoke", [], {...env, DB_ECHO: "true"});
    expect(stderr).toMatch(/sql: select version\(\)/);
  });
});

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command of `scripts/` in a process of its own, with these settings and no others of a database. */
function run(script: string, args: readonly string[], settings: Environment): Promise<Run> {
  const others = Object.entries(environment).filter(([name]) => !name.startsWith("DB_"));
  const env = {...Object.fromEntries(others), ...settings, LOG_LEVEL: "info"};
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", `scripts/${script}.ts`, ...args],
      {cwd: projectRoot, env, encoding: "utf8"},
      (error, stdout, stderr) => {
        const code = error === null ? 0 : Number(error.code);
        resolve({code, stdout, stderr});
      },
    );
  });
}
