/**
 * TypeScript loaders run in processes that make several datasets, one after the other: modules, the snapshot and what
 * loaders make of it together are there once in each.
 */
import {rmSync} from "node:fs";
import {join} from "node:path";
import {ownPath} from "../abandoned.js";
import {type BundledFile, bundle, bundleInto} from "../bundle.js";
import {type Environment, projectRoot} from "../environment.js";
import type {InputHashes} from "../inputFiles.js";
import {type LoaderProcess, openLoaderProcess} from "./loaderProcess.js";
import type {Parameters} from "./pagePaths.js";
import type {MadeDataset} from "./sqlDataset.js";

export interface MadeTsDataset extends MadeDataset {
  /** The modules that the loader imports and what it has read by name. */
  readonly files: InputHashes;
}

/** The TypeScript loaders of a run, bundled. */
export interface TsLoaders {
  /** The modules by which a loader reads the bank, and others too (`Queries.once`). */
  readersOf(loader: string): readonly string[];
  /** A process that runs them; it begins with the first. */
  open(): TsProcess;
  /** Ends the processes at once: a loader that is at work fails. */
  stop(): void;
  /** Ends the processes. */
  close(): Promise<void>;
}

export interface TsProcess {
  /**
   * Runs a loader; its stdout is the dataset. It gets its parameters as Framework gives them, `--city=Porto`, and `settings`
   * beside those of the process, which keeps them. Throws what it wrote to stderr where it fails, and what the bundler
   * does not understand.
   */
  make(loader: string, parameters: Parameters, settings?: Environment): Promise<MadeTsDataset>;
}

const host = "loaders/datasets/loaderHost.ts";

/**
 * Bundles loaders, given by their paths from the project's root, to be run with these settings, in processes that give way to
 * all others or do not.
 */
export async function openTsLoaders(
  loaders: readonly string[],
  env: Environment,
  {givesWay = false} = {},
): Promise<TsLoaders> {
  const folder = ownPath(join(projectRoot, "src/.observablehq/loaders/run"));
  const {files, mistakes} = await bundled(folder, loaders);
  const processes: LoaderProcess[] = [];
  return {
    readersOf: (loader) => (files.get(loader)?.imports ?? []).filter((path) => readers.test(path)),
    open() {
      let process: LoaderProcess | undefined;
      const start = () => {
        const own = join(folder, `process-${processes.length}`);
        process = openLoaderProcess(files.get(host)!.file, own, env, {givesWay});
        processes.push(process);
        return process;
      };
      return {
        async make(loader, parameters, settings) {
          const mistake = mistakes.get(loader);
          if (mistake) throw mistake;
          const {file, inputs} = files.get(loader)!;
          const args = Object.entries(parameters).map(([name, value]) => `--${name}=${value}`);
          const {bytes, read} = await (process ?? start()).run({
            loader,
            file,
            args,
            ...(settings && {settings}),
          });
          const rowCount = loader.endsWith(".json.ts") ? rowsOfJson(bytes) : null;
          return {bytes, rowCount, files: {...inputs, ...read}};
        },
      };
    },
    stop() {
      for (const process of processes) process.stop();
    },
    async close() {
      await Promise.all(processes.map((process) => process.close()));
      rmSync(folder, {recursive: true, force: true});
    },
  };
}

const readers = /^loaders\/datasets\/(?!bank\.ts$)[^/]+$/;

/** A loader that the bundler does not understand is left out, for the others to be bundled. */
async function bundled(
  folder: string,
  loaders: readonly string[],
): Promise<{files: ReadonlyMap<string, BundledFile>; mistakes: ReadonlyMap<string, unknown>}> {
  const mistakes = new Map<string, unknown>();
  if (loaders.length === 0) return {files: new Map(), mistakes};
  try {
    return {files: await bundleInto(folder, [host, ...loaders]), mistakes};
  } catch (error) {
    for (const loader of loaders)
      await bundle(loader).catch((mistake: unknown) => mistakes.set(loader, mistake));
    if (mistakes.size === 0) throw error;
  }
  const whole = loaders.filter((loader) => !mistakes.has(loader));
  return {files: await bundleInto(folder, [host, ...whole]), mistakes};
}

function rowsOfJson(bytes: Buffer): number | null {
  const value: unknown = JSON.parse(bytes.toString("utf8"));
  return Array.isArray(value) ? value.length : null;
}
