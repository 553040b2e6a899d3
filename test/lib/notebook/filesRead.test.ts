import {describe, expect, it} from "vitest";
import {filesRead, missingFiles} from "../../../src/lib/notebook/filesRead.js";
import type {Cell} from "../../../src/lib/notebook/notebook.js";
import {parseNotebook, printNotebook} from "../../../src/lib/notebook/notebookText.js";

const query = (source: string, name = "a"): Cell => ({name, kind: "sql", source});
const sales = {name: "sales", file: "Sales 2025.csv"};
const shop = {name: "shop", file: "shop.duckdb"};

describe("filesRead(cells, files)", () => {
  it.each([
    ["select * from files.sales", [sales]],
    ["select * from sales join shop.orders using (id)", [sales, shop]],
    ["select sales from bank.users", []],
    ["with sales as (select 1) from sales", []],
  ])("of %s", (sql, files) => expect(filesRead([query(sql)], [sales, shop])).toEqual(files));

  it("takes a cell of the same name for the cell", () => {
    expect(filesRead([query("from sales"), query("select 1", "sales")], [sales])).toEqual([]);
  });
});

describe("missingFiles(cells, {here, known})", () => {
  it.each([
    ["from files.sales", [], [sales], "missing file: sales (drop Sales 2025.csv on this page)"],
    ["from sales", [], [sales], "missing file: sales (drop Sales 2025.csv on this page)"],
    ["from shop.orders", [], [shop], "missing file: shop (drop shop.duckdb on this page)"],
    [
      "from files.sales",
      [],
      [],
      "missing file: files.sales (drop what it was made of, such as sales.csv, on this page)",
    ],
    ["from files.sales", ["sales"], [sales], undefined],
    ["from files.main.sales", ["sales"], [sales], undefined],
    ["from bank.users", [], [sales], undefined],
  ])("of %s with %j here", (sql, here, known, message) => {
    expect(missingFiles([query(sql)], {here: new Set(here), known})[0]?.message).toBe(message);
  });
});

it("a notebook's text keeps the files that it reads, and a text that looks like them", () => {
  const notebook = {
    title: "T",
    files: [sales, shop],
    cells: [
      {name: "text", kind: "text" as const, source: "<!-- file x: y -->\nand \\<!-- file x: y -->"},
      query("from files.sales"),
    ],
  };
  expect(parseNotebook(printNotebook(notebook))).toEqual(notebook);
});
