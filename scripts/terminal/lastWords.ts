import {maybeMachineError} from "../../loaders/machineError.js";

/**
 * From now on an error that nobody takes ends the process with one line where the machine is the reason, be it in what
 * is printed: a full disk behind `> file`, or a reader who has gone, who is told nothing. Any other shows its stack.
 */
export function sayLastWords(): void {
  process.on("uncaughtException", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(1);
    process.stderr.write(`${maybeMachineError(error) ?? error.stack ?? error}\n`);
    process.exit(1);
  });
}
