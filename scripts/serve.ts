/** `npm run serve`: serves the built site as a web server does that it is published on. */
import {existsSync} from "node:fs";
import {join, relative, resolve} from "node:path";
import {environment, projectRoot} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {errorWords} from "../loaders/machineError.js";
import {clearReplacements} from "../loaders/replacedFolder.js";
import {basePath} from "./site/basePath.js";
import {anybody, framedByOf} from "./site/serve/headers.js";
import {serveSite} from "./site/serve/serveSite.js";
import {readOptions, UsageError} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run serve --",
  summary:
    "Serves the built site: compressed files, byte ranges, what browsers may keep, and headers for security.",
  options: {
    folder: {type: "text", default: "dist", help: "the built site"},
    base: {type: "text", default: "/", help: "the path below which it was built to stand"},
    port: {type: "integer", default: 3200, min: 0, max: 65535, help: "where to listen"},
    "framed-by": {
      type: "text",
      default: environment.SITE_FRAMED_BY || anybody,
      help: "who may frame a figure: 'https://wiki.example https://*.bank.example', 'none'",
    },
    host: {
      type: "text",
      help: "address to listen on, for any name: 0.0.0.0 is all (default 127.0.0.1, for localhost only)",
    },
  },
});

try {
  const folder = resolve(projectRoot, options.folder);
  clearReplacements(folder);
  if (!existsSync(join(folder, "index.html")))
    throw new UsageError(`no site in ${relative(process.cwd(), folder)} (npm run build makes it)`);
  const {port, host} = options;
  const framedBy = framedByOf(options["framed-by"]);
  const server = await serveSite(folder, {base: basePath(options.base), port, host, framedBy});
  log.success(`${server.url} (Ctrl+C ends it)`);
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => void server.close());
} catch (error) {
  log.error(errorWords(error));
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
