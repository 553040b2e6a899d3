import {beforeEach, describe, expect, it} from "vitest";
import {columnsOf, fullColumn} from "../../src/components/columns.js";
import {dataTable, type TableOptions} from "../../src/components/dataTable.js";
import {queryResult} from "../../src/components/queryResult.js";
import {inOrder} from "../../src/components/rowOrder.js";
import {onPage, page, texts} from "../support/page.js";
import {savedFiles} from "../support/savedFiles.js";
import {readSheet} from "../support/sheet.js";

const people = [
  {name: "Élodie", balance_eur: 12.5, joined_on: new Date("1 Feb 2024"), is_active: true},
  {name: "zoe", balance_eur: null, joined_on: null, is_active: false},
  {name: "Adam", balance_eur: -3, joined_on: new Date("2023-01-15"), is_active: true},
];
type Person = (typeof people)[number];

let document: Document;
beforeEach(() => {
  document = page().document;
});

const draw = (options: TableOptions<Person> = {}) =>
  onPage(dataTable(people, {...options, document}));
const header = (root: ParentNode, text: string) =>
  [...root.querySelectorAll<HTMLElement>("thead button")].find((button) =>
    button.textContent?.startsWith(text),
  )!;
const column = (root: ParentNode, index: number) => texts(root, `tbody td:nth-child(${index})`);

