import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {pageNotebook} from "../../../scripts/site/keep/pageNotebook.js";
import type {Column} from "../../../src/lib/notebook/columns.js";
import {keptFiles} from "../../../src/lib/notebook/keptPage.js";
import {onlyQuery, withCells, withoutCells} from "../../../src/lib/notebook/keptSql.js";
import type {Cell, Notebook} from "../../../src/lib/notebook/notebook.js";
import {parseNotebook, printNotebook} from "../../../src/lib/notebook/notebookText.js";
import {fromPageText, toPageText} from "../../../src/lib/notebook/pageText.js";
import {analysisName} from "../../../src/lib/site/analysisName.js";

const columns: Column[] = [
  {name: "city", kind: "text", type: "VARCHAR", values: ["Rome", "Graz"]},
  {name: "fees_eur", kind: "number", type: "DECIMAL(18,2)", values: [12.5, 3]},
];

const cell = (name: string, kind: Cell["kind"], source = "", chart?: string): Cell =>
  chart ? {name, kind, source, chart} : {name, kind, source};

const notebook: Notebook = {
  title: "Fee income by city",
  cells: [
    cell("text", "text", "Fees are **small**, and `a < b` stays.\n\n```js\nalert(1)\n```"),
    cell("text_2", "text", "A <b>second</b> text with ${1 + 1}."),
    cell("least", "input", "kind: number\nlabel: Least amount, in €\nvalue: 10"),
    cell(
      "fees",
      "sql",
      "-- all of them\nselect city, fees_eur from bank.fees",
      "bars:fees_eur,city",
    ),
    cell("top", "sql", "with own as (\n  select * from fees\n)\nselect * from own;"),
    cell("large", "sql", "select *, '`${x}\\' as odd\nfrom top where fees_eur > $least"),
  ],
};

function kept(
  of: Notebook,
  dropped: ReadonlyMap<string, string> = new Map(),
): Record<string, string> {
  const answers = new Map(of.cells.map(({name}) => [name, columns]));
  return keptFiles(of, {name: analysisName(of.title), group: "bank", answers, dropped});
}

const back = (files: Record<string, string>) =>
  pageNotebook(
    Object.entries(files).find(([path]) => path.endsWith(".md"))![1],
    (id) => files[`src/data/${id}.csv.sql`],
  );

