import {mkdirSync} from "node:fs";

/**
 * Makes a folder for what is the bank's, where there is none: no other user of the machine may look into it. One that is there
 * keeps its rights, which somebody may have chosen.
 */
export function makeOwnFolder(folder: string): void {
  mkdirSync(folder, {recursive: true, mode: 0o700});
}