describe("dataTable(rows, options)", () => {
  it("shows every column with a header in words, written after its kind", () => {
    const root = draw();
    expect(texts(root, "th")).toEqual(["Name", "Balance", "Joined on", "Is active"]);
    expect(texts(root, "tbody tr:nth-child(1) td")).toEqual([
      "Élodie",
      "€12.50",
      "1 Feb 2024",
      "yes",
    ]);
    expect(texts(root, "tbody tr:nth-child(2) td")).toEqual(["zoe", "–", "–", "no"]);
    expect(texts(root, ".row-count")).toEqual([]);
  });

  it("sorts by a header, numbers from the top first, texts from A, and turns around on the second click", () => {
    const root = draw();
    header(root, "Balance").click();
    expect(column(root, 2)).toEqual(["€12.50", "−\u2060€3.00", "–"]);
    expect(header(root, "Balance").closest("th")?.getAttribute("aria-sort")).toBe("descending");
    header(root, "Balance").click();
    expect(column(root, 2)).toEqual(["−\u2060€3.00", "€12.50", "–"]);
    header(root, "Name").click();
    expect(column(root, 1)).toEqual(["Adam", "Élodie", "zoe"]);
    expect(root.querySelectorAll("[aria-sort]")).toHaveLength(1);
  });

  it("begins in the order that it is given, or sorted as told", () => {
    expect(column(draw(), 1)).toEqual(["Élodie", "zoe", "Adam"]);
    expect(column(draw({sort: {key: "joined_on"}}), 1)).toEqual(["Adam", "Élodie", "zoe"]);
  });

  it("adds up the columns that have a total, missing values as nothing", () => {
    const root = draw({
      columns: [{key: "name"}, {key: "balance_eur", total: true}, {key: "joined_on"}],
    });
    expect(texts(root, "tfoot td")).toEqual(["Total", "€9.50", ""]);
    expect(draw().querySelector("tfoot")).toBeNull();
  });

  it("takes labels, formats and links", () => {
    const root = draw({
      columns: [
        {
          key: "name",
          label: "Customer",
          href: ({name}) => (name === "zoe" ? undefined : `?id=${name}`),
        },
        {key: "balance_eur", format: (value) => `about ${Math.round(Number(value ?? 0))}`},
      ],
    });
    expect(texts(root, "th")).toEqual(["Customer", "Balance"]);
    expect([...root.querySelectorAll("td a")].map((link) => link.getAttribute("href"))).toEqual([
      "?id=Élodie",
      "?id=Adam",
    ]);
    expect(column(root, 2)).toEqual(["about 13", "about 0", "about -3"]);
  });

  it("draws thousands of rows as one scrolls, and sorts all of them", () => {
    const rows = Array.from({length: 5000}, (_, index) => ({count: index}));
    const root = onPage(dataTable(rows, {document}));
    expect(root.querySelectorAll("tbody tr")).toHaveLength(200);
    root.querySelector(".table-scroll")?.dispatchEvent(new document.defaultView!.Event("scroll"));
    expect(root.querySelectorAll("tbody tr")).toHaveLength(400);
    header(root, "Count").click();
    expect(column(root, 1)[0]).toBe("4,999");
    expect(root.querySelectorAll("tbody tr")).toHaveLength(200);
  });

  it("says on paper how many of its rows are there, if not all", () => {
    const printed = (length: number) => {
      const root = onPage(
        dataTable(
          Array.from({length}, (_, index) => ({index})),
          {document},
        ),
      );
      const look = () => texts(root, ".row-count");
      const first = look();
      root.querySelector(".table-scroll")?.dispatchEvent(new document.defaultView!.Event("scroll"));
      return [...first, ...look()];
    };
    expect(printed(5000)).toEqual(["The first 200 of 5,000 rows", "The first 400 of 5,000 rows"]);
    expect(printed(200)).toEqual(["200 rows", "200 rows"]);
  });

  it("scrolls downwards only where it has more than 25 rows, and then counts them", () => {
    const heightOf = (length: number) => {
      const rows = Array.from({length}, (_, index) => ({index}));
      const scroller = dataTable(rows, {document, maxHeight: 300}).querySelector(".table-scroll");
      return scroller?.getAttribute("style") ?? null;
    };
    expect([heightOf(25), heightOf(26)]).toEqual([null, "--max-height:300px"]);
  });

  it("fades its edge as long as there is more to the right", () => {
    const root = draw();
    const scroller = root.querySelector<HTMLElement>(".table-scroll")!;
    Object.defineProperties(scroller, {scrollWidth: {value: 500}, clientWidth: {value: 300}});
    const hasMoreAt = (scrollLeft: number) => {
      scroller.scrollLeft = scrollLeft;
      scroller.dispatchEvent(new document.defaultView!.Event("scroll"));
      return root.classList.contains("has-more");
    };
    expect([hasMoreAt(0), hasMoreAt(200)]).toEqual([true, false]);
  });

  it("draws bars by the size and sign of values, and marks what a narrow table leaves out", () => {
    const root = draw({
      columns: [{key: "name"}, {key: "balance_eur", bar: true}, {key: "joined_on", minor: true}],
    });
    const cells = [...root.querySelectorAll("td:nth-child(2)")];
    expect(cells.map((cell) => cell.getAttribute("style"))).toEqual([
      "--bar:100%",
      null,
      "--bar:24%",
    ]);
    expect(cells.map((cell) => cell.classList.contains("is-below"))).toEqual([false, false, true]);
    expect(root.querySelectorAll("th.is-minor, td.is-minor")).toHaveLength(4);
  });

  it("colours gains and losses, and tells a detail below a value", () => {
    const root = draw({
      columns: [
        {key: "name", detail: ({balance_eur}) => `has ${balance_eur}`},
        {key: "balance_eur", isSigned: true},
      ],
    });
    const classes = [...root.querySelectorAll("tbody td:nth-child(2)")].map((cell) =>
      [...cell.classList].filter((name) => /gain|loss/.test(name)).join(),
    );
    expect(classes).toEqual(["is-gain", "", "is-loss"]);
    expect(texts(root, ".detail")).toEqual(["has 12.5", "has null", "has -3"]);
  });

  it("is saved as CSV and as a workbook where it stands alone, in the order that is seen", async () => {
    const saved = savedFiles(document.defaultView as Window & typeof globalThis);
    const root = draw({file: "people", columns: [{key: "name"}, {key: "balance_eur"}]});
    header(root, "Balance").click();
    const press = (text: string) =>
      [...root.querySelectorAll("button")].find((button) => button.textContent === text)!.click();
    press("Save");
    await expect.poll(() => texts(root, "button")).toContain("CSV (data)");
    press("CSV (data)");
    press("Excel (data)");
    await expect
      .poll(() => saved.map(({name}) => name).sort())
      .toEqual(["people.csv", "people.xlsx"]);
    const [csv, excel] = saved.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(new TextDecoder().decode(await csv!.bytes())).toBe(
      "name,balance_eur,joined_on,is_active\nÉlodie,12.5,2024-02-01,true\n" +
        "Adam,-3,2023-01-15,true\nzoe,,,false\n",
    );
    const {rows} = readSheet(await excel!.bytes());
    expect(rows.map((cells) => cells.map((cell) => cell?.value))).toEqual([
      ["Name", "Balance"],
      ["Élodie", 12.5],
      ["Adam", -3],
      ["zoe"],
    ]);
    expect(draw().querySelector(".actions")).toBeNull();
  });

  it("says so when there are no rows", () => {
    const root = onPage(dataTable([], {document, empty: "No payments."}));
    expect(texts(root, ".message")).toEqual(["No payments."]);
  });

  it("can be reached and scrolled by keyboard, under its caption", () => {
    const scroller = draw({caption: "People"}).querySelector(".table-scroll");
    expect(["tabindex", "role", "aria-label"].map((name) => scroller?.getAttribute(name))).toEqual([
      "0",
      "region",
      "People",
    ]);
  });
});

