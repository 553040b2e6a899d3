import {describe, expect, it} from "vitest";
import {dictionaryView} from "../../../src/guide/dictionary/dictionaryView.js";
import {
  measureEntries,
  rulesOf,
  tableEntries,
  unitOf,
} from "../../../src/guide/dictionary/entries.js";
import {withheldText} from "../../../src/guide/dictionary/words.js";
import {type LineageNode, lineageOf} from "../../../src/lib/site/lineage.js";
import type {PublishedColumn} from "../../../src/lib/site/publishedColumn.js";
import {onPage, page, texts} from "../../support/page.js";

const node = (
  id: string,
  reads: readonly string[] = [],
  more: Partial<LineageNode> = {},
): LineageNode => ({
  id,
  kind: id.split(":")[0] as LineageNode["kind"],
  name: id.split(":")[1]!,
  text: null,
  path: null,
  file: null,
  measures: [],
  reads,
  ...more,
});

const lineage = lineageOf([
  node("page:bank/p", ["figure:bank/p#f"], {path: "bank/p"}),
  node("figure:bank/p#f", ["dataset:d.csv"], {path: "bank/p#f"}),
  node("dataset:d.csv", ["column:users.city"], {measures: ["savings_rate"]}),
  node("table:users", [], {text: "one row per customer or administrator"}),
  node("column:users.city", [], {text: "home or seat"}),
  node("column:users.email", [], {text: "e-mail address, not published"}),
  node("table:months", ["column:users.city"]),
  node("column:months.month"),
]);
const published: PublishedColumn[] = [
  {
    table: "users",
    row_count: 5,
    column: "city",
    type: "VARCHAR",
    null_count: 0,
    least: null,
    most: null,
  },
  {
    table: "months",
    row_count: 2,
    column: "month",
    type: "TIMESTAMP",
    null_count: 1,
    least: "2026-01-01 00:00:00",
    most: "2026-02-01 00:00:00",
  },
];
const tables = tableEntries(lineage, published);

describe("tableEntries(lineage, published)", () => {
  it("joins the schema's words and rules with ranges and figures", () => {
    const [users, months] = tables;
    expect(users).toMatchObject({name: "users", rowCount: 5, isDerived: false});
    expect(months).toMatchObject({name: "months", isDerived: true, figures: []});
    expect(users!.figures.map(({id}) => id)).toEqual(["figure:bank/p#f"]);
    expect(users!.columns.map(rulesOf)).toEqual([
      ["at most 64 characters", "must be in cities.city"],
      ["at most 160 characters", "not published"],
    ]);
    expect(withheldText(tables)).toBe("no tables and 1 column of others");
  });

  it("lists the figures of a measure by the SQL that calls it", () => {
    const entries = measureEntries(lineage).filter(({figures}) => figures.length > 0);
    expect(entries.map(({name}) => name)).toEqual(["savings_rate"]);
  });

  it.each([
    ["amount_eur", "euro"],
    ["booked_at", "instant, UTC"],
    ["opened_on", "day"],
    ["leg_count", "number"],
    ["close", "the instrument’s currency"],
    ["name", undefined],
  ])("the unit of %s is %s", (name, unit) => {
    expect(unitOf(name)).toBe(unit);
  });
});

describe("dictionaryView(tables, measures)", () => {
  const shown = (url: string) => {
    const {document, window} = page(url);
    const root = onPage(dictionaryView(tables, measureEntries(lineage), {document}));
    const visible = () => texts(root, ".dictionary-entry:not([hidden]) h3");
    return {root, window, visible};
  };

  it("finds by the words of columns, says how many, and keeps the search in the address", () => {
    const {root, window, visible} = shown("https://bank.example/guide/dictionary");
    const field = root.querySelector("input")!;
    field.value = "e-mail";
    field.dispatchEvent(new window.Event("input"));
    expect(visible()).toEqual(["users"]);
    expect(texts(root, "[role=status]")).toEqual(["1 entry has “e-mail”"]);
    expect(window.location.search).toBe("?find=e-mail");
  });

  it("begins with the search of the address, and has an anchor for each table, column and measure", () => {
    const {root, visible} = shown("https://bank.example/guide/dictionary?find=city");
    expect(visible()).toEqual(["users"]);
    for (const id of ["users", "users.city", "measure-savings_rate"])
      expect(root.ownerDocument.getElementById(id), id).not.toBeNull();
    expect(texts(root, "#months li .facts").join(" ")).toContain(
      "2026-01-01 to 2026-02-01; 1 null",
    );
  });
});
