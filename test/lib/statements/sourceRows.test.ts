import {describe, expect, it} from "vitest";
import {dialectOf} from "../../../src/lib/statements/dialect.js";
import {sourceRows} from "../../../src/lib/statements/sourceRows.js";
import {unwrappedLines} from "../../../src/lib/statements/wrappedLines.js";

const rowsOf = (text: string) => sourceRows(text, {delimiter: ";", quote: '"'}).rows;

describe("sourceRows(text, dialect)", () => {
  it("keeps the line on which each row begins, whatever ends the lines", () => {
    const text = 'a;b\r\n\r\n1;"x\r\ny"\r\n2;z\r3;w\n';
    expect(rowsOf(text)).toEqual([
      {line: 1, cells: ["a", "b"]},
      {line: 3, cells: ["1", "x\ny"]},
      {line: 5, cells: ["2", "z"]},
      {line: 6, cells: ["3", "w"]},
    ]);
  });

  it("takes off guards of spreadsheets and quotes that are part of a cell", () => {
    expect(rowsOf(`="0012";'12';'x\n`)[0]!.cells).toEqual(["0012", "12", "'x"]);
  });

  it("leaves bare quotes within a text alone", () => {
    expect(rowsOf('1;12" pizza;2\n')[0]!.cells).toEqual(["1", '12" pizza', "2"]);
  });
});

describe("dialectOf(text)", () => {
  it.each([
    [",", '01/02/2024,"Tea, hot","-1,000.00"\n02/02/2024,Hat,-2.00\n'],
    [";", "01.02.2024;Tee, heiß;-1,00\n02.02.2024;Hut;-2,00\n"],
    ["\t", "01.02.2024\tTee, heiß; gut\t-1,00\n02.02.2024\tHut\t-2,00\n"],
    ["|", "01.02.2024|Tee, heiß; gut|-1,00\n02.02.2024|Hut|-2,00\n"],
    [";", "Name, first, last, middle, other\nAddress, street, town\n01.02.2024;Tee;-1,00\n"],
    ["|", "sep=|\nDate|Text|Amount\n2024-02-01|a,b,c|-1\n"],
  ])("finds %j", (delimiter, text) => expect(dialectOf(text).delimiter).toBe(delimiter));

  it("finds single quotes, and none where an apostrophe parts thousands", () => {
    expect(dialectOf("'2024-01-01','Tea, hot','-1.00'\n'2024-01-02','Hat','-2.00'\n").quote).toBe(
      "'",
    );
    expect(dialectOf("2024-01-01;Tea;1'000.00\n2024-01-02;Hat;2'000.00\n").quote).toBe('"');
  });

  it("takes quotes for letters where they open cells and never close them", () => {
    expect(dialectOf('2024-01-01;"Tea;1.00\n2024-01-02;"Hat;2.00\n').quote).toBeNull();
  });
});

describe("unwrappedLines(text)", () => {
  it("takes off the quotes around whole lines, and none around single cells", () => {
    expect(unwrappedLines('"a,""b, c"""\n"1,2"\n')).toBe('a,"b, c"\n1,2\n');
    expect(unwrappedLines('"a","b"\n"1","2"\n')).toBe('"a","b"\n"1","2"\n');
  });
});
