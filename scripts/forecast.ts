import {readFile} from "node:fs/promises";
import {basename} from "node:path";
import {formatMonth} from "../src/lib/day.js";
import {forecastSeries, maybeTooLittle} from "../src/lib/forecast.js";
import {parseSeries, SeriesError} from "./forecast/seriesFile.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run -s forecast --",
  summary:
    "Forecasts a monthly series, read from a CSV file with the columns month (2025-05) and value, and\n" +
    "prints a JSON array of month, p10, p50 and p90.",
  options: {
    series: {type: "text", help: "the CSV file (required)"},
    horizon: {type: "integer", default: 6, min: 1, max: 120, help: "months ahead"},
  },
});

if (!options.series) {
  process.stderr.write("missing --series: name a CSV file with the columns month,value\n");
  process.exit(2);
}

try {
  const {start, values} = parseSeries(await readSeries(options.series), options.series);
  const reason = maybeTooLittle(values);
  if (reason) {
    const file = basename(options.series);
    throw new SeriesError(`too little to forecast: ${reason} in ${file} (add earlier months)`);
  }
  const rows = forecastSeries(values, options.horizon);
  const first = start + values.length;
  if (first + options.horizon > 10_000 * 12) {
    throw new SeriesError(
      `${basename(options.series)}: the forecast would end after 9999-12 (use a shorter --horizon)`,
    );
  }
  const output = rows.map(({p10, p50, p90}, h) => ({
    month: formatMonth(first + h),
    p10: rounded(p10),
    p50: rounded(p50),
    p90: rounded(p90),
  }));
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof SeriesError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** To ten digits: more would pretend. */
function rounded(value: number): number {
  return Number(value.toPrecision(10));
}

async function readSeries(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown cause";
    const causes: Record<string, string> = {
      ENOENT: "no such file: check --series",
      EISDIR: "a folder: name a CSV file in it",
    };
    const cause = causes[code] ?? code;
    throw new SeriesError(`cannot read ${file} (${cause})`);
  }
}
