/**
 * Run in a sandbox: bundles the commands that are disturbed most, so that a round is their work and not the translation
 * of their modules. Each still takes itself for the module that it was.
 */
import {join} from "node:path";
import {bundleInto} from "../../../loaders/bundle.js";
import {projectRoot} from "../../../loaders/environment.js";

const names = process.argv.slice(2);
await bundleInto(
  join(projectRoot, "commands"),
  names.map((name) => `scripts/${name}.ts`),
);
