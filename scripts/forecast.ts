import {formatMonth} from "../src/lib/day.js";
import {forecastSeries, maybeTooLittle} from "../src/lib/forecasting/forecast.js";
import {FileError} from "./csv/fileError.js";
import {precisionOf} from "./forecast/precision.js";
import {readSeries} from "./forecast/seriesFile.js";
import {readOptions} from "./terminal/options.js";

const options = readOptions({
  usage: "npm run -s forecast --",
  summary:
    "Forecasts a monthly series, read from a CSV file with the columns month (2025-05) and value, and\n" +
    "prints a JSON array of month, p10, p50 and p90, rounded as the values are written (to three digits at least).",
  options: {
    series: {type: "text", help: "the CSV file (required)"},
    horizon: {type: "integer", default: 6, min: 1, max: 120, help: "months ahead"},
  },
});

const {series: file, horizon} = options;
if (!file) {
  process.stderr.write("missing --series: name a CSV file with the columns month,value\n");
  process.exit(2);
}

try {
  const {start, values, decimals} = readSeries(file);
  const reason = maybeTooLittle(values);
  if (reason) {
    throw new FileError(`too little to forecast: ${reason} in ${file} (add earlier months)`);
  }
  const first = start + values.length;
  if (first + horizon > 10_000 * 12) {
    throw new FileError(`${file}: the forecast would end after 9999-12 (use a shorter --horizon)`);
  }
  const rounded = precisionOf(values, decimals);
  const output = forecastSeries(values, horizon).map(({p10, p50, p90}, h) => ({
    month: formatMonth(first + h),
    p10: rounded(p10),
    p50: rounded(p50),
    p90: rounded(p90),
  }));
  process.stdout.write(`${JSON.stringify(output, null, 2)}\n`);
} catch (error) {
  if (!(error instanceof FileError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
