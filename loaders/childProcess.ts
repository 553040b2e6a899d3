import {type ChildProcess, type SpawnOptions, spawn} from "node:child_process";
import {constants, setPriority} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {projectRoot} from "./environment.js";

/** Arguments of Node for a process that is started by this one and ends with it. */
export function endingWithThis(): string[] {
  const module = pathToFileURL(join(projectRoot, "loaders/endWithParent.mjs"));
  return ["--import", `${module}?parent=${process.pid}`];
}

/** Starts Node in the project's folder; the process ends with this one, also where this one is killed. */
export function startNode(args: readonly string[], options: SpawnOptions): ChildProcess {
  return spawn(process.execPath, [...endingWithThis(), ...args], {cwd: projectRoot, ...options});
}

/** As `startNode`; the process gives way to all others. */
export function startNodeBehind(args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = startNode(args, options);
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  return child;
}

/** Waits for the end of a process; its exit code, or null where a signal ended it. */
export function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
}
