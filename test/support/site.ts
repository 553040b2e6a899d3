import {
  cpSync,
  existsSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {projectRoot} from "../../loaders/environment.js";
import {withLock} from "../../loaders/lock.js";
import {markdownFiles} from "../../scripts/site/pages.js";
import {copySources} from "../../scripts/site/workingCopy.js";
import {bank} from "./bank.js";
import {spawnOffline} from "./offline.js";
import {copyProject, projectHash, runIn} from "./project.js";

const prefix = "countinghouse-site-";
const maxAgeMs = 3_600_000;

/**
 * The folder of a project whose site is built in `dist`, from a small bank and with the network cut. All test
 * files share it, and the next run too, as long as nothing that makes the site has changed.
 */
export function builtProject(): Promise<string> {
  built ??= build("", copyProject);
  return built;
}

let built: Promise<string> | undefined;

/**
 * As `builtProject`, but of the default bank and of nothing but the project: the site that somebody sees who follows the
 * README, and the one that `scripts/site/rooms.json` was measured on.
 */
export function builtDefault(): Promise<string> {
  if (builtOfDefault) return builtOfDefault;
  const seed = bank(); // before others wait for the site: it takes a minute on a slow machine
  builtOfDefault = build("default-", (folder) => {
    copySources(projectRoot, folder);
    cpSync(seed, join(folder, "data/seed"), {recursive: true});
  });
  return builtOfDefault;
}

let builtOfDefault: Promise<string> | undefined;

/** Copies the built project into `folder`, to be edited: its datasets and packages are made, only the site is not. */
export async function copyBuiltProject(folder: string): Promise<void> {
  const from = await builtProject();
  const site = join(from, "dist");
  cpSync(from, folder, {
    recursive: true,
    verbatimSymlinks: true,
    preserveTimestamps: true,
    filter: (path) => path !== site,
  });
}

/** The loaders of what the frame of every page asks for: the search. */
const everywhere = ["search-entries.json.ts", "search-names.keyed.sql"];

/**
 * As `copyBuiltProject`, but with these pages, behind a first page that only leads to them, and the datasets of these
 * loaders only: it is built in the same steps, in a part of the time.
 */
export async function copyPart(
  folder: string,
  {pages = [], loaders}: {pages?: readonly string[]; loaders: readonly string[]},
): Promise<void> {
  await copyBuiltProject(folder);
  const source = join(folder, "src");
  for (const file of markdownFiles(source)) {
    if (!pages.includes(file)) rmSync(join(source, file));
  }
  for (const file of readdirSync(join(source, "data"))) {
    if (![...loaders, ...everywhere].includes(file))
      rmSync(join(source, "data", file), {recursive: true});
  }
  const map = pages
    .map((file) => file.replace(/\.md$/, ""))
    .map((path) => `- [${path}](./${path})\n`);
  writeFileSync(
    join(source, "index.md"),
    `# One page\n\n<div class="site-map">\n\n${map.join("")}\n</div>\n`,
  );
}

async function build(
  name: string,
  copy: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = join(tmpdir(), `${prefix}${name}${projectHash()}`);
  if (isKept(folder)) return folder; // without a wait for the build of another
  await withLock(join(tmpdir(), `${prefix}lock`), async () => {
    if (isKept(folder)) return;
    removeOld();
    const aside = `${folder}-aside`;
    rmSync(aside, {recursive: true, force: true});
    await copy(aside);
    await runIn(aside, ["--import", "tsx", "scripts/build.ts"], {start: spawnOffline});
    renameSync(aside, folder);
  });
  return folder;
}

/** Whether the site is there; who looks at it keeps it from being taken for old. */
function isKept(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const now = new Date();
  utimesSync(folder, now, now);
  return true;
}

/** Another run may still be looking at a site that is not ours: only those go that nobody asked for in an hour. */
function removeOld(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const folder = join(tmpdir(), name);
    // what another run has just removed is none
    const {mtimeMs = Date.now()} = statSync(folder, {throwIfNoEntry: false}) ?? {};
    if (mtimeMs < Date.now() - maxAgeMs) {
      rmSync(folder, {recursive: true, force: true});
    }
  }
}
