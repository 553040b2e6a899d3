/**
 * Framework fetches what pages import as `npm:…` from a CDN, unless its cache holds it. This fills the
 * cache from `node_modules`, so that a build needs no network and ships the versions of the lock file.
 *
 * The whole folder is made aside and put in place by a rename. An empty folder `vendored@<key>` in it marks
 * what it was made from; it has the shape of a package, because Framework reads every name there as one.
 */
import {createHash} from "node:crypto";
import {constants, existsSync, readdirSync, readFileSync} from "node:fs";
import {copyFile, mkdir, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {build, type Plugin} from "esbuild";
import {withLock} from "../../loaders/lock.js";
import {browserBundle} from "./vendor/browserBundle.js";
import {bundleImported} from "./vendor/importedPackages.js";
import {absentPackages, lockedVersions, vendoredPackages} from "./vendor/packages.js";
import {bundlePlot} from "./vendor/plotBundle.js";
import type {VendoredPackage} from "./vendor/vendoredPackage.js";

export interface Vendored {
  /** Whether anything had to be made. */
  readonly isMade: boolean;
  /** Version by name of package. */
  readonly versions: ReadonlyMap<string, string>;
}

/**
 * Fills `src/.observablehq/cache` with the vendored packages, or returns at once where that is done. Safe
 * to run in several processes at a time. `isWhole` is for the preview: components get all of Plot, since they
 * may be about to use more of it.
 */
export async function fillVendored(
  projectRoot: string,
  {isWhole = false}: {isWhole?: boolean} = {},
): Promise<Vendored> {
  const versions = lockedVersions(projectRoot);
  return withLock(join(projectRoot, "src/.observablehq/vendored.lock"), async () => {
    const isMade = await fillPackages(projectRoot, versions);
    await bundlePlot(projectRoot, versions.get("@observablehq/plot")!, {isWhole});
    await bundleImported(projectRoot);
    return {isMade, versions};
  });
}

/** Returns whether anything had to be made. A process that was killed may have left its work aside. */
async function fillPackages(
  projectRoot: string,
  versions: ReadonlyMap<string, string>,
): Promise<boolean> {
  const folder = join(projectRoot, "src/.observablehq/cache/_npm");
  const marker = `vendored@0.0.0-${keyOf(versions)}`;
  const [aside, old] = [`${folder}-aside`, `${folder}-old`];
  for (const left of [aside, old]) await rm(left, {recursive: true, force: true});
  if (existsSync(join(folder, marker))) return false;
  await bundleAll(projectRoot, aside, versions);
  await mkdir(join(aside, marker));
  if (existsSync(folder)) await rename(folder, old);
  await rename(aside, folder);
  await rm(old, {recursive: true, force: true});
  return true;
}

function keyOf(versions: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256").update(JSON.stringify([...versions]));
  const here = fileURLToPath(new URL(".", import.meta.url));
  const files = ["vendor", "fonts/files"].flatMap((folder) =>
    readdirSync(join(here, folder))
      .sort()
      .map((name) => join(folder, name)),
  );
  for (const file of [...files, "fonts.ts", "vendor.ts", "../../src/lib/site/wholeFile.ts"])
    hash.update(readFileSync(join(here, file)));
  return hash.digest("hex").slice(0, 12);
}

async function bundleAll(
  projectRoot: string,
  folder: string,
  versions: ReadonlyMap<string, string>,
): Promise<void> {
  for (const name of absentPackages) await mkdir(join(folder, `${name}@0.0.0`), {recursive: true});
  await Promise.all(vendoredPackages.map((item) => bundle(item, {projectRoot, folder, versions})));
}

async function bundle(
  {
    name,
    pathVersion,
    entry,
    shares = [],
    plugins = [],
    files = [],
    filesFrom = `node_modules/${name}`,
    emptyFiles = [],
  }: VendoredPackage,
  {
    projectRoot,
    folder,
    versions,
  }: {projectRoot: string; folder: string; versions: ReadonlyMap<string, string>},
): Promise<void> {
  const output = join(folder, `${name}@${pathVersion ?? versions.get(name)}`);
  const shared = new Map(
    shares.map((other) => [
      other,
      relative(output, join(folder, `${other}@${versions.get(other)}`, "_esm.js")).replaceAll(
        "\\",
        "/",
      ),
    ]),
  );
  if (entry !== null) {
    await build({
      ...browserBundle,
      ...(entry
        ? {entryPoints: [join(projectRoot, entry)]}
        : {stdin: {contents: `export * from "${name}";`, resolveDir: projectRoot}}),
      outfile: join(output, "_esm.js"),
      absWorkingDir: projectRoot,
      plugins: [...plugins, importingShared(shared)],
    });
  }
  for (const file of files) {
    await mkdir(dirname(join(output, file)), {recursive: true});
    const from = join(projectRoot, filesFrom, file);
    await copyFile(from, join(output, file), constants.COPYFILE_FICLONE);
  }
  for (const file of emptyFiles) await writeFile(join(output, file), "");
}

function importingShared(shared: ReadonlyMap<string, string>): Plugin {
  return {
    name: "shared packages",
    setup({onResolve}) {
      onResolve({filter: /^[@a-z]/}, ({path}) => {
        const target = shared.get(path);
        return target === undefined ? undefined : {path: target, external: true};
      });
    },
  };
}
