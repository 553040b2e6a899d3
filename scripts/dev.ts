/** `npm run dev`: the site while people work on it. */

import {environment} from "../loaders/environment.js";
import {log} from "../loaders/log.js";
import {type DevSession, startDevSession} from "./site/devSession.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run dev --",
  summary:
    "Serves the site, made from the bank in data/seed or in MariaDB, and follows every change. Generates the default bank if there is none.",
  options: {
    port: {
      type: "integer",
      min: 1,
      max: 65535,
      help: "where to listen (default 3000, or the next)",
    },
    "no-open": {type: "flag", help: "do not open a browser"},
  },
});

let session: DevSession | undefined;
let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    isStopping = true;
    void session?.close();
  });
}

try {
  session = await startDevSession({
    port: options.port,
    open: !options["no-open"] && hasScreen(),
    openLive: async () => (await import("./live/devLive.js")).openDevLive(environment),
  });
  if (isStopping) void session.close();
  else log.success(`${session.url} (Ctrl+C ends it)`);
  process.exitCode = await session.ended;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Whether there is someone to open a browser for. */
function hasScreen(): boolean {
  if (environment.CI !== undefined) return false;
  return (
    process.platform !== "linux" || Boolean(environment.DISPLAY ?? environment.WAYLAND_DISPLAY)
  );
}
