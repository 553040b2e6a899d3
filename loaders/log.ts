import {type ConsolaInstance, createConsola, LogLevels} from "consola";
import {environment} from "./environment.js";

const levels = {
  silent: LogLevels.silent,
  error: LogLevels.error,
  warn: LogLevels.warn,
  info: LogLevels.info,
  debug: LogLevels.debug,
};

/**
 * The one logger of every command and loader. It writes to stderr only, because a loader's stdout is its
 * dataset, at the level of `LOG_LEVEL`: silent, error, warn, info (the default) or debug.
 */
export const log: ConsolaInstance = createConsola({
  level: levelNamed(environment.LOG_LEVEL),
  stdout: process.stderr,
  stderr: process.stderr,
});

function levelNamed(name = "info"): number {
  if (Object.hasOwn(levels, name)) return levels[name as keyof typeof levels];
  process.stderr.write(`unknown LOG_LEVEL: ${name} (use ${Object.keys(levels).join(", ")})\n`);
  return levels.info;
}