describe("inOrder(rows, column, isDescending)", () => {
  it("keeps equal rows as they were and puts missing ones last both ways", () => {
    const rows = [
      {id: "a", n: 1},
      {id: "b", n: null},
      {id: "c", n: 1},
      {id: "d", n: 0},
    ];
    const ids = (isDescending: boolean) =>
      inOrder(rows, {key: "n", kind: "number"}, isDescending)
        .map(({id}) => id)
        .join("");
    expect(ids(false)).toBe("dacb");
    expect(ids(true)).toBe("acdb");
  });

  it("sorts big integers by their value", () => {
    const rows = [{n: 10n}, {n: 9n}, {n: 100n}];
    expect(inOrder(rows, {key: "n", kind: "count"}, false).map(({n}) => n)).toEqual([
      9n,
      10n,
      100n,
    ]);
  });
});

it("fullColumn(column, rows) tells the kind from the name, and where that is silent from the values", () => {
  const rows = [
    {
      net_eur: 1,
      share: 0.5,
      company_count: 3,
      score: 1.5,
      month: new Date(0),
      booked_at: new Date(0),
      due_on: new Date(0),
      city: "x",
    },
  ];
  expect(columnsOf(rows).map((column) => fullColumn(column, rows).kind)).toEqual([
    "money",
    "percent",
    "count",
    "number",
    "month",
    "instant",
    "day",
    "text",
  ]);
});

it("fullColumn(column, rows) writes aggregates in whole euros, and what has a day or is small to the cent", () => {
  const text = (row: Record<string, unknown>) => fullColumn({key: "net_eur"}, [row]).text(row);
  expect(text({month: new Date(0), net_eur: 1234.56})).toBe("€1,235");
  expect(text({zero_month: new Date(0), net_eur: 1234.56})).toBe("€1,235");
  expect(text({booked_at: new Date(0), net_eur: 1234.56})).toBe("€1,234.56");
  expect(text({net_eur: 12.5})).toBe("€12.50");
});

it("queryResult(rows) shows the rows of an Arrow table, whose rows are not plain objects", () => {
  const row = {toJSON: () => ({city: "Porto", people: 3n})};
  const root = queryResult(new Set([row]), {document});
  expect(texts(root, "td")).toEqual(["Porto", "3"]);
});
