/** Makes one bank, in a process of its own, and says how long it took and how much memory. */
import {parseMonth} from "../../src/lib/day.js";
import {writeBank} from "../seed/writeBank.js";

const started = performance.now();
const [out, individuals] = [process.argv[2]!, Number(process.argv[3])];
const parameters = {
  individuals,
  companies: 120,
  months: 18,
  seed: 42,
  start: parseMonth("2025-05"),
};
const {manifest} = writeBank(parameters, out);
const ended = performance.now();
process.stdout.write(
  JSON.stringify({
    startSeconds: started / 1000,
    seconds: (ended - started) / 1000,
    rows: manifest.files.reduce((sum, {rows}) => sum + rows, 0),
    megabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
