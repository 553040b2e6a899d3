import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {precisionOf} from "../../scripts/forecast/precision.js";
import {readSeries} from "../../scripts/forecast/seriesFile.js";

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
      `too little to forecast: 0 of at least 3 months in ${join(folder, "series.csv")} (add earlier months)\n`,
    );
    expect({stdout, status}).toEqual({stdout: "", status: 1});
  });

  it("says what it cannot read, and what to do", () => {
    const spawn = (file: string) =>
      spawnSync(process.execPath, ["--import", "tsx", "scripts/forecast.ts", "--series", file], {
        encoding: "utf8",
      });
    expect(spawn(join(folder, "none.csv")).stderr).toMatch(
      /^cannot read .*none\.csv: no such file\n$/,
    );
    expect(spawn(folder).stderr).toMatch(/^cannot read .*: it is a folder \(name a file\)\n$/);
    const pipe = join(folder, "pipe.csv");
    spawnSync("mkfifo", [pipe]);
    expect(spawn(pipe).stderr).toMatch(/^cannot read .*: it is a named pipe \(name a file\)\n$/);
  });

  it("refuses to forecast beyond the last month that has a name", () => {
    const {stderr, status} = run(
      "month,value\n9999-09,1\n9999-10,2\n9999-11,3\n",
      "--horizon",
      "2",
    );
    expect(stderr).toBe(
      `${join(folder, "series.csv")}: the forecast would end after 9999-12 (use a shorter --horizon)\n`,
    );
    expect(status).toBe(1);
  });

  it("exits with 1 and one line on a bad file, with 2 on bad options", () => {
    const bad = run("month,value\n2025-05,12.5O\n");
    expect(bad.stderr).toBe(
      `row 2 of ${join(folder, "series.csv")}: invalid value: "12.5O" (write a number as 1234.5)\n`,
    );
    expect(bad.status).toBe(1);
    const options = run(csv([1, 2, 3]), "--horizon", "0");
    expect(options.stderr).toMatch(/^invalid --horizon: 0 .*\n$/);
    expect(options.status).toBe(2);
  });
});

describe("the output of npm run forecast", () => {
  const printed = (text: string) => {
    const rows = JSON.parse(run(text, "--horizon", "3").stdout) as Record<string, number>[];
    return rows.flatMap(({p10, p50, p90}) => [p10!, p50!, p90!]);
  };
  const decimals = (value: number) => (String(value).split(".")[1] ?? "").length;

  it("has the decimals of the values, however exact their pattern is", () => {
    const pattern = csv(
      Array.from({length: 24}, (_, t) => [100.1, 200.2, 0][t % 3]!),
      1,
    );
    expect(Math.max(...printed(pattern).map(decimals))).toBeLessThanOrEqual(1);
    const cents = csv([812.25, 790.5, 803.75, 841, 799.25, 820.5, 808, 815.75]);
    expect(Math.max(...printed(cents).map(decimals))).toBe(2);
    const euros = csv([3120, 2890, 3010, 3340, 2950, 3105, 2999, 3050]);
    expect(Math.max(...printed(euros).map(decimals))).toBe(0);
  });

  it("has three digits of the largest value where it is a small round number", () =>
    expect(Math.max(...printed(csv([3, 1, 4, 1, 5, 9, 2, 6])).map(decimals))).toBe(2));
});

describe("precisionOf(values, decimals)", () => {
  it("rounds a number and its mirror image alike, to no zero with a sign", () => {
    const round = precisionOf([700.5], 1);
    expect([0.25, -0.25, 12.34].map(round)).toEqual([0.3, -0.3, 12.3]);
    expect(Object.is(round(-0.01), 0)).toBe(true);
  });

  it("keeps at most ten digits, at least what is written, and takes zeros alone", () => {
    expect(precisionOf([123.456789012345], 12)(123.456789012345)).toBe(123.456789);
    expect(precisionOf([1e90], 0)(1.23456789012e90)).toBe(1.23456789e90);
    expect(precisionOf([0.00012], 5)(0.0001234567)).toBe(0.000123);
    expect(precisionOf([0, 0], 0)(0.5)).toBe(0.5);
  });
});

