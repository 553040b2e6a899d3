import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type CsvRecord, csvBlocks} from "../../../loaders/csv/csvRecords.js";

describe("csvBlocks(file)", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "countinghouse-csv-"));
  });
  afterAll(() => rmSync(folder, {recursive: true}));

  async function recordsOf(content: string | Buffer, blockBytes = 1 << 20): Promise<CsvRecord[]> {
    const file = join(folder, "rows.csv");
    writeFileSync(file, content);
    const records: CsvRecord[] = [];
    for await (const block of csvBlocks(file, {blockBytes})) records.push(...block.records);
    return records;
  }

  it("reads plain and quoted rows, with the line each starts in", async () => {
    const records = await recordsOf('a,b\n1,"x, ""y""\nz"\n\n2,\n');
    expect(records).toEqual([
      {line: 1, fields: ["a", "b"]},
      {line: 2, fields: ["1", 'x, "y"\nz']},
      {line: 5, fields: ["2", ""]},
    ]);
  });

  it("takes off Windows line ends and a byte order mark, and keeps line ends inside quotes", async () => {
    const records = await recordsOf('\uFEFFa,b\r\n1,"x\r\ny"\r\n2,"z"\r\n3,\r\n');
    expect(records.map(({fields}) => fields)).toEqual([
      ["a", "b"],
      ["1", "x\r\ny"],
      ["2", "z"],
      ["3", ""],
    ]);
  });

  it("reads what csv-parse reads, wherever the blocks of the file end", async () => {
    const field = fc.oneof(
      fc.string({
        unit: fc.constantFrom("a", ",", '"', "\n", "\r\n", "é", "😀", " ", "\t"),
        maxLength: 8,
      }),
      fc.constantFrom("", "1", "-12.50", "2025-05-01"),
    );
    const rows = fc.array(fc.array(field, {minLength: 2, maxLength: 4}), {maxLength: 20});
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.integer({min: 1, max: 40}),
        fc.boolean(),
        async (rows, size, crlf) => {
          const text = rows
            .map((fields) => fields.map(quoteIfNeeded).join(",") + (crlf ? "\r\n" : "\n"))
            .join("");
          const expected = parse(text, {
            relax_column_count: true,
            record_delimiter: crlf ? "\r\n" : "\n",
          });
          const records = await recordsOf(text, size);
          expect(records.map(({fields}) => fields)).toEqual(expected);
          expect(records.every(({fault}) => fault === undefined)).toBe(true);
        },
      ),
      {numRuns: 200},
    );
  });

  it("reads on behind a quote that never ends, and behind one in the middle", async () => {
    const records = await recordsOf('a,b\n1,"x\n2,y\n3,z"z\n4,w\n');
    expect(records.map(({line, fault}) => [line, fault !== undefined])).toEqual([
      [1, false],
      [2, true],
      [3, false],
      [4, true],
      [5, false],
    ]);
  });

  it("does not look for the end of a quote through a whole large file", async () => {
    const lines = Array.from({length: 300_000}, (_, i) => `${i},row`);
    const read = async (first: string) => {
      const start = performance.now();
      const records = await recordsOf(`a,b\n1,${first}\n${lines.join("\n")}\n`, 1 << 16);
      return {records, milliseconds: performance.now() - start};
    };
    const plain = await read("x");
    const {records, milliseconds} = await read('"x');
    expect(records).toHaveLength(300_002);
    expect(records.filter(({fault}) => fault).map(({line}) => line)).toEqual([2]);
    expect(milliseconds).toBeLessThan(10 * plain.milliseconds);
  });

  it("names the line with broken UTF-8, and reads the others", async () => {
    const content = Buffer.from('a,b\n1,é\n2,ü\n3,"ö\nä"\n4,x\n');
    content[content.indexOf("ü")] = 0xff;
    content[content.indexOf("ä")] = 0xff;
    for (const size of [3, 8, 1024]) {
      const records = await recordsOf(content, size);
      expect(records.map(({line, fault}) => [line, fault?.what])).toEqual([
        [1, undefined],
        [2, undefined],
        [3, "broken UTF-8"],
        [4, "broken UTF-8"],
        [6, undefined],
      ]);
    }
  });
});

function quoteIfNeeded(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
