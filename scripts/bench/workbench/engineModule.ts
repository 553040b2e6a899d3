import {join} from "node:path";
import {build, type Plugin} from "esbuild";
import {projectRoot} from "../../../loaders/environment.js";
import {filesBelow} from "../../../loaders/sourceFiles.js";
import {browserBundle} from "../../site/vendor/browserBundle.js";

const enginePackage = "npm:@duckdb/duckdb-wasm";

/**
 * The notebook's engine as a module by itself, over the packages of a built site that is served at `url`: in the site it is part of
 * a chunk, of which nothing but the notebook can ask for it. Throws where the site has no engine.
 */
export async function engineModule(folder: string, url: string): Promise<string> {
  const packages = "_npm/@duckdb/";
  const built = filesBelow(join(folder, packages));
  const addressOf = (name: RegExp) => {
    const file = built.find((each) => name.test(each));
    if (file === undefined) throw new Error(`no ${name} in ${folder} (run npm run build)`);
    return url + packages + file;
  };
  const ofSite: Plugin = {
    name: "packages of the site",
    setup({onResolve}) {
      onResolve({filter: /^npm:/}, () => ({
        path: addressOf(/^duckdb-wasm@[^/]+\/\w+\.js$/),
        external: true,
      }));
    },
  };
  const {outputFiles} = await build({
    ...browserBundle,
    entryPoints: [join(projectRoot, "src/workbench/notebook/engine.ts")],
    plugins: [ofSite],
    write: false,
  });
  return outputFiles[0]!.text
    .replace(`import.meta.resolve("${enginePackage}/dist/duckdb-eh.wasm")`, () =>
      JSON.stringify(addressOf(/duckdb-eh\.wasm$/)),
    )
    .replace(`import.meta.resolve("${enginePackage}/dist/duckdb-browser-eh.worker.js")`, () =>
      JSON.stringify(addressOf(/duckdb-browser-eh\.worker\.\w+\.js$/)),
    );
}
