import {spawn} from "node:child_process";
import {cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {type Environment, environment, projectRoot} from "../../loaders/environment.js";
import {temporaryFolder, tinyBank} from "./tinyBank.js";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of the project's data path in a folder of its own, to be edited and run as a person would. */
export interface ProjectCopy {
  readonly root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  edit(path: string, from: string | RegExp, to: string): void;
  /** Runs a module of the copy with Node, to its end. */
  run(module: string, ...args: string[]): Promise<Run>;
  /** Starts one that goes on. */
  start(module: string, ...args: string[]): ReturnType<typeof spawn>;
  /** A copy of this copy, with all that has been made in it. */
  duplicate(): ProjectCopy;
}

/**
 * Copies the project with the tiny bank as its data and no datasets but those that are given. What it runs
 * reads the CSV files unless the settings name another source.
 */
export function copyProject(
  datasets: Readonly<Record<string, string>>,
  settings: Environment = {DATA_SOURCE: "csv"},
): ProjectCopy {
  const root = temporaryFolder("project");
  for (const path of [
    "loaders",
    "scripts",
    "sql",
    "src/lib",
    "package.json",
    "package-lock.json",
  ]) {
    cpSync(join(projectRoot, path), join(root, path), {recursive: true});
  }
  cpSync(tinyBank, join(root, "data/seed"), {recursive: true});
  symlinkSync(join(projectRoot, "node_modules"), join(root, "node_modules"));
  const copy = projectIn(root, settings);
  for (const [file, text] of Object.entries(datasets)) copy.write(`src/data/${file}`, text);
  return copy;
}

function projectIn(root: string, settings: Environment): ProjectCopy {
  const copy: ProjectCopy = {
    root,
    read: (path) => readFileSync(join(root, path), "utf8"),
    write(path, text) {
      mkdirSync(dirname(join(root, path)), {recursive: true});
      writeFileSync(join(root, path), text);
    },
    edit(path, from, to) {
      const text = copy.read(path);
      const edited = text.replace(from, to);
      if (edited === text) throw new Error(`${path} has no ${from}`);
      copy.write(path, edited);
    },
    start: (module, ...args) =>
      spawn(process.execPath, ["--import", "tsx", module, ...args], {
        cwd: root,
        env: {PATH: environment.PATH, HOME: environment.HOME, ...settings},
      }),
    async run(module, ...args) {
      const child = copy.start(module, ...args);
      const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
      const code = await new Promise<number | null>((resolve, reject) => {
        child.on("error", reject);
        child.on("close", resolve);
      });
      return {code, stdout: stdout(), stderr: stderr()};
    },
    duplicate() {
      const other = temporaryFolder("project");
      cpSync(root, other, {recursive: true, verbatimSymlinks: true, preserveTimestamps: true});
      return projectIn(other, settings);
    },
  };
  return copy;
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}
