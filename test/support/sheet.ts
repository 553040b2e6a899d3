import {strFromU8, unzipSync} from "fflate";
import {JSDOM} from "jsdom";

/** A cell of a workbook as a spreadsheet takes it: a text, or a number (a day too is one) with its format. */
export interface SheetCell {
  readonly type: "text" | "number" | "boolean";
  readonly value: string | number | boolean;
  readonly format: string;
}

export interface Sheet {
  readonly name: string;
  /** By row and column; null where the file has no cell. */
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  readonly formulaCount: number;
}

/**
 * Reads the first sheet of a workbook by the standard (ECMA-376, part 1, chapter 18) and not by the library that wrote
 * it. Throws where the parts are no XML.
 */
export function readSheet(bytes: Uint8Array): Sheet {
  const entries = unzipSync(bytes);
  const part = (name: string) => xml(strFromU8(entries[name]!));
  const sheet = part("xl/worksheets/sheet1.xml");
  const texts = [...part("xl/sharedStrings.xml").querySelectorAll("si")].map(
    (item) => item.textContent ?? "",
  );
  const formats = formatsOf(part("xl/styles.xml"));
  const rows = [...sheet.querySelectorAll("sheetData > row")].map((row) => {
    const cells: (SheetCell | null)[] = [];
    for (const cell of row.querySelectorAll("c")) {
      const at = columnOf(cell.getAttribute("r")!);
      while (cells.length < at) cells.push(null);
      const format = formats[Number(cell.getAttribute("s") ?? 0)]!;
      const written = cell.querySelector("v")?.textContent ?? "";
      cells.push({...valueIn(cell.getAttribute("t"), written, texts), format});
    }
    return cells;
  });
  return {
    name: part("xl/workbook.xml").querySelector("sheet")!.getAttribute("name")!,
    rows,
    formulaCount: sheet.querySelectorAll("f").length,
  };
}

function valueIn(
  type: string | null,
  written: string,
  texts: readonly string[],
): Pick<SheetCell, "type" | "value"> {
  if (type === "s") return {type: "text", value: texts[Number(written)]!};
  if (type === "b") return {type: "boolean", value: written === "1"};
  if (type === null || type === "n") return {type: "number", value: Number(written)};
  throw new Error(`cell of an unexpected type: ${type}`);
}

/** The format of each style by its number; those that a file does not spell out have none here. */
function formatsOf(styles: Document): string[] {
  const codes = new Map(
    [...styles.querySelectorAll("numFmts > numFmt")].map((format) => [
      format.getAttribute("numFmtId"),
      format.getAttribute("formatCode") ?? "",
    ]),
  );
  return [...styles.querySelectorAll("cellXfs > xf")].map(
    (style) => codes.get(style.getAttribute("numFmtId")) ?? "",
  );
}

/** `A1` is 0, `AB7` is 27. */
function columnOf(place: string): number {
  const letters = [...place.replace(/\d+$/, "")];
  return letters.reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function xml(text: string): Document {
  const {DOMParser} = new JSDOM().window;
  const document = new DOMParser().parseFromString(text, "application/xml");
  const fault = document.querySelector("parsererror");
  if (fault) throw new Error(`no XML: ${fault.textContent}`);
  return document;
}
