import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {dirname, join} from "node:path";
import {endOf, startNode} from "../../loaders/childProcess.js";
import {projectRoot} from "../../loaders/environment.js";
import {withLock} from "../../loaders/lock.js";
import type {PageModule} from "./pageModule.js";

/** What the compiler says of a module. */
export interface Diagnostic {
  /** As the module was called. */
  readonly file: string;
  readonly line: number;
  readonly code: number;
  readonly message: string;
  /** The reasons, from the outer to the inner. */
  readonly details: readonly string[];
}

const folder = join(projectRoot, "src/.observablehq/check");

const options = {
  target: "ES2022",
  module: "ESNext",
  moduleResolution: "Bundler",
  lib: ["ES2023", "DOM", "DOM.Iterable", "DOM.AsyncIterable"],
  types: [],
  allowJs: true,
  checkJs: true,
  // pages are JavaScript: what is asked is whether names are there, not what they may be
  strict: false,
  skipLibCheck: true,
  noEmit: true,
  noErrorTruncation: true,
  incremental: true,
  tsBuildInfoFile: "./tsbuildinfo.json",
  rootDirs: ["../..", "./pages"],
  paths: {"/components/*": ["../../components/*"]},
};

/**
 * Compiles the modules of pages, which import what is in `src/`, and comes back with what the compiler says of them. Throws
 * where the compiler itself does not work.
 */
export function compilePages(
  modules: readonly PageModule[],
  declarations: string,
): Promise<Diagnostic[]> {
  return withLock(join(folder, "lock"), async () => {
    rmSync(join(folder, "pages"), {recursive: true, force: true});
    for (const {file, text} of modules) {
      mkdirSync(dirname(join(folder, "pages", file)), {recursive: true});
      writeFileSync(join(folder, "pages", file), text);
    }
    const config = {
      compilerOptions: options,
      include: ["pages", "page.d.ts", "../../components/observablehq.d.ts"],
    };
    writeFileSync(join(folder, "page.d.ts"), declarations);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    return read(await runCompiler());
  });
}

async function runCompiler(): Promise<string> {
  const compiler = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
  const child = startNode([join(compiler, "bin/tsc"), "--pretty", "false", "-p", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk) => said.push(String(chunk)));
  const code = await endOf(child);
  const text = said.join("");
  const isAnswer = code === 0 || /\): error TS\d+: /.test(text);
  if (!isAnswer || /^error TS\d+: /m.test(text)) throw new Error(`tsc failed: ${text.trim()}`);
  return text;
}

const first =
  /^(?:.*[/\\])?check\/pages\/(?<file>.+?)\((?<line>\d+),\d+\): error TS(?<code>\d+): (?<message>.*)$/;

function read(said: string): Diagnostic[] {
  // a reason is on a line of its own, indented
  return said.split(/\n(?! )/).flatMap((text) => {
    const [head = "", ...details] = text.split("\n").map((line) => line.trim());
    const {file, line, code, message} = first.exec(head)?.groups ?? {};
    if (file === undefined || message === undefined) return [];
    return [{file, line: Number(line), code: Number(code), message, details}];
  });
}
