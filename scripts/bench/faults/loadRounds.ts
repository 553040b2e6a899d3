/**
 * Loads that are killed at a random moment. Two banks take turns, the second an edit of the first, and now
 * and then the database is emptied, so that both ways of loading are cut: filling an empty table, and merging
 * into a full one. All the while a reader looks on: it must see the bank of before or the bank of after. After
 * each kill the database must hold one of the two, and the next load must end where an undisturbed one does.
 */
import {spawn} from "node:child_process";
import {cpSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {RowDataPacket} from "mysql2/promise";
import seedrandom from "seedrandom";
import {type Environment, environment, projectRoot} from "../../../loaders/environment.js";
import type {Connection} from "../../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../../loaders/mariadb/settings.js";
import {tables} from "../../../src/lib/bank/schema.js";
import {loadBank} from "../../db/load/loadBank.js";
import {migrate} from "../../db/migrate.js";
import {connectTo, type ThrowAwayServer} from "../../db/throwAwayServer.js";
import {bankChecksum} from "./bankChecksum.js";

export interface FaultRounds {
  readonly server: ThrowAwayServer;
  /** The folder of a bank. */
  readonly folder: string;
  /** A folder for what the rounds write. */
  readonly scratch: string;
  /** What is killed: the loader's process, or the server. */
  readonly victim: "loader" | "server";
  readonly rounds: number;
  readonly seed: string;
}

export interface FaultReport {
  /** Rounds in which the kill came before the load was done. */
  readonly cut: number;
  /** How often the reader looked. */
  readonly looks: number;
}

/** Runs the rounds. Throws, with the seed, at the first that shows half a bank or ends in a wrong one. */
export async function runFaultRounds(options: FaultRounds): Promise<FaultReport> {
  const {server, rounds, seed, victim} = options;
  const random = seedrandom(seed);
  const env = await server.createDatabase();
  await migrate(requiredDatabaseSettings(env));
  const states = await undisturbed(env, options);
  let cut = 0;
  let looks = 0;
  let held: keyof States = "first";
  for (let round = 0; round < rounds; round++) {
    if (round % 3 === 0) {
      await emptyTables(env);
      held = "empty";
    }
    const target: "first" | "second" = held === "first" ? "second" : "first";
    const delayMs = random() * states[target].milliseconds * 1.05;
    const allowed = [states[held].look, states[target].look];
    const watch = watchBank(env, allowed);
    const isCut = await killLoad(env, options, states[target].folder, delayMs);
    if (victim === "server") await server.start();
    const seen = await watch.end();
    cut += isCut ? 1 : 0;
    looks += seen.looks;
    const where = `round ${round} (${held} to ${target}, seed ${seed}, after ${Math.round(delayMs)} ms)`;
    if (seen.half !== undefined) throw new Error(`${where}: half a bank was seen: ${seen.half}`);
    const left = await bankChecksum(env);
    if (![states[held].checksum, states[target].checksum].includes(left)) {
      throw new Error(`${where}: the kill left another bank: ${left}`);
    }
    await load(env, options, states[target].folder);
    const reached = await bankChecksum(env);
    if (reached !== states[target].checksum) {
      throw new Error(`${where}: the next load ended in another bank: ${reached}`);
    }
    held = target;
  }
  return {cut, looks};
}

interface State {
  readonly folder: string;
  readonly checksum: string;
  /** What a reader's question sees of it. */
  readonly look: string;
  readonly milliseconds: number;
}

type States = Record<"empty" | "first" | "second", State>;

/** Loads both banks without a disturbance, one over the other, and notes where they end. */
async function undisturbed(env: Environment, options: FaultRounds): Promise<States> {
  const second = editedCopy(options.folder, join(options.scratch, "second"));
  const state = async (folder: string): Promise<State> => {
    const start = performance.now();
    if (folder !== "") await load(env, options, folder);
    const milliseconds = performance.now() - start;
    return {folder, milliseconds, checksum: await bankChecksum(env), look: await lookOnce(env)};
  };
  const nothing = await state("");
  await load(env, options, options.folder);
  const over = await state(second);
  return {empty: nothing, second: over, first: await state(options.folder)};
}

/** A copy with every hundredth payment said in other words, and without the last invoices. */
function editedCopy(from: string, to: string): string {
  cpSync(from, to, {recursive: true});
  const edit = (table: string, change: (lines: string[]) => string[]) => {
    const file = join(to, `${table}.csv`);
    const lines = readFileSync(file, "utf8").trimEnd().split("\n");
    writeFileSync(file, `${change(lines).join("\n")}\n`);
  };
  edit("transactions", (lines) =>
    lines.map((line, i) => (i % 100 === 1 && !line.endsWith('"') ? `${line} again` : line)),
  );
  edit("invoices", (lines) => lines.slice(0, Math.ceil(lines.length * 0.9)));
  return to;
}

async function load(env: Environment, {scratch}: FaultRounds, folder: string): Promise<void> {
  await loadBank(requiredDatabaseSettings(env), {
    folder,
    rejectsFolder: join(scratch, "rejects"),
    prune: true,
  });
}

/** Starts a load and kills the victim after a while; true where the load had not come to its end. */
async function killLoad(
  env: Environment,
  options: FaultRounds,
  folder: string,
  delayMs: number,
): Promise<boolean> {
  if (options.victim === "server") {
    const run = load(env, options, folder).then(
      () => false,
      () => true,
    );
    await pause(delayMs);
    await options.server.kill();
    return run;
  }
  const args = ["--import", "tsx", "scripts/db-load.ts", "--prune", "--from", folder];
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: {...environment, ...env, LOG_LEVEL: "info"},
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("exit", (_, signal) => resolve(signal)),
  );
  await untilLoading(env, ended);
  await pause(delayMs);
  child.kill("SIGKILL");
  return (await ended) === "SIGKILL";
}

