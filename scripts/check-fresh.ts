/** `npm run check:fresh`: one line for a monitor on how fresh a published site is. */
import {log} from "../loaders/log.js";
import {freshnessAt} from "./site/freshnessAt.js";
import {parseStaleAfter} from "./site/staleAfter.js";
import {readOptions, UsageError} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run check:fresh --",
  summary:
    "Says whether a published site is as fresh as it promises (SITE_STALE_AFTER), and fails where it is not.",
  options: {
    url: {
      type: "text",
      help: "address of the site's first page, like https://bank.example/reports/",
    },
    after: {type: "text", help: "how old it may be instead, like 90m, 36h or 2d"},
  },
});

try {
  const {url, after} = options;
  if (url === undefined || !URL.canParse(url))
    throw new UsageError("--url needs the address of a site, like https://bank.example/reports/");
  const {isFresh, line} = await freshnessAt(url, {
    after: parseStaleAfter(after, "--after"),
    now: () => new Date(),
  });
  process.stdout.write(`${line}\n`);
  if (!isFresh) process.exitCode = 1;
} catch (error) {
  log.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
