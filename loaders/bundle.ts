/**
 * A module and all it imports of this project as one file that Node starts at once: to translate and resolve
 * module by module takes most of a second, and there are twenty loaders. Packages stay outside. What the bundler
 * has read on the way is what the module is made of.
 */
import {readFileSync} from "node:fs";
import {relative} from "node:path";
import {pathToFileURL} from "node:url";
import {build, type Plugin} from "esbuild";
import {projectRoot} from "./environment.js";
import {hashOf, type InputHashes} from "./inputFiles.js";

export interface Bundle {
  readonly code: Uint8Array;
  /** The modules in it, each with the hash of the text that went in. */
  readonly inputs: InputHashes;
}

/**
 * Bundles modules, given by their paths from the project's root, in order. Throws the lines of what esbuild
 * does not understand, with file, line and column.
 */
export async function bundle(...modules: readonly string[]): Promise<Bundle> {
  const inputs: Record<string, string> = {};
  try {
    const {outputFiles} = await build({
      absWorkingDir: projectRoot,
      stdin: {
        contents: modules.map((module) => `import ${JSON.stringify(`./${module}`)};`).join("\n"),
        resolveDir: projectRoot,
      },
      write: false,
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20",
      sourcemap: "inline",
      sourcesContent: false,
      plugins: [moduleTexts(inputs)],
      logLevel: "silent",
    });
    return {code: outputFiles[0]!.contents, inputs};
  } catch (error) {
    if (!(error instanceof Error && "errors" in error)) throw error;
    throw new Error(error.message.split("\n").slice(1).join("\n"));
  }
}

/** One hash of modules of this project and all that they import. */
export async function moduleHash(...modules: readonly string[]): Promise<string> {
  const {inputs} = await bundle(...modules);
  return hashOf(JSON.stringify(Object.entries(inputs).sort()));
}

/** Reads the modules, each once, and notes them. They find the project by where they stand, and go on to do so. */
function moduleTexts(inputs: Record<string, string>): Plugin {
  return {
    name: "module-texts",
    setup({onLoad}) {
      onLoad({filter: /\.m?ts$/}, ({path}) => {
        const text = readFileSync(path, "utf8");
        inputs[relative(projectRoot, path)] = hashOf(text);
        const url = JSON.stringify(pathToFileURL(path).href);
        return {contents: text.replace(/\bimport\.meta\.url\b/g, url), loader: "ts"};
      });
    },
  };
}
