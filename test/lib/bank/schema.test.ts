import {describe, expect, it} from "vitest";
import {categories} from "../../../src/lib/bank/categories.js";
import {tableNamed, tableNames, tables} from "../../../src/lib/bank/schema.js";

describe("the schema", () => {
  it("defines each table once, in the order of dependency", () => {
    expect(tables.map(({name}) => name)).toEqual([...tableNames]);
    for (const [place, {columns}] of tables.entries()) {
      for (const {references} of columns) {
        if (!references) continue;
        expect(tableNames.indexOf(references.table)).toBeLessThanOrEqual(place);
        const target = tableNamed(references.table);
        expect(target.key).toEqual([references.column]);
      }
    }
  });

  it.each(tables)(
    "names the columns of $name once, with a key that is there and a comment",
    (table) => {
      const names = table.columns.map(({name}) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const key of table.key) expect(names).toContain(key);
      for (const {comment, type, length} of table.columns) {
        expect(comment).not.toBe("");
        if (type === "text" || type === "id") expect(length).toBeGreaterThan(0);
      }
    },
  );

  it("leaves room for every category", () => {
    const category = tableNamed("transactions").columns.find(({name}) => name === "category");
    for (const name of Object.keys(categories))
      expect(name.length).toBeLessThanOrEqual(category!.length!);
  });

  it("tableNamed(name) refuses an unknown table", () => {
    expect(() => tableNamed("payments")).toThrow("unknown table: payments");
  });
});
