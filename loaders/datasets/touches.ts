/** Whether a loader was saved, or only given another time, which tells Framework's preview that its output is new. */
import {statSync} from "node:fs";
import {join} from "node:path";
import {projectRoot} from "../environment.js";

/** The clock of files may be some milliseconds behind. */
const clockMs = 20;

/** Whether a loader has not been saved since a run read it, which may have touched it. */
export function isAsRead(
  {loader, readAt}: {readonly loader: string; readonly readAt: number},
  touched: ReadonlyMap<string, Date> = new Map(),
): boolean {
  const time = timeOf(loader);
  return time !== undefined && (time < readAt - clockMs || isTouch(loader, touched));
}

/** Whether a file has changed by nothing but the time that a run has given it. */
export function isTouch(file: string, touched: ReadonlyMap<string, Date>): boolean {
  const given = touched.get(file);
  return given !== undefined && Math.round(timeOf(file) ?? 0) === given.getTime();
}

const timeOf = (file: string): number | undefined =>
  statSync(join(projectRoot, file), {throwIfNoEntry: false})?.mtimeMs;
