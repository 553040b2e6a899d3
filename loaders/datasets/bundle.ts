/**
 * A TypeScript loader and all it imports of this project as one file that Node starts at once: to translate and
 * resolve module by module takes most of a second, and there are twenty loaders. Packages stay outside.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {build, type Plugin} from "esbuild";
import {ownPath} from "../abandoned.js";
import {projectRoot} from "../environment.js";

/** Modules find the project by where they stand, and go on to do so. */
const keepModuleUrls: Plugin = {
  name: "keep-module-urls",
  setup({onLoad}) {
    onLoad({filter: /\.ts$/}, ({path}) => ({
      contents: readFileSync(path, "utf8").replaceAll(
        "import.meta.url",
        JSON.stringify(pathToFileURL(path).href),
      ),
      loader: "ts",
    }));
  },
};

/**
 * Writes the bundle of `loader`, a path from the project's root, to a file in the project and comes back with its
 * path; the caller removes it. Throws the lines of what esbuild does not understand, with file, line and column.
 */
export async function bundleLoader(loader: string): Promise<string> {
  const outfile = `${ownPath(join(projectRoot, "src/.observablehq/loaders/bundle"))}.mjs`;
  try {
    await build({
      absWorkingDir: projectRoot,
      entryPoints: [loader],
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "inline",
      sourcesContent: false,
      plugins: [keepModuleUrls],
      logLevel: "silent",
    });
  } catch (error) {
    if (!(error instanceof Error && "errors" in error)) throw error;
    throw new Error(error.message.split("\n").slice(1).join("\n"));
  }
  return outfile;
}
