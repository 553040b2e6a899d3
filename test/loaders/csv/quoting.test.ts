import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {beforeAll, describe, expect, it} from "vitest";
import {type CsvRecord, csvBlocks} from "../../../loaders/csv/csvRecords.js";
import {isWellQuoted} from "../../../loaders/csv/quoting.js";
import {faultWords} from "../../../loaders/csv/recordFault.js";
import {mayHaveSpareFields} from "../../../loaders/csv/spareFields.js";
import {stageCsvTable} from "../../../loaders/csv/tables.js";
import {createRowCheck} from "../../../scripts/csv/rowCheck.js";
import {tableNamed} from "../../../src/lib/bank/schema.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const table = tableNamed("counterparties");
const header = table.columns.map(({name}) => name).join(",");

/** The fields of the rows, or the first fault as one line. */
type Reading = readonly (readonly string[])[] | string;

describe("a file that both the site and MariaDB's load read", () => {
  let connection: DuckDBConnection;
  let folder: string;
  beforeAll(async () => {
    connection = await (await DuckDBInstance.create(":memory:")).connect();
    folder = join(temporaryFolder("quoting"), "bank");
    mkdirSync(folder);
  });
  const file = () => join(folder, "counterparties.csv");
  const write = (text: string) => writeFileSync(file(), text);

  async function bySite(): Promise<Reading> {
    try {
      await stageCsvTable(connection, table, folder);
      const reader = await connection.runAndReadAll("select name, country from counterparties");
      return reader.getRows().map((row) => row.map(String));
    } catch (error) {
      return (error as Error).message;
    } finally {
      await connection.run("drop table if exists counterparties");
    }
  }

  async function byLoad(): Promise<Reading> {
    const check = createRowCheck(table, new Map());
    const rows: (readonly string[])[] = [];
    for await (const {records} of csvBlocks(file(), {blockBytes: 7}))
      for (const record of records) {
        const {line, fields, fault} = record;
        const said = fault ? faultWords(fault, table.columns) : line > 1 && check(fields);
        if (said) return `row ${line} of counterparties.csv: ${said}`;
        rows.push([fields[1]!, fields[3]!]);
      }
    return rows.slice(1);
  }

  /** Rows below the header, each behind its number. */
  const lines = (...rows: string[]) =>
    `${[header, ...rows.map((row, at) => (row === "" ? "" : `${at},${row}`))].join("\n")}\n`;
  const good = "Lucca,city,IT,1";
  const quoting = (column: string) =>
    `bad quoting in ${column} (double the quotes in a quoted field, and close it)`;
  const carriage = (column: string) =>
    `a carriage return in ${column} (quote a field that holds one)`;
  const spare = (count: number) =>
    `${count} fields instead of 5, "" is too many (end the row behind mcc)`;
  const otherEnd = "another line end than the header's (save the file with one kind)";

  it.each([
    ["a blank before a quote", lines(' "Rome",city,IT,1'), 2, quoting("name")],
    ["a blank behind a quote", lines(good, '"Rome" ,city,IT,1'), 3, quoting("name")],
    ["a blank behind the last quote", lines('Rome,city,IT,"1" ', good), 2, quoting("mcc")],
    ["a quote within a field", lines(good, '5" pipe,city,IT,1'), 3, quoting("name")],
    ["doubled quotes in a plain field", lines('5"" pipe,city,IT,1'), 2, quoting("name")],
    ["a quote that is not closed", lines(good, 'Rome,"city,IT,1', good), 3, quoting("kind")],
    [
      "a carriage return in a plain field",
      lines('"Ro\rme",city,IT,1', "Ro\rme,city,IT,1"),
      3,
      carriage("name"),
    ],
    ["a carriage return beside quotes", lines('Rome,ci\rty,"IT",1'), 2, carriage("kind")],
    ["a carriage return behind quotes", lines('"Rome"\r,city,IT,1'), 2, quoting("name")],
    ["a carriage return at the end", `${lines(good)}1,Rome,city,IT,1\r`, 3, carriage("mcc")],
    ["one Windows line end", lines("Rome,city,IT,1\r", good, good), 2, otherEnd],
    ["one Windows line end behind quotes", lines(good, 'Rome,city,IT,"1"\r'), 3, otherEnd],
    [
      "one line end of Unix among those of Windows",
      lines(good, good, good).replaceAll("\n", "\r\n").replace("1\r\n1,", "1\n1,"),
      2,
      otherEnd,
    ],
    ["a blank line that ends otherwise", lines(good, "").replace(/\n$/, "\r\n"), 3, otherEnd],
    ["an empty field too many", lines(good, "Rome,city,IT,1,"), 3, spare(6)],
    ["an empty field behind an empty one", lines("Rome,city,IT,,"), 2, spare(6)],
    ["empty fields behind quotes", lines('"Ro\nme, the city",city,IT,"1","",""'), 2, spare(7)],
    ["an empty field too many in the last row", lines("Rome,city,IT,1,").trimEnd(), 2, spare(6)],
    [
      "an empty field too many in Windows",
      lines("Rome,city,IT,1,").replaceAll("\n", "\r\n"),
      2,
      spare(6),
    ],
    [
      "a field that is missing",
      lines("Rome,city,IT"),
      2,
      '4 fields instead of 5, mcc is missing after "IT"',
    ],
    [
      "an earlier fault of another kind",
      lines("Rome,city,ITA,1", '5" pipe,city,IT,1'),
      2,
      'invalid country: "ITA" (at most 2 characters)',
    ],
  ])("is refused alike for %s", async (_, text, row, fault) => {
    write(text);
    const message = `row ${row} of counterparties.csv: ${fault}`;
    expect([await bySite(), await byLoad()]).toEqual([message, message]);
  });

  it.each([
    ["blanks", lines("  Rome ,city,IT,1"), ["  Rome "]],
    [
      "empty last fields",
      lines('"a, b",city,IT,', 'b,city,IT,""', '",\n",city,IT,1'),
      ["a, b", "b", ",\n"],
    ],
    ["quotes in quotes", lines('"""Rome""",city,IT,1', '"a""""",city,IT,'), ['"Rome"', 'a""']],
    ["all in quotes, with line ends", lines('"Ro\r\nm\re\n","city","IT","1"'), ["Ro\r\nm\re\n"]],
    [
      "Windows line ends and blank lines",
      lines("Rome,city,IT,1", "", '"Luc\nca",city,IT,"1"').replaceAll("\n", "\r\n"),
      ["Rome", "Luc\r\nca"],
    ],
    [
      "a byte order mark and no last line end",
      `\uFEFF${lines(good)}1,"Rome",city,IT,"1"`,
      ["Lucca", "Rome"],
    ],
  ])("is read alike with %s", async (_, text, names) => {
    write(text);
    const rows = names.map((name) => [name, "IT"]);
    expect([await bySite(), await byLoad()]).toEqual([rows, rows]);
  });

  it("is read or refused alike, whatever stands in it", async () => {
    const mark = fc.constantFrom('"', '""', '","', " ", ",", "\r", "\n", "\r\n", "x");
    const soup = fc.array(mark, {maxLength: 5}).map((marks) => marks.join(""));
    const field = fc.oneof(
      soup,
      soup.map((text) => `"${text}"`),
    );
    const row = fc.oneof(
      {weight: 3, arbitrary: fc.constant(good)},
      {weight: 1, arbitrary: fc.constantFrom("", 'Rome,city,IT,"1"', '"a\nb",city,IT,"1"')},
      {weight: 2, arbitrary: field.map((name) => `${name},city,IT,1`)},
      {weight: 1, arbitrary: field.map((mcc) => `Rome,city,IT,${mcc}`)},
    );
    const end = fc.constantFrom("\n", "\r\n");
    const odd = fc.option(fc.constantFrom("\n", "\r\n", "\r"), {freq: 20});
    const text = fc
      .tuple(end, fc.array(row, {maxLength: 5}), fc.array(odd, {minLength: 6, maxLength: 6}))
      .map(([end, rows, odd]) =>
        lines(...rows)
          .split(/(?<=\n)/)
          .map((line, at) => line.replace(/\n$/, (at > 0 && odd[at]) || end))
          .join(""),
      );
    // of what else may be wrong the two have words of their own
    const compared = (reading: Reading) =>
      typeof reading === "string" && !/quoting|carriage|line end|fields instead/.test(reading)
        ? /^row \d+/.exec(reading)?.[0]
        : reading;
    await fc.assert(
      fc.asyncProperty(text, async (text) => {
        write(text);
        const records: CsvRecord[] = [];
        for await (const block of csvBlocks(file())) records.push(...block.records);
        expect(compared(await bySite())).toEqual(compared(await byLoad()));
        const isGood = await isWellQuoted(file(), {blockBytes: 3});
        expect(isGood).toBe(records.every(({fault}) => fault === undefined));
        const isSpare = ({fields}: CsvRecord) =>
          fields.length > table.columns.length && fields.at(-1) === "";
        if (isGood && records.some(isSpare))
          expect(await mayHaveSpareFields(file(), table.columns.length, {blockBytes: 3})).toBe(
            true,
          );
      }),
      {numRuns: 300, seed: 4180},
    );
  });
});