describe("keptFiles(notebook, {name, group, answers})", () => {
  const files = kept(notebook);
  const page = files["src/bank/fee-income-by-city.md"]!;

  it("writes a page, and a loader for each query that takes no input", () => {
    expect(Object.keys(files)).toEqual([
      "src/bank/fee-income-by-city.md",
      "src/data/fee-income-by-city-fees.csv.sql",
      "src/data/fee-income-by-city-top.csv.sql",
    ]);
    expect(
      files["src/data/fee-income-by-city-top.csv.sql"],
    ).toBe(`-- Fee income by city: what does the cell top answer?
-- Grain: one row per row of the answer.
-- Size: bounded, unless the query has a row for each customer: then by person or by company.
-- Columns: city, fees_eur.
with fees as (
  -- all of them
  select city, fees_eur from bank.fees
), own as (
  select * from fees
)
select * from own
`);
  });

  it("has a heading over its figures, its author's where there is one", () => {
    expect(page.match(/^## .*$/gm)).toEqual(["## The answers", "## What this page cannot show"]);
    const headed = [cell("head", "text", "## Fees\n\nWho pays them."), ...notebook.cells];
    const text = kept({...notebook, cells: headed})["src/bank/fee-income-by-city.md"]!;
    expect(text.match(/^## .*$/gm)).toEqual(["## Fees", "## What this page cannot show"]);
  });

  it("asks in the page what takes an input, with what it reads before it", () => {
    expect(page).toContain("---\nsql:\n  bank: ../data/bank.duckdb\n---");
    expect(page).toContain(
      'const leastValue = view(Inputs.number({label: "Least amount, in €", value: 10}));',
    );
    expect(page).toMatch(/```sql id=largeRows cell=large\nwith fees as \(\n[\s\S]*, top as \(\n/);
    expect(page).toContain("fees_eur > ${leastValue}");
    expect(page).toContain("rows: queryRows(largeRows)");
  });

  it("lets nothing of a text run, and ends with what the page cannot show", () => {
    expect(page).toContain("```js run=false\nalert(1)\n```");
    expect(page).toContain("A \\<b>second\\</b> text with \\${1 + 1}.");
    expect(page).toContain("`a < b` stays");
    expect(page).toContain("## What this page cannot show");
  });

  it("imports what it uses, in one line a module", () => {
    const modules = Array.from(page.matchAll(/^import .* from "(.*)";$/gm), ([, path]) => path);
    expect(modules).toEqual([...new Set(modules)].sort());
    expect(page).toContain('import {rankedBars} from "../components/rankedBars.js";');
  });

  it.each([
    [[cell("a", "text", "words")], "no query to keep"],
    [[cell("a", "sql", "select 1; select 2")], "several statements in the cell a"],
    [[cell("a", "sql", "describe bank.users")], "no query in the cell a: describe"],
    [[cell("a", "sql", "-- nothing")], "nothing to keep in the cell a"],
    [[cell("a", "sql", "select $b")], "the cell a: unknown input: $b"],
    [[cell("a", "sql", "from b"), cell("b", "sql", "from a")], "in a circle"],
    [[cell("n", "input", "value: x"), cell("a", "sql", "select $n")], "invalid number"],
    [[cell("n", "input", "min: alert(1)\nmax: 2"), cell("a", "sql", "select 1")], "invalid number"],
    [[cell("n", "input", "min: 1\nmax: 2];x("), cell("a", "sql", "select 1")], "invalid number"],
    [[cell("n", "input"), cell("a", "sql", "select $n, '</SCRIPT>'")], "the end of a script"],
  ])("refuses %j", (cells, message) => {
    expect(() => kept({title: "A page", cells})).toThrow(message);
  });

  it("reads texts of digits as texts", () => {
    const of = {title: "A page", cells: [cell("a", "sql", "select '01067' as code, 2 as n")]};
    const answer: Column[] = [
      {name: "code", kind: "text", type: "VARCHAR", values: ["01067"]},
      {name: "n", kind: "number", type: "INTEGER", values: [2]},
    ];
    const files = keptFiles(of, {
      name: analysisName(of.title),
      group: "bank",
      answers: new Map([["a", answer]]),
      dropped: new Map(),
    });
    expect(files["src/bank/a-page.md"]).toContain(
      'const aRows = typedRows(FileAttachment("../data/a-page-a.csv").csv(), ["code"]);',
    );
    expect(files["src/bank/a-page.md"]).toContain('from "../components/typedRows.js";');
  });

  const hostile = '</script><!--${alert(1)}`"]});alert(1)//';

  it("writes a word of the notebook as a text, or not at all, wherever it stands in code", () => {
    const chart = `columns:${["a", hostile, hostile].map(encodeURIComponent).join()}`;
    const cells = [
      cell("c", "input", `kind: choice\nlabel: ${hostile}\nchoices: ${hostile}, b`),
      cell("d", "input", `kind: date\nlabel: ${hostile}`),
      cell("p", "input", `kind: person\nvalue: ${hostile}`),
      cell("n", "input", `kind: number\nlabel: ${hostile}\nvalue: 007`),
      cell("table", "sql", "select 1"),
      cell("chart", "sql", "select 2", chart),
      cell("no_chart", "sql", "select 3", "x`"),
    ];
    const values = [hostile, "0"];
    const answer: Column[] = [
      {name: "a", kind: "text", type: "VARCHAR", values},
      {name: hostile, kind: "text", type: "VARCHAR", values},
    ];
    const files = keptFiles(
      {title: "A page", cells},
      {
        name: analysisName("A page"),
        group: "bank",
        answers: new Map(cells.map(({name}) => [name, answer])),
        dropped: new Map(),
      },
    );
    const page = files["src/bank/a-page.md"]!;
    expect(page).not.toMatch(/<\/script|<!--/i);
    expect(page).toMatch(/value: 7$/m);
    expect(page).toContain("cell=no_chart\n");
    const {code, body} = parseMarkdown(page, {md: createMarkdownIt(), path: "/bank/a-page"});
    expect(code).toHaveLength(page.match(/^```js/gm)!.length);
    expect(body).not.toContain("SyntaxError");
    for (const {node} of code)
      expect(node.input.replaceAll(/"(?:[^"\\]|\\.)*"/g, "")).not.toContain("alert");
  });

  it.each([
    "```js\nalert(1)",
    "~~~~\nx",
    "> ```\n> x",
    "- a\n\n  ```\n  x",
    "<!-- x",
    "<script>\nx",
    "<pre>",
    "`x",
  ])("ends a text that leaves %j open before the cells behind it", (open) => {
    const cells = [
      cell("text", "text", `Words.\n\n${open}`),
      cell("fees", "sql", "select 1 as city, 2 as fees_eur"),
      cell("text_2", "text", `More.\n\n${open}`),
      cell("text_3", "text", "The **last** words"),
    ];
    const files = kept({...notebook, cells});
    const page = files["src/bank/fee-income-by-city.md"]!;
    const {code, body} = parseMarkdown(page, {md: createMarkdownIt(), path: "/bank/a-page"});
    // imports, data, the figure and the note at the end
    expect(code).toHaveLength(4);
    expect(body).toContain("<strong>last</strong>");
    expect(back(files)).toEqual({...notebook, cells});
    expect(parseNotebook(printNotebook({...notebook, cells}))).toEqual({...notebook, cells});
  });

  it("has each name once, whatever the cells are called", () => {
    const inputs = ["fees_1", "fees16", "_a", "a"].map((name) =>
      cell(name, "input", "kind: number\nvalue: 1"),
    );
    const queries = ["query", "typed", "fees_2", "fees26"].map((name, at) =>
      cell(name, "sql", `select $${inputs[at]!.name}`),
    );
    const of = {
      title: "A page",
      cells: [...inputs, ...queries, cell("b_1", "sql", "select '007'")],
    };
    const answer: Column = {name: "code", kind: "text", type: "VARCHAR", values: ["007"]};
    const files = keptFiles(of, {
      name: analysisName(of.title),
      group: "bank",
      answers: new Map(of.cells.map(({name}) => [name, [answer]])),
      dropped: new Map(),
    });
    const page = files["src/bank/a-page.md"]!;
    const imported = Array.from(page.matchAll(/^import \{(.*)\} from/gm), ([, names]) => names!);
    const declared = Array.from(page.matchAll(/^const (\S+) =|^```sql id=(\S+)/gm));
    const names = [
      ...imported.flatMap((names) => names.split(", ")),
      ...declared.map(([, name, id]) => name ?? id),
    ];
    expect(names).toEqual(expect.arrayContaining(["queryRows", "typedRows", "fees_1Value"]));
    expect(new Set(names).size).toBe(names.length);
    expect(back(files)).toEqual(of);
  });

  it("reads a page whose variables were called otherwise", () => {
    const of = {
      title: "A page",
      cells: [cell("n_1", "input", "kind: number"), cell("a", "sql", "select $n_1")],
    };
    const files = kept(of);
    const page = "src/bank/a-page.md";
    files[page] = files[page]!.replaceAll("n_1Value", "n13Value");
    expect(back(files)!.cells).toEqual(of.cells);
  });

  it.each([
    ["a loader", "select due_on - issued_on as term from bank.invoices"],
    ["the page", "select due_on - issued_on as term from bank.invoices where amount > $least"],
  ])("refuses, before a file is made, a column that %s cannot hold", (_, sql) => {
    const cells = [cell("least", "input", "kind: number\nvalue: 10"), cell("terms", "sql", sql)];
    const term: Column = {name: "term", kind: "text", type: "INTERVAL", values: ["30 days"]};
    expect(() =>
      keptFiles(
        {title: "A page", cells},
        {
          ...{name: analysisName("A page"), group: "bank", dropped: new Map()},
          answers: new Map([["terms", [term]]]),
        },
      ),
    ).toThrow("the cell terms: no page can hold term: INTERVAL");
  });

  it("says which cell has no answer yet", () => {
    const name = analysisName("A page");
    const of = {title: "A page", cells: [cell("a", "sql", "select 1")]};
    expect(() =>
      keptFiles(of, {name, group: "bank", answers: new Map(), dropped: new Map()}),
    ).toThrow("the cell a");
  });
});

describe("keptFiles(notebook, {dropped})", () => {
  const read: Notebook = {
    title: "Sales by city",
    cells: [
      cell("least", "input", "kind: number\nvalue: 2"),
      cell("sold", "sql", "select files.sales.city, n\nfrom files.main.sales, bank.cities"),
      cell("more", "sql", "select * from sold\nwhere n > $least"),
    ],
    files: [{name: "sales", file: "Sales 2026.csv"}],
  };
  const files = kept(read, new Map([["sales", "city,n\nRome,3\n"]]));

  it("copies the rows of a file into the project, as a table of its own for loaders and cells", () => {
    expect(files["src/data/sales-by-city-sales.csv"]).toBe("city,n\nRome,3\n");
    expect(files["src/data/sales-by-city-sold.csv.sql"]).toContain(`with sales as (
  from own.sales_by_city_sales
)
select sales.city, n
from sales, bank.cities
`);
    const page = files["src/bank/sales-by-city.md"]!;
    expect(page).toContain("  sales_by_city_sales: ../data/sales-by-city-sales.csv\n---");
    expect(page).toContain("with sales as (\n  from sales_by_city_sales\n), sold as (");
  });

  it("gives back a notebook that names the file", () => {
    expect(back(files)).toEqual({
      title: read.title,
      cells: read.cells.map((cell) => ({
        ...cell,
        source: cell.source.replace(/files\.(main\.)?/g, ""),
      })),
      files: [{name: "sales", file: "sales-by-city-sales.csv"}],
    });
  });
});

describe("pageNotebook(markdown, readLoader)", () => {
  it("gives back the notebook that was kept", () => {
    const sources = notebook.cells.map((cell) => ({
      ...cell,
      source: cell.source.replace(/;$/, ""),
    }));
    expect(back(kept(notebook))).toEqual({...notebook, cells: sources});
  });

  it("has what was changed in the page and in a loader since", () => {
    const files = kept(notebook);
    const page = "src/bank/fee-income-by-city.md";
    files[page] = files[page]!.replace("**small**", "**large**").replace("# Fee income", "# Fees");
    const loader = "src/data/fee-income-by-city-fees.csv.sql";
    files[loader] = files[loader]!.replace("bank.fees", "bank.charges");
    const {title, cells} = back(files)!;
    expect(title).toBe("Fees by city");
    expect(cells[0]!.source).toContain("**large**");
    expect(cells[3]!.source).toContain("bank.charges");
    expect(cells[4]!.source).toContain("bank.fees"); // this loader is as it was
  });

  it.each([
    "## The answers we found",
    "### The answers",
    "Who pays?\n\n## The answers in short",
    "## The answers\n\nare below.",
    "`## The answers`",
    "```\n## The answers\n```",
    "    ## The answers\n\nWords.",
    "> ## The answers",
    "Words.",
  ])("leaves an author's own words: %j", (source) => {
    const query = (name: string) => cell(name, "sql", "select city, fees_eur from bank.fees");
    const cells = [cell("text", "text", source), query("a"), cell("text_2", "text", source)];
    expect(back(kept({title: "A page", cells: [...cells, query("b")]}))!.cells).toEqual([
      ...cells,
      query("b"),
    ]);
  });

  it("is nothing for a page that was written by hand", () => {
    expect(
      pageNotebook("# Title\n\n```js figure=a\nfigure()\n```\n", () => undefined),
    ).toBeUndefined();
  });

  it("gives back any texts", () => {
    const text = fc
      .array(
        fc.constantFrom(
          "a",
          "\n",
          "\\",
          "`",
          "```",
          "~~~",
          "$",
          "{",
          "}",
          "<",
          "b>",
          "!",
          " ",
          "js",
          "#",
        ),
        {maxLength: 30},
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (source) => {
        expect(fromPageText(toPageText(source))).toBe(source);
      }),
      {numRuns: 2_000},
    );
  });
});

describe("withCells(sql, read)", () => {
  const read = [
    {name: "a", sql: "select 'two\nlines' as x -- )\nfrom t"},
    {name: "b", sql: "select x from a where (x, 1) in ((2, 3))"},
  ];
  const own = new Map(read.map(({name, sql}) => [name, sql]));

  it.each([
    "select * from b",
    "with c as (select 1) select * from b, c",
    "-- why\nwith recursive c as (select 1 union all select * from c) select * from b",
  ])("is undone by withoutCells: %s", (sql) => {
    expect(withoutCells(withCells(sql, read), own)).toBe(sql);
  });

  it("leaves a table of the query's own that is called like a cell", () => {
    const sql = "with a as (select 2 as x) select * from a";
    expect(withoutCells(sql, own)).toBe(sql);
  });
});

describe("onlyQuery({name, sql})", () => {
  it("keeps comments and takes the last semicolon away", () => {
    expect(onlyQuery({name: "a", sql: "-- why\nselect 1;\n"})).toBe("-- why\nselect 1");
  });
});
