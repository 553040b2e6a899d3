/**
 * A MariaDB server that lives as long as a measurement or a test. One of three, in this order: the server that
 * `TEST_DB_HOST` names (with `TEST_DB_PORT`, `TEST_DB_USER`, `TEST_DB_PASSWORD`); a `mariadbd` of this
 * machine, on a free port with a data folder of its own; a container, where Docker answers.
 */
import {type ChildProcess, execFileSync, spawn} from "node:child_process";
import {randomBytes} from "node:crypto";
import {cpSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {type Environment, environment} from "../../loaders/environment.js";
import {type Connection, connect, deadlineIn} from "../../loaders/mariadb/connect.js";
import {requiredDatabaseSettings} from "../../loaders/mariadb/settings.js";
import {freePort} from "./freePort.js";
import {installedData} from "./installedData.js";

export interface ThrowAwayServer {
  /** The settings of an all-powerful account, without a database. */
  readonly environment: Environment;
  /** A new, empty database: its settings. */
  createDatabase(): Promise<Environment>;
  /** Stops the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data; comes back when it answers. */
  start(): Promise<void>;
  /** Ends the server and removes its data. */
  stop(): Promise<void>;
}

export type ServerKind = "given" | "binary" | "docker";

/** What this machine has to offer; undefined where it has none of the three. */
export function findServer(): ServerKind | undefined {
  if (environment.TEST_DB_HOST) return "given";
  const hasBinaries =
    answers("mariadbd", ["--version"]) && answers("sh", ["-c", "command -v mariadb-install-db"]);
  if (hasBinaries) return "binary";
  return answers("docker", ["info"]) ? "docker" : undefined;
}

/**
 * Starts a server, or connects to the given one. `options` are further arguments of mariadbd; a `binary` one listens at an
 * address of this machine.
 */
export async function startServer(
  kind: ServerKind,
  options: readonly string[] = [],
  address = "127.0.0.1",
): Promise<ThrowAwayServer> {
  if (kind === "given") return givenServer();
  const server = kind === "docker" ? dockerServer(options) : await binaryServer(options, address);
  await server.start();
  return server;
}

/** A connection with the settings of `createDatabase`. */
export function connectTo(env: Environment): Promise<Connection> {
  return connect(requiredDatabaseSettings(env));
}

function answers(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, args, {stdio: "ignore", timeout: 10_000, env: serverPath()});
    return true;
  } catch {
    return false;
  }
}

/** Debian keeps mariadbd in /usr/sbin, which is not on everyone's path. */
function serverPath(): NodeJS.ProcessEnv {
  return {...environment, PATH: `${environment.PATH ?? ""}:/usr/sbin:/usr/local/sbin`};
}

async function binaryServer(options: readonly string[], address: string): Promise<ThrowAwayServer> {
  const folder = mkdtempSync(join(tmpdir(), "countinghouse-mariadb-"));
  const asUser = process.getuid?.() === 0 ? ["--user=root"] : [];
  cpSync(await installedData(serverPath()), join(folder, "data"), {recursive: true});
  const port = await freePort();
  const settings = {DB_HOST: address, DB_PORT: String(port), DB_USER: "root", DB_PASSWORD: ""};
  let child: ChildProcess | undefined;
  const kill = async () => {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null) return;
    const ended = new Promise((resolve) => running.once("exit", resolve));
    running.kill("SIGKILL");
    await ended;
  };
  const killWithUs = () => child?.kill("SIGKILL");
  process.once("exit", killWithUs);
  return {
    environment: settings,
    createDatabase: () => createDatabase(settings),
    kill,
    async start() {
      child = spawn(
        "mariadbd",
        [
          "--no-defaults",
          ...asUser,
          `--datadir=${folder}/data`,
          `--socket=${folder}/socket`,
          `--pid-file=${folder}/pid`,
          `--port=${port}`,
          `--bind-address=${address}`,
          "--skip-name-resolve",
          "--innodb-log-file-size=64M",
          "--innodb-buffer-pool-size=256M",
          ...options,
        ],
        {stdio: "ignore", env: serverPath()},
      );
      await untilAnswering(settings, () => child?.exitCode === null);
    },
    async stop() {
      await kill();
      process.off("exit", killWithUs);
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

function dockerServer(options: readonly string[]): ThrowAwayServer {
  const name = `countinghouse-test-${randomBytes(4).toString("hex")}`;
  const settings: Record<string, string> = {
    DB_HOST: "127.0.0.1",
    DB_PORT: "",
    DB_USER: "root",
    DB_PASSWORD: "throw-away",
  };
  const docker = (...args: string[]) => execFileSync("docker", args, {encoding: "utf8"});
  let isMade = false;
  return {
    environment: settings,
    createDatabase: () => createDatabase(settings),
    async kill() {
      docker("kill", name);
    },
    async start() {
      if (isMade) docker("start", name);
      else {
        const password = `MARIADB_ROOT_PASSWORD=${settings.DB_PASSWORD}`;
        const publish = ["--publish", "127.0.0.1::3306"];
        const image = ["mariadb:11.8", "--local-infile=1", ...options];
        docker("run", "--detach", "--name", name, "--env", password, ...publish, ...image);
        isMade = true;
      }
      settings.DB_PORT = docker("port", name, "3306/tcp").trim().split(":").at(-1)!;
      await untilAnswering(settings, () => true);
    },
    async stop() {
      docker("rm", "--force", "--volumes", name);
    },
  };
}

function givenServer(): ThrowAwayServer {
  const settings = {
    DB_HOST: environment.TEST_DB_HOST,
    DB_PORT: environment.TEST_DB_PORT ?? "3306",
    DB_USER: environment.TEST_DB_USER ?? "root",
    DB_PASSWORD: environment.TEST_DB_PASSWORD ?? "",
  };
  const made: Environment[] = [];
  const refuse = async () => {
    throw new Error("the server of TEST_DB_HOST is not ours to stop");
  };
  return {
    environment: settings,
    async createDatabase() {
      const env = await createDatabase(settings);
      made.push(env);
      return env;
    },
    kill: refuse,
    start: refuse,
    async stop() {
      for (const env of made) {
        const connection = await connectTo(env);
        await connection.query(`drop database ${env.DB_NAME}`);
        await connection.end();
      }
    },
  };
}

async function createDatabase(settings: Environment): Promise<Environment> {
  const env = {...settings, DB_NAME: `bank_${randomBytes(6).toString("hex")}`};
  const connection = await connect(requiredDatabaseSettings(env), deadlineIn(10), {
    withoutDatabase: true,
  });
  await connection.query(`create database ${env.DB_NAME} default character set utf8mb4`);
  await connection.end();
  return env;
}

async function untilAnswering(env: Environment, isAlive: () => boolean): Promise<void> {
  const settings = requiredDatabaseSettings({...env, DB_NAME: "mysql"});
  for (let attempt = 0; ; attempt++) {
    try {
      const connection = await connect(settings, deadlineIn(2));
      await connection.end();
      return;
    } catch (error) {
      if (attempt >= 600 || !isAlive()) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
