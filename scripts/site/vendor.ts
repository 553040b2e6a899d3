/**
 * Framework fetches what pages import as `npm:…` from a CDN, unless its cache holds it. This fills the
 * cache from `node_modules`, so that a build needs no network and ships the versions of the lock file.
 *
 * The whole folder is made aside and put in place by a rename. An empty folder `vendored@<key>` in it marks
 * what it was made from; it has the shape of a package, because Framework reads every name there as one.
 */
import {createHash, randomUUID} from "node:crypto";
import {constants, existsSync, readdirSync, readFileSync} from "node:fs";
import {copyFile, mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {build, type Plugin} from "esbuild";
import {browserBundle} from "./vendor/browserBundle.js";
import {
  absentPackages,
  lockedVersions,
  type VendoredPackage,
  vendoredPackages,
} from "./vendor/packages.js";
import {bundlePlot} from "./vendor/plotBundle.js";

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
  const cache = join(projectRoot, "src/.observablehq/cache");
  const folder = join(cache, "_npm");
  const marker = `vendored@0.0.0-${keyOf(versions)}`;
  const isMade = !existsSync(join(folder, marker));
  if (isMade) {
    const aside = join(cache, `_npm-${randomUUID()}`);
    try {
      await bundleAll(projectRoot, aside, versions);
      await mkdir(join(aside, marker));
      await putInPlace(aside, folder, marker);
    } finally {
      await rm(aside, {recursive: true, force: true});
    }
  }
  await bundlePlot(projectRoot, versions.get("@observablehq/plot")!, {isWhole});
  return {isMade, versions};
}

function keyOf(versions: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256").update(JSON.stringify([...versions]));
  const code = fileURLToPath(new URL("./vendor", import.meta.url));
  for (const file of readdirSync(code).sort()) hash.update(readFileSync(join(code, file)));
  return hash
    .update(readFileSync(fileURLToPath(new URL("./fonts.ts", import.meta.url))))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest("hex")
    .slice(0, 12);
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
  {name, entry, shares = [], plugins = [], files = [], mapFile, emptyFiles = []}: VendoredPackage,
  {
    projectRoot,
    folder,
    versions,
  }: {projectRoot: string; folder: string; versions: ReadonlyMap<string, string>},
): Promise<void> {
  const output = join(folder, `${name}@${versions.get(name)}`);
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
    const from = join(projectRoot, "node_modules", name, file);
    if (mapFile) await writeFile(join(output, file), await mapFile(await readFile(from), file));
    else await copyFile(from, join(output, file), constants.COPYFILE_FICLONE);
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

/** Renames `aside` to `folder`, also where another process does the same; the last one wins, whole. */
async function putInPlace(aside: string, folder: string, marker: string): Promise<void> {
  for (let attempt = 0; attempt < 5; ++attempt) {
    const old = `${folder}-${randomUUID()}`;
    await rename(folder, old).catch(ignore("ENOENT"));
    await rm(old, {recursive: true, force: true});
    try {
      return await rename(aside, folder);
    } catch (error) {
      if (existsSync(join(folder, marker))) return;
      ignore("ENOTEMPTY", "EEXIST", "EPERM")(error);
    }
  }
  throw new Error(`could not replace the folder of vendored packages: ${folder}`);
}

function ignore(...codes: string[]): (error: unknown) => undefined {
  return (error) => {
    if (!(error instanceof Error) || !codes.includes((error as NodeJS.ErrnoException).code ?? "")) {
      throw error;
    }
  };
}
