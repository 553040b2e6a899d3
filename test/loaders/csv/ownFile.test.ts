import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {readOwnFile} from "../../../loaders/csv/ownFile.js";
import {csvShape} from "../../../src/lib/notebook/csvShape.js";
import {temporaryFolder} from "../../support/tinyBank.js";

const folder = temporaryFolder("own");
const fileOf = (content: string | Uint8Array) => {
  const file = join(folder, "mine.csv");
  writeFileSync(file, content);
  return file;
};
const read = (content: string | Uint8Array) => () => readOwnFile(fileOf(content));

describe("readOwnFile(file)", () => {
  it("reads rows between commas, semicolons or tabs, with a byte order mark or without", () => {
    for (const mark of [",", ";", "\t"]) {
      const text = `\uFEFFcity${mark}note\r\nPorto${mark}"a ""quoted""\nline"\r\n\r\nDublin${mark}\r\n`;
      const {delimiter, columns, rows} = readOwnFile(fileOf(text));
      expect({delimiter, columns}).toEqual({delimiter: mark, columns: ["city", "note"]});
      expect(rows).toEqual([
        {line: 2, values: ["Porto", 'a "quoted"\nline']},
        {line: 5, values: ["Dublin", ""]},
      ]);
    }
  });

  it("says what is no table, with row, column and the next step", () => {
    expect(read("")).toThrow(/mine\.csv: empty \(the first line names the columns\)$/);
    expect(read("city,note\n")).toThrow(/mine\.csv: no rows below the header \(add one\)$/);
    expect(read("city,\nPorto,1\n")).toThrow(/^row 1 of .*mine\.csv: column 2 has no name$/);
    expect(read("city,City\nPorto,1\n")).toThrow(
      /^row 1 of .*mine\.csv: repeated column: City \(columns 1 and 2; keep one\)$/,
    );
    expect(read("city,note,day\nPorto,1,2\n\nDublin,1\n")).toThrow(
      /^row 4 of .*mine\.csv: invalid length: 2 values, the header has 3 \(day is missing\)$/,
    );
    expect(read("city,note\nPorto,1,5\n")).toThrow(
      /^row 2 of .*: invalid length: 3 values, the header has 2 \("5" is too many; quote a value that holds the mark between values\)$/,
    );
    expect(read('city,note\nPorto,1\nDublin,a"b\n')).toThrow(
      /^row 3 of .*mine\.csv: bad quoting in column 2 \(double the quotes in a quoted value\)$/,
    );
    expect(read(Buffer.from("city,note\nPorto,1\nK\xf6ln,2\n", "latin1"))).toThrow(
      /^row 3 of .*mine\.csv: broken UTF-8 \(save the file as UTF-8\)$/,
    );
  });

  it("takes numbers of the header for names, and refuses a name twice in the words of the notebook", () => {
    const numbers = "city,2025,2026\nVienna,3,4\nLisbon,1,2\n";
    expect(readOwnFile(fileOf(numbers)).columns).toEqual(["city", "2025", "2026"]);
    expect(csvShape(numbers, "mine.csv").hasNames).toBe(true);
    for (const header of ["date,amount,amount", "date,amount, Amount ", "date,2025,2025"]) {
      const text = `${header}\n2025-05-01,1,2\n`;
      const words = /: repeated column: (amount|Amount|2025) \(columns 2 and 3; keep one\)$/;
      expect(read(text)).toThrow(words);
      expect(() => csvShape(text, "mine.csv")).toThrow(words);
    }
  });

  it("refuses a first line of values, and tells none of them", () => {
    for (const text of [
      "2024-01-02,Rent,-2000\n2024-01-03,Food,-20\n",
      "2024-01-02;Rent;-2.000,00\n2024-01-03;Food;-20,00\n",
      "Rent,250\nFood,20\n",
    ]) {
      expect(read(text)).toThrow(
        /^row 1 of .*mine\.csv: no names of columns, but values as below \(add a line of names, with a letter/,
      );
      expect(csvShape(text, "mine.csv").hasNames).toBe(false);
    }
    expect(readOwnFile(fileOf("Thing,2000 euro\nRent,2000\n")).rows).toHaveLength(1);
  });

  it("says where there is no file", () => {
    expect(() => readOwnFile(join(folder, "none.csv"))).toThrow(/none\.csv: no such file$/);
    mkdirSync(join(folder, "folder.csv"));
    expect(() => readOwnFile(join(folder, "folder.csv"))).toThrow(/it is a folder$/);
  });
});
