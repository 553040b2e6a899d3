/** `npm run rooms`: measures how much room the parts of the built site take, and keeps it for the next build. */

import {existsSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {pageFile} from "../src/lib/site/pageFile.js";
import {measureRooms} from "./site/measureRooms.js";
import {openSite} from "./site/openSite.js";
import {pageShape} from "./site/pageShape.js";
import type {PageRooms} from "./site/rooms.js";
import {pagePaths} from "./site/visitSite.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run rooms --",
  summary:
    "Measures the height of each part of the built site at three widths, so that pages keep that room while they wait for it.",
  options: {folder: {type: "text", default: "dist", help: "the built site"}},
});

try {
  const folder = join(projectRoot, options.folder);
  if (!existsSync(folder)) throw new Error(`no site in ${folder} (run npm run build)`);
  const site = await openSite(folder, {env: environment});
  const rooms: Record<string, PageRooms> = {};
  try {
    for (const path of pagePaths(folder)) {
      const shape = pageShape(join(projectRoot, "src"), `/${path}`);
      if (shape === undefined) continue; // one of many
      const parts = await measureRooms(site.browser, site.url + pageFile(path));
      rooms[path] = {shape, parts};
      log.info(`/${path}: ${Object.keys(parts).length} parts`);
    }
  } finally {
    await site.close();
  }
  writeFileSync(join(projectRoot, "scripts/site/rooms.json"), `${textOf(rooms)}\n`);
  log.success("scripts/site/rooms.json: build the site again to use it");
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** One line a part, so that a change shows what it is of. */
function textOf(rooms: Readonly<Record<string, PageRooms>>): string {
  const pages = Object.entries(rooms).map(([path, {shape, parts}]) => {
    const lines = Object.entries(parts).map(
      ([name, sizes]) => `      ${JSON.stringify(name)}: ${JSON.stringify(sizes)}`,
    );
    const all = lines.length > 0 ? `\n${lines.join(",\n")}\n    ` : "";
    return `  ${JSON.stringify(path)}: {\n    "shape": ${JSON.stringify(shape)},\n    "parts": {${all}}\n  }`;
  });
  return `{\n${pages.join(",\n")}\n}`;
}