/** Waits until a loader has opened its book: what comes before is the start of a process. */
async function untilLoading(env: Environment, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  ended.then(() => {
    isOver = true;
  });
  const connection = await connectTo(env);
  const running = "select count(*) as n from load_batches where outcome = 'running'";
  while (!isOver) {
    const [rows] = await connection.query<RowDataPacket[]>(running);
    if (Number(rows[0]!.n) > 0) break;
    await pause(5);
  }
  connection.destroy();
}

/** Asks again and again what the bank looks like, until told to end; a server that is down is asked later. */
function watchBank(env: Environment, allowed: readonly string[]) {
  let isOver = false;
  let looks = 0;
  let half: string | undefined;
  const watching = (async () => {
    let connection: Connection | undefined;
    while (!isOver && half === undefined) {
      try {
        connection ??= await connectTo(env);
        const seen = await look(connection);
        looks += 1;
        if (!allowed.includes(seen)) half = seen;
      } catch {
        connection?.destroy();
        connection = undefined;
      }
      await pause(20);
    }
    connection?.destroy();
  })();
  return {
    async end() {
      isOver = true;
      await watching;
      return {looks, half};
    },
  };
}

async function lookOnce(env: Environment): Promise<string> {
  const connection = await connectTo(env);
  try {
    return await look(connection);
  } finally {
    connection.destroy();
  }
}

/** The bank in one statement, and so at one instant. */
async function look(connection: Connection): Promise<string> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `select (select count(*) from users) as users, (select count(*) from invoices) as invoices,
      (select count(*) from trades) as trades,
      (select concat(count(*), ' ', coalesce(sum(length(description)), 0)) from transactions) as legs`,
  );
  return JSON.stringify(rows[0]);
}

/** Takes out all rows of the bank, and the book of loads. */
export async function emptyTables(env: Environment): Promise<void> {
  const connection = await connectTo(env);
  await connection.query("set foreign_key_checks = 0");
  for (const {name} of tables) await connection.query(`truncate table ${name}`);
  await connection.query("truncate table load_batches");
  connection.destroy();
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
