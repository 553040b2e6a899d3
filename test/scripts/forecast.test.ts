import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {parseSeries} from "../../scripts/forecast/seriesFile.js";

const folder = mkdtempSync(join(tmpdir(), "forecast-"));
afterAll(() => rmSync(folder, {recursive: true}));

function run(text: string, ...options: string[]) {
  const file = join(folder, "series.csv");
  writeFileSync(file, text);
  return spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/forecast.ts", "--series", file, ...options],
    {encoding: "utf8"},
  );
}

const csv = (values: readonly number[], start = 5) =>
  `month,value\n${values
    .map((value, t) => {
      const month = start - 1 + t;
      const inYear = String((month % 12) + 1).padStart(2, "0");
      return `${2025 + Math.floor(month / 12)}-${inYear},${value}\n`;
    })
    .join("")}`;

describe("npm run forecast", () => {
  it("prints month, p10, p50 and p90 for the months after the series, and nothing else", () => {
    const values = Array.from({length: 18}, (_, t) => 100 + 40 * Math.cos((Math.PI * t) / 6));
    const {stdout, stderr, status} = run(csv(values), "--horizon", "3");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const rows = JSON.parse(stdout);
    expect(rows.map(({month}: {month: string}) => month)).toEqual([
      "2026-11",
      "2026-12",
      "2027-01",
    ]);
    for (const [h, row] of rows.entries()) {
      expect(Object.keys(row)).toEqual(["month", "p10", "p50", "p90"]);
      expect(row.p50).toBeCloseTo(100 + 40 * Math.cos((Math.PI * (18 + h)) / 6), 3);
    }
  });

  it("says in one line that a series is too little to forecast", () => {
    const {stdout, stderr, status} = run("month,value\n", "--horizon", "3");
    expect(stderr).toBe(
      "too little to forecast: 0 of at least 3 months in series.csv (add earlier months)\n",
    );
    expect({stdout, status}).toEqual({stdout: "", status: 1});
  });

  it("says what it cannot read, and what to do", () => {
    const spawn = (file: string) =>
      spawnSync(process.execPath, ["--import", "tsx", "scripts/forecast.ts", "--series", file], {
        encoding: "utf8",
      });
    expect(spawn(join(folder, "none.csv")).stderr).toMatch(
      /^cannot read .*none\.csv \(no such file: check --series\)\n$/,
    );
    expect(spawn(folder).stderr).toMatch(/^cannot read .* \(a folder: name a CSV file in it\)\n$/);
  });

  it("refuses to forecast beyond the last month that has a name", () => {
    const {stderr, status} = run(
      "month,value\n9999-09,1\n9999-10,2\n9999-11,3\n",
      "--horizon",
      "2",
    );
    expect(stderr).toBe(
      "series.csv: the forecast would end after 9999-12 (use a shorter --horizon)\n",
    );
    expect(status).toBe(1);
  });

  it("exits with 1 and one line on a bad file, with 2 on bad options", () => {
    const bad = run("month,value\n2025-05,12.5O\n");
    expect(bad.stderr).toBe(
      'line 2 of series.csv, column value: invalid number: "12.5O" (write it as 1234.5)\n',
    );
    expect(bad.status).toBe(1);
    const options = run(csv([1, 2, 3]), "--horizon", "0");
    expect(options.stderr).toMatch(/^invalid --horizon: 0 .*\n$/);
    expect(options.status).toBe(2);
  });
});

describe("parseSeries(text, file)", () => {
  const parse = (text: string) => parseSeries(text, "folder/cash.csv");

  it("reads months and numbers, with any line ends, quotes and a byte order mark", () => {
    expect(parse('\uFEFFmonth,value\r\n2025-12,-1.5\r\n"2026-01","2e3"\r\n\r\n')).toEqual({
      start: 2025 * 12 + 11,
      values: [-1.5, 2000],
    });
  });

  it("reads the line ends of an old Mac", () =>
    expect(parse("month,value\r2025-12,1\r2026-01,2\r").values).toEqual([1, 2]));

  it("takes an empty file and a header alone as no values", () => {
    expect(parse("").values).toEqual([]);
    expect(parse("month,value\n").values).toEqual([]);
  });

  it.each([
    [
      "date,amount\n2025-05,1",
      'line 1 of cash.csv, column month,value: not the header: "date,amount" (write month,value)',
    ],
    [
      "month,value\n2025-13,1",
      'line 2 of cash.csv, column month: invalid month: "2025-13" (write it as 2025-05)',
    ],
    [
      "month,value\n2025-05,",
      'line 2 of cash.csv, column value: invalid number: "" (write it as 1234.5)',
    ],
    [
      "month,value\n2025-05,NaN",
      'line 2 of cash.csv, column value: invalid number: "NaN" (write it as 1234.5)',
    ],
    [
      "month,value\n2025-05,1e999",
      'line 2 of cash.csv, column value: number too large: "1e999" (use a larger unit)',
    ],
    [
      'month,value\n2025-05,"1,234"',
      'line 2 of cash.csv, column value: invalid number: "1,234" (write it as 1234.5)',
    ],
    ["month,value\n2025-05,1,5", 'line 2 of cash.csv, column value: more than two fields: "5"'],
    [
      "month,value\n2025-05,1\n2025-07,2",
      'line 3 of cash.csv, column month: gap before month: "2025-07" (expected 2025-06; add the months between, with 0 where nothing was)',
    ],
    [
      "month,value\n2025-05,1\n2025-05,2",
      'line 3 of cash.csv, column month: repeated month: "2025-05" (expected 2025-06; keep one row a month)',
    ],
    [
      "month,value\n2025-05,1\n2025-06,1\n2025-04,2",
      'line 4 of cash.csv, column month: month out of order: "2025-04" (expected 2025-07; sort the rows by month)',
    ],
  ])("names line, column and value of what it refuses: %j", (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });
});
