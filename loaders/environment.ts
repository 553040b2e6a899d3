import {existsSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {parseEnv} from "node:util";

/** The folder of the project, wherever a command is called from. */
export const projectRoot: string = fileURLToPath(new URL("..", import.meta.url));

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of this process: the variables of its environment, and behind them those of the project's
 * `.env`. An empty variable counts as not set. This is the one place that reads `process.env`.
 */
export const environment: Environment = readEnvironment(process.env);

/** Adds settings to those of this process, and of the processes that it starts from now on. */
export function holdTo(settings: Environment): void {
  for (const kept of [environment, process.env]) Object.assign(kept, settings);
}

function readEnvironment(variables: Environment): Environment {
  const file = `${projectRoot}.env`;
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, "utf8")) : {};
  return {...onlySet(fromFile), ...onlySet(variables)};
}

function onlySet(variables: Environment): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(set);
}
