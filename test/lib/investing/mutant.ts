import {readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {build} from "esbuild";
import {projectRoot} from "../../../loaders/environment.js";
import type {holdings} from "../../../src/lib/investing/holdings.js";
import type {trails} from "../../../src/lib/investing/trail.js";

export interface Engine {
  readonly trails: typeof trails;
  readonly holdings: typeof holdings;
}

/**
 * The engine with an error put into the text of one of its files, to see that a comparison finds it. Throws if the
 * text to replace is not there exactly once.
 */
export async function engineWithError(file: string, right: string, wrong: string): Promise<Engine> {
  const folder = join(projectRoot, "src/lib/investing");
  let count = 0;
  const {outputFiles} = await build({
    stdin: {
      contents: 'export {trails} from "./trail.js"; export {holdings} from "./holdings.js";',
      resolveDir: folder,
    },
    bundle: true,
    write: false,
    format: "esm",
    plugins: [
      {
        name: "put an error in",
        setup({onLoad}) {
          onLoad({filter: /\.ts$/}, ({path}) => {
            const text = readFileSync(path, "utf8");
            if (basename(path) !== file) return {contents: text, loader: "ts"};
            count += text.split(right).length - 1;
            return {contents: text.replace(right, wrong), loader: "ts"};
          });
        },
      },
    ],
  });
  if (count !== 1) throw new Error(`text found ${count} times in ${file}: ${right}`);
  const code = Buffer.from(outputFiles[0]!.contents).toString("base64");
  return import(/* @vite-ignore */ `data:text/javascript;base64,${code}`);
}
