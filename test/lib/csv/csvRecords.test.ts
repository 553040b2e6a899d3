import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import {describe, expect, it} from "vitest";
import {csvRecords} from "../../../src/lib/csv/csvRecords.js";

const read = (text: string) =>
  Array.from(csvRecords(text, {from: 0, delimiter: ","}), ({fields, isOpen}) => ({
    fields: fields(),
    count: fields.count,
    isOpen,
  }));

describe("csvRecords(text, {from, delimiter})", () => {
  const values = [
    ...['12"" pipe', '5" pipe', '12""', 'a"b"c', 'a"""b', '5" by 6"', '"x""y"', '"a,b"'],
    ...['"a\nb"', '""', '""""', '"""a"""', '"a"",""b"', "plain", ""],
  ];

  it.each(values)(
    "reads a value as the engine does, which reads the file then: %j",
    async (value) => {
      const folder = mkdtempSync(join(tmpdir(), "countinghouse-csv-"));
      const text = `a,b,c\n1,${value},2\n${value},3,${value}\n`;
      writeFileSync(join(folder, "t.csv"), text);
      const instance = await DuckDBInstance.create();
      const connection = await instance.connect();
      const reader = await connection.runAndReadAll(
        `from read_csv('${join(folder, "t.csv")}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', strict_mode = false, nullstr = '-')`,
      );
      const rows = reader.getRows().map((row) => row.map(String));
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, {recursive: true});
      expect(read(text).slice(1)).toEqual(
        rows.map((fields) => ({fields, count: 3, isOpen: false})),
      );
    },
  );

  it("knows a quote that is opened and not closed", () => {
    expect(read('a,b\n1,"x\n2,y\n').map(({isOpen}) => isOpen)).toEqual([false, true]);
    expect(read('a,b\n1,"x"",2\n').at(-1)!.isOpen).toBe(true);
  });
});
