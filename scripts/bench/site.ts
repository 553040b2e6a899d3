import {existsSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {environment, projectRoot} from "../../loaders/environment.js";
import {maybeBrowser, noBrowser} from "../site/browser.js";
import {visitSite} from "../site/visitSite.js";
import {
  copyWithBank,
  editSeconds,
  firstStart,
  inFolder,
  plainSeconds,
  secondsOf,
} from "./siteTimes.js";

const build = ["--import", "tsx", "scripts/build.ts"];
const data = ["--import", "tsx", "scripts/data.ts"];

/**
 * How long builds and the first start of the preview take with the default bank, against a plain Framework project in the
 * same run, and what each page transfers before its first chart. Comes back with lines for a person.
 */
export async function benchSite(): Promise<string[]> {
  if (!existsSync(join(projectRoot, "data/seed/manifest.json")))
    throw new Error("no bank in data/seed (run npm run seed)");
  const lines = await inFolder(async (folder) => {
    copyWithBank(folder);
    const cold = await secondsOf(folder, build);
    const plain = await plainSeconds();
    const unchanged = await secondsOf(folder, build);
    const fresh = await secondsOf(folder, data);
    const loader = join(folder, "src/data/sector-heat.csv.sql");
    writeFileSync(loader, `${readFileSync(loader, "utf8")}-- another text\n`);
    const changed = await secondsOf(folder, build);
    return [
      `cold build: ${cold.toFixed(1)} s (aim: at most 20), ${(cold / plain).toFixed(2)} of the ${plain.toFixed(1)} s of a plain Framework project with as many datasets and pages (aim: at most 0.2)`,
      `build with nothing changed: ${unchanged.toFixed(1)} s (aim: at most 4); with one dataset changed: ${changed.toFixed(1)} s`,
      `npm run data with nothing changed: ${fresh.toFixed(1)} s (aim: at most 1)`,
      ...(await transfers(folder)),
      ...(await edits(folder)),
    ];
  });
  return [...lines, ...(await starts())];
}

async function edits(folder: string): Promise<string[]> {
  if (maybeBrowser(environment) === undefined) return [];
  const times = (await editSeconds(folder, 5))
    .toSorted((a, b) => a - b)
    .map((time) => time.toFixed(2));
  return [
    `a changed .sql on the open page: ${times[2]} s, ${times[0]} to ${times[4]} (aim: at most 0.3)`,
  ];
}

async function starts(): Promise<string[]> {
  if (maybeBrowser(environment) === undefined) return [];
  const {page, chart, all} = await firstStart();
  return [
    `first start of the preview, bank and all: a page after ${page.toFixed(1)} s (aim: at most 10), its first chart after ${chart.toFixed(1)} s, all datasets after ${all.toFixed(1)} s`,
  ];
}

async function transfers(folder: string): Promise<string[]> {
  if (maybeBrowser(environment) === undefined) return [noBrowser];
  const visits = await visitSite(join(folder, "dist"), {env: environment});
  return visits.map(({path, firstChart: {isThere, byteCount, milliseconds}}) => {
    const kB = Math.round(byteCount / 1000);
    if (!isThere) return `/${path}: ${kB} kB, no chart in view`;
    const aim = isStory(path) ? " (aim: at most 300)" : "";
    return `/${path}: ${kB} kB before the first chart${aim}, drawn after ${milliseconds} ms`;
  });
}

/** Pages that tell something from small datasets; on the others the reader asks the engine. */
function isStory(path: string): boolean {
  return !/^(workbench|guide)\//.test(path);
}
