import {statSync} from "node:fs";

export type FileKind = "file" | "folder" | "named pipe" | "socket" | "device";

/**
 * What stands at a path, links followed; undefined where nothing does. To read anything but a file can wait for
 * ever, or never end.
 */
export function fileKind(path: string): FileKind | undefined {
  const stats = statSync(path, {throwIfNoEntry: false});
  if (!stats) return undefined;
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "folder";
  if (stats.isFIFO()) return "named pipe";
  return stats.isSocket() ? "socket" : "device";
}