describe("readSeries(file)", () => {
  const read = (text: string | Buffer) => {
    writeFileSync(join(folder, "cash.csv"), text);
    return readSeries(join(folder, "cash.csv"));
  };

  it("reads months and numbers, with any line ends, quotes and a byte order mark", () => {
    expect(read('\uFEFFmonth,value\r\n2025-12,-1.5\r\n"2026-01","2e3"\r\n\r\n')).toEqual({
      start: 2025 * 12 + 11,
      values: [-1.5, 2000],
      decimals: 1,
    });
  });

  it("reads the line ends of an old Mac", () =>
    expect(read("month,value\r2025-12,1\r2026-01,2\r").values).toEqual([1, 2]));

  it("takes a header alone as no values", () => expect(read("month,value\n").values).toEqual([]));

  it("takes other columns, capitals, semicolons and UTF-16, as every small CSV file", () => {
    const text = "Value;Note;Month\n1.25;a;2025-12\n2;b;2026-01\n";
    const series = {start: 2025 * 12 + 11, values: [1.25, 2], decimals: 2};
    expect(read(text)).toEqual(series);
    expect(read(Buffer.from(`\uFEFF${text}`, "utf16le"))).toEqual(series);
  });

  it("takes a day, and a time behind it, for its month", () =>
    expect(read("month,value\n2025-12-31,1\n2026-01-31 00:00:00,2\n")).toMatchObject({
      start: 2025 * 12 + 11,
      values: [1, 2],
    }));

  it("reads a series that runs backwards backwards", () =>
    expect(read("month,value\n2026-02,3\n2026-01,2\n2025-12,1\n")).toMatchObject({
      start: 2025 * 12 + 11,
      values: [1, 2, 3],
    }));

  it.each([
    ["12.50", 2],
    ["-.125", 3],
    ["1.5e-2", 3],
    ["1.25e1", 1],
    ["2e3", 0],
    ["7.", 0],
  ])("counts the decimals of %s: %i", (value, decimals) =>
    expect(read(`month,value\n2025-12,${value}\n`).decimals).toBe(decimals),
  );

  it.each([
    ["", "cash.csv: missing header: month,value"],
    ["date,amount\n2025-05,1", "cash.csv: missing columns: month, value (found: date, amount)"],
    [
      "month,value,Value\n2025-05,1,2",
      "cash.csv: repeated column: value (columns 2 and 3 of 3; keep one)",
    ],
    ["month,value\n2025-13,1", 'row 2 of cash.csv: invalid month: "2025-13" (write it as 2025-05)'],
    ["month,value\n2025-05,", 'row 2 of cash.csv: invalid value: "" (write a number as 1234.5)'],
    [
      "month,value\n2025-05,NaN",
      'row 2 of cash.csv: invalid value: "NaN" (write a number as 1234.5)',
    ],
    [
      "month,value\n2025-05,1e999",
      'row 2 of cash.csv: invalid value: "1e999" (too large: use a larger unit)',
    ],
    [
      'month,value\n2025-05,"1,234"',
      'row 2 of cash.csv: invalid value: "1,234" (write a number as 1234.5)',
    ],
    ["month,value\n2025-05,1,5", "row 2 of cash.csv: invalid length: 3 values, the header has 2"],
    [
      "month,value\n2025-05,1\n2025-07,2",
      'row 3 of cash.csv: invalid month: "2025-07" (gap before it: expected 2025-06; add the months between, with 0 where nothing was)',
    ],
    [
      "month,value\n2025-05,1\n2025-05,2",
      'row 3 of cash.csv: invalid month: "2025-05" (repeated: expected 2025-06; keep one row a month)',
    ],
    [
      "month,value\n2025-05,1\n2025-06,1\n2025-04,2",
      'row 4 of cash.csv: invalid month: "2025-04" (out of order: expected 2025-07; sort the rows by month)',
    ],
  ])("names row, column and value of what it refuses: %j", (text, message) => {
    let said = "";
    try {
      read(text);
    } catch (error) {
      said = (error as Error).message.replaceAll(`${folder}/`, "");
    }
    expect(said).toBe(message);
  });
});
