import {log} from "../../loaders/log.js";
import {errorWords} from "../../loaders/machineError.js";

/**
 * Runs a command's work. An error is one line for the person, with its stack at `LOG_LEVEL=debug`, and exit
 * code 1; otherwise the exit code is what the work comes back with.
 */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    log.error(errorWords(error));
    log.debug(error);
    process.exitCode = 1;
  }
}
