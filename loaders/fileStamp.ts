import {statSync} from "node:fs";

/** Size, inode and times of a file: what the file system changes with its content. Throws where there is none. */
export function fileStamp(file: string): string {
  const {size, ino, mtimeNs, ctimeNs} = statSync(file, {bigint: true});
  return [size, ino, mtimeNs, ctimeNs].join(" ");
}
