/** Bundled ahead of a TypeScript loader: tells the runner, by a pipe of its own, what the loader has read by name. */
import {writeSync} from "node:fs";
import {inputsRead} from "../inputFiles.js";

process.on("exit", () => {
  writeSync(3, JSON.stringify(inputsRead));
});
