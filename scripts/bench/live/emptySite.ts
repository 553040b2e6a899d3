import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** Writes a site into a folder that holds what `npm run live` asks for, and nothing in it. */
export function writeEmptySite(folder: string): void {
  mkdirSync(join(folder, "bank"), {recursive: true});
  for (const page of ["index.html", "bank/live.html"])
    writeFileSync(join(folder, page), "<!doctype html><title>Site</title>");
}
