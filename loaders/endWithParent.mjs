/**
 * Preloaded into every process that this project starts (`childProcess.ts`): it ends when the one that started it
 * has ended, however that was killed. What it would still have written would meet the work of the next run.
 *
 * A killed process tells nobody, and Framework's own children have no pipe that could break, so this is asked ten
 * times a second; in a thread of its own, because a process at work may not look up for seconds.
 */
import {isMainThread, Worker, workerData} from "node:worker_threads";

if (isMainThread) {
  const parent = Number(new URL(import.meta.url).searchParams.get("parent"));
  new Worker(new URL(import.meta.url), {execArgv: [], workerData: {parent}}).unref();
} else if (workerData?.parent) {
  const {parent} = workerData;
  setInterval(() => {
    // an orphan is given another parent; where it keeps the id of the old one (Windows), that no longer lives
    if (process.ppid !== parent || !isAlive(parent)) process.kill(process.pid, "SIGKILL");
  }, 100);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}
