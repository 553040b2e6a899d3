import {readFileSync, statSync} from "node:fs";
import {createRequire} from "node:module";
import {join} from "node:path";
import type {AxeResults} from "axe-core";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import {newPage} from "../../scripts/site/browser.js";
import type {Cell, Notebook} from "../../src/lib/notebook/notebook.js";
import {linkedNotebook, linkLetters} from "../../src/lib/notebook/notebookLink.js";
import {parseNotebook} from "../../src/lib/notebook/notebookText.js";
import {linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {engineBytes} from "../../src/workbench/notebook/engineLine.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {untilAsked} from "../support/engineMessages.js";
import {layoutShift} from "../support/layoutShift.js";
import {temporaryFolder} from "../support/tinyBank.js";
import {cellsBeside, wrongQueries} from "../support/wrongQueries.js";

const require = createRequire(import.meta.url);

it("the engine is as large as the page says that it loads", () => {
  const wasm = statSync(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  expect(Math.round(wasm.size / 1e6)).toBe(engineBytes / 1e6);
});

describe.runIf(browserTest)("the notebook", () => {
  const site = builtSite();

  const addressOf = async (cells: readonly Cell[]) =>
    `workbench/notebook${linkPrefix}${await linkLetters({title: "Test", cells})}`;
  const query = (name: string, source: string): Cell => ({name, kind: "sql", source});
  const open = async (...cells: readonly Cell[]) => {
    const page = await site.open(await addressOf(cells));
    await page.locator(".cm-content").first().waitFor();
    return page;
  };
  const cell = (page: Page, name: string) => page.locator(`section.cell[aria-label$=" ${name}"]`);
  const write = async (page: Page, name: string, sql: string) => {
    await cell(page, name).locator(".cm-content").fill(sql);
    await page.keyboard.press("Escape");
  };
  const run = async (page: Page, name: string) => {
    await cell(page, name).locator(".cm-content").focus();
    await page.keyboard.press("Control+Enter");
  };
  const hasRows = async (page: Page, name: string, rows: readonly string[]) => {
    const shown = cell(page, name).locator("tbody tr:not(.space)");
    await expect.poll(() => shown.allInnerTexts()).toEqual(rows);
  };
  const status = (page: Page, name: string) => cell(page, name).locator(".cell-status");
  const says = async (page: Page, name: string, words: RegExp) =>
    expect.poll(() => status(page, name).innerText()).toMatch(words);
  /** Waits until the address holds a notebook: it follows half a second after the last change. */
  const isLinked = (page: Page, notebook: Partial<Notebook>) =>
    expect
      .poll(() => linkedNotebook(new URL(page.url()).hash.slice(linkPrefix.length)))
      .toMatchObject(notebook);

  it("brings a cell that was removed back to its place, with all that it held", async () => {
    const cells = [
      query("first", "select 1 as n"),
      query("second", "select n + 1 as n from first"),
      query("third", "select n + 1 as n from second"),
    ];
    const page = await open(...cells);
    const names = () =>
      page
        .locator(".cell-name")
        .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    await page.getByRole("button", {name: "Remove: second"}).click();
    expect(await page.locator(".cell-removed").innerText()).toMatch(
      /^Query second is removed\. Undo/,
    );
    expect(await names()).toEqual(["first", "third"]);
    // a key is enough: the button has the focus
    await page.keyboard.press("Enter");
    await expect.poll(names).toEqual(["first", "second", "third"]);
    expect(await page.locator(".cell-removed").count()).toBe(0);
    await isLinked(page, {cells});
    await run(page, "third");
    await hasRows(page, "third", ["3"]);

    // the last one is the one that can be brought back
    for (const name of ["third", "first", "second"])
      await page.getByRole("button", {name: `Remove: ${name}`}).click();
    expect(await names()).toEqual([]);
    await page.getByRole("button", {name: "Undo"}).click();
    expect(await names()).toEqual(["second"]);
  });

  it("renames a cell in the queries that read it, and runs them again", async () => {
    const page = await open(
      query("fees", "select 2 as n"),
      query("b", "select fees.n + 1 as n from fees -- fees"),
      query("c", "from charges"),
    );
    await page.getByRole("button", {name: "Run all"}).click();
    await hasRows(page, "b", ["3"]);
    const error = (name: string) => cell(page, name).locator(".cell-error");
    await expect.poll(() => error("c").innerText()).toContain("charges does not exist");
    const field = page.getByRole("textbox", {name: "Name of the query"}).first();
    const rename = async (name: string) => {
      await field.fill(name);
      await field.press("Tab");
    };
    await page.getByRole("button", {name: "Remove: b"}).click();
    await rename("charges");
    await hasRows(page, "c", ["2"]);
    // what was removed reads it by its new name too
    await page.getByRole("button", {name: "Undo"}).click();
    await says(page, "b", /as you type/);
    await hasRows(page, "b", ["3"]);
    await isLinked(page, {
      cells: [
        query("charges", "select 2 as n"),
        query("b", "select charges.n + 1 as n from charges -- fees"),
        query("c", "from charges"),
      ],
    });
    await page.getByRole("textbox", {name: "SQL of charges"}).waitFor();
    await page.getByRole("button", {name: "Remove: charges"}).waitFor();

    // a name that no query could read is refused, with the reason
    const complaint = cell(page, "charges").locator(".cell-complaint");
    for (const [name, words] of [
      ["order", /^reserved word of SQL: order/],
      ["b", /^a name twice: b/],
      ["1a", /^invalid name of a cell: "1a"/],
    ] as const) {
      await rename(name);
      await expect.poll(() => complaint.innerText()).toMatch(words);
      expect(await field.inputValue()).toBe("charges");
    }

    // no answer stays of a cell that is gone, and each comes back with it
    await page.getByRole("button", {name: "Remove: charges"}).click();
    await expect.poll(() => error("b").innerText()).toContain("charges does not exist");
    await expect.poll(() => error("c").innerText()).toContain("charges does not exist");
    expect(await cell(page, "c").locator("tbody").count()).toBe(0);
    await page.getByRole("button", {name: "Undo"}).click();
    await hasRows(page, "b", ["3"]);
    await hasRows(page, "c", ["2"]);
  });

  it("tells how the keyboard leaves a query", async () => {
    const page = await open(query("first", "select 1 as n"));
    const editor = page.locator(".cm-content");
    expect(await editor.getAttribute("aria-description")).toContain("Escape, then Tab");
    await editor.focus();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    expect(await editor.evaluate((one) => one.contains(document.activeElement))).toBe(false);
  });

  it("loads no engine until a query runs, then one query, and what it reads before it", async () => {
    const asked: string[] = [];
    const page = await site.open("workbench/notebook");
    page.on("request", (request) => asked.push(request.url()));
    await page.locator(".cm-content").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => /\.wasm|bank\.\w+\.duckdb|worker/.test(url))).toEqual([]);
    await page.goto(
      site.url +
        (await addressOf([
          query("first", "select 1 as n union all select 2 order by n"),
          query("second", "select sum(n)::integer as total from first"),
        ])),
    );
    await page.reload();
    await page.locator(".cm-content").nth(1).waitFor();
    await run(page, "second");
    await hasRows(page, "second", ["3"]);
    await hasRows(page, "first", ["1", "2"]);
    expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith("blob:"))).toEqual(
      [],
    );
  });

  it("shows rows while one types, offers columns, and marks a mistake at its place", async () => {
    const page = await open(query("answer", ""));
    await cell(page, "answer").locator(".cm-content").focus();
    await page.keyboard.type("select user_id, na");
    await page.keyboard.press("Escape");
    await page.keyboard.type("me from bank.us");
    await page.locator(".cm-tooltip-autocomplete li", {hasText: "users"}).waitFor();
    await page.keyboard.press("Tab");
    await says(page, "answer", /The first 200 rows in .*Run gives all|rows in .*as you type/);
    await write(page, "answer", "select nme from bank.users");
    await page.locator(".cm-lintRange-error", {hasText: "nme"}).waitFor();
    const error = cell(page, "answer").locator(".cell-error");
    await expect.poll(() => error.innerText()).toMatch(/Candidate bindings: "name"/);
    await write(page, "answer", "selct 1");
    await expect.poll(() => error.innerText()).toContain('Did you mean "select"?');
  });

  it("leaves what one types as it is, at a person's pace: Enter begins a line, Tab takes a name", async () => {
    const page = await open(query("answer", ""));
    await cell(page, "answer").locator(".cm-content").focus();
    const typed = "select city, count(*) as n\nfrom bank.users\ngroup by city\norder by n";
    await page.keyboard.type(typed, {delay: 150});
    const lines = cell(page, "answer").locator(".cm-line");
    await expect.poll(async () => (await lines.allInnerTexts()).join("\n")).toBe(typed);
    await page.keyboard.type(", joi");
    await page.locator(".cm-tooltip-autocomplete li", {hasText: "joined_on"}).waitFor();
    await page.keyboard.press("Tab");
    await expect.poll(() => lines.last().innerText()).toBe("order by n, joined_on");
  });

  it("takes a name also where Tab comes before the list, and indents where none is to come", async () => {
    const page = await open(query("answer", ""));
    const content = cell(page, "answer").locator(".cm-content");
    await content.focus();
    const lines = cell(page, "answer").locator(".cm-line");
    const text = async () => (await lines.allInnerTexts()).join("\n");
    const typeThenTab = async (typed: string) => {
      await page.keyboard.type(typed);
      await page.keyboard.press("Tab");
    };
    await typeThenTab("select city\nfrom bank.us");
    await typeThenTab("\norder by cit");
    expect(await text()).toBe("select city\nfrom bank.users\norder by city");
    await typeThenTab(", 'a text");
    expect(await text()).toMatch(/^ {2}order by city, 'a text'?$/m);
  });

  it("says what is wrong with each of thirty queries, marks the place, and goes on", async () => {
    const page = await open(query("answer", ""), ...cellsBeside);
    const sales = {name: "sales.csv", mimeType: "", buffer: Buffer.from("n\n1\n")};
    await page.locator("input.data-file").setInputFiles(sales);
    await page.getByText("is now the table files.sales").waitFor();
    const told = cell(page, "answer")
      .locator(".cell-error, .cell-complaint")
      .filter({visible: true});
    for (const [what, sql, words, marked = ""] of wrongQueries) {
      if (what === "a database that is not here") continue; // known only to a notebook that names it
      await write(page, "answer", "select 1 as n");
      await run(page, "answer");
      await hasRows(page, "answer", ["1"]);
      await write(page, "answer", sql);
      await run(page, "answer");
      const answer = async () => {
        const texts = (await told.allInnerTexts()).filter(Boolean);
        return {
          status: await status(page, "answer").innerText(),
          text: texts.join("\n").replaceAll(/\n+/g, "\n"),
          marked: await cell(page, "answer").locator(".cm-lintRange-error").allInnerTexts(),
        };
      };
      await expect
        .poll(answer, {message: what})
        .toEqual({status: "", text: expect.stringMatching(words), marked: marked ? [marked] : []});
    }
  });

  it("stops a query without an end, and answers the next one", async () => {
    const endless =
      "select count(*) from bank.transactions a, bank.transactions b, bank.transactions c";
    const page = await open(query("kept", "select 7 as n"), query("endless", endless));
    await run(page, "kept");
    await hasRows(page, "kept", ["7"]);
    await untilAsked(page, () => run(page, "endless"));
    await says(page, "endless", /Asking/);
    await cell(page, "endless").getByRole("button", {name: "Stop"}).click();
    await says(page, "endless", /Stopped/);
    await write(page, "endless", "select n + 1 as m from kept");
    await run(page, "endless");
    await hasRows(page, "endless", ["8"]);
  });

  it("follows an input, filters by a bar, and draws what is left", async () => {
    const page = await open(
      {name: "least", kind: "input", source: "kind: number\nlabel: At least\nvalue: 2"},
      query(
        "answer",
        "select * from (values ('a', 1), ('b', 2), ('c', 3)) t(name, n) where n >= $least order by n",
      ),
    );
    await run(page, "answer");
    await hasRows(page, "answer", ["b\t2", "c\t3"]);
    await page.getByLabel("At least").fill("1");
    await hasRows(page, "answer", ["a\t1", "b\t2", "c\t3"]);
    await page.getByRole("button", {name: "Only rows where name is b (1)"}).click();
    await hasRows(page, "answer", ["b\t2"]);
    const bars = cell(page, "answer").locator(".picture [aria-label='bar'] rect");
    await expect.poll(() => bars.count()).toBe(1);
    await page.getByRole("button", {name: "Take away the filter name: b"}).click();
    await hasRows(page, "answer", ["a\t1", "b\t2", "c\t3"]);
  });

  it("draws only the rows in sight of a hundred thousand, and sorts them all", async () => {
    const page = await open(query("many", "select range as n from range(150000)"));
    await run(page, "many");
    await says(page, "many", /150,000 rows in .*the first 100,000 shown/);
    expect(await cell(page, "many").locator(".answer-cut").innerText()).toBe(
      "Table, chart and saved files hold the first 100,000 of 150,000 rows. A query that selects from many has them all.",
    );
    const saving = page.waitForEvent("download");
    await cell(page, "many").getByRole("button", {name: "Save"}).first().click();
    await page.getByRole("button", {name: "CSV (data)"}).click();
    expect((await saving).suggestedFilename()).toBe("many-first-100000.csv");
    const rows = cell(page, "many").locator("tbody tr:not(.space)");
    await rows.first().waitFor();
    expect(await rows.count()).toBeLessThan(60);
    await cell(page, "many").getByRole("button", {name: "n", exact: true}).click();
    await expect.poll(() => rows.first().innerText()).toBe("99999");
    await cell(page, "many")
      .locator(".result-scroll")
      .evaluate((scroller) => {
        scroller.scrollTop = scroller.scrollHeight;
      });
    await expect.poll(() => rows.last().innerText()).toBe("0");
  });

  it("is whole in its link, in its file and in a version, and survives a reload", async () => {
    const page = await open(query("answer", "select 1 as n"));
    await write(page, "answer", "select 'ä, $x' as \"a b\"");
    const title = (of: Page) => of.getByLabel("Title of the notebook");
    await title(page).fill("Kept & shared");
    await isLinked(page, {
      title: "Kept & shared",
      cells: [query("answer", "select 'ä, $x' as \"a b\"")],
    });
    const other = await newPage(site.browser);
    await other.goto(page.url());
    await expect.poll(() => title(other).inputValue()).toBe("Kept & shared");
    await expect
      .poll(() => other.locator(".cm-content").innerText())
      .toContain("select 'ä, $x' as \"a b\"");

    const download = page.waitForEvent("download");
    await page.getByRole("button", {name: "Save file"}).click();
    const file = join(temporaryFolder("notebook-file"), "kept.md");
    await (await download).saveAs(file);
    expect(parseNotebook(readFileSync(file, "utf8"))).toMatchObject({
      title: "Kept & shared",
      cells: [{name: "answer", kind: "sql", source: "select 'ä, $x' as \"a b\""}],
    });

    await page.getByRole("button", {name: "Versions"}).click();
    await page.getByLabel("Name of the version").fill("before");
    await page.getByRole("button", {name: "Keep this version"}).click();
    await page.keyboard.press("Escape");
    await write(page, "answer", "select 2 as n");
    await isLinked(page, {cells: [query("answer", "select 2 as n")]});
    await page.goto(`${site.url}workbench/notebook`);
    await page.reload();
    await expect.poll(() => page.locator(".cm-content").innerText()).toBe("select 2 as n");
    await page.getByRole("button", {name: "Versions"}).click();
    await page.getByRole("button", {name: /^before, /}).click();
    await expect.poll(() => page.locator(".cm-content").innerText()).toContain("'ä, $x'");
    await title(page).fill("Another");
    await page.getByLabel("A notebook as a file").setInputFiles(file);
    await expect.poll(() => title(page).inputValue()).toBe("Kept & shared");
  });

  it("says of a link that was cut that it was, and of a notebook that is too long that it is", async () => {
    const page = await site.open(`workbench/notebook${linkPrefix}abc`);
    await expect
      .poll(() => page.locator(".bar-words").innerText())
      .toContain("it may have been cut");
    const noise = Array.from({length: 9_000}, (_, at) =>
      ((Math.imul(at + 1, 2_654_435_761) >>> 0) % 1e6).toString(36),
    );
    await page
      .locator(".cm-content")
      .first()
      .fill(`-- ${noise.join(" ")}`);
    await expect
      .poll(() => page.locator(".bar-words").innerText())
      .toContain("Too long for a link");
    await expect.poll(() => new URL(page.url()).hash).toBe("");
  });

  it("moves little while it loads, and has no barrier to access with its answers", async () => {
    const page = await site.open("workbench/notebook");
    await page.locator(".cm-content").first().waitFor();
    await page.getByRole("button", {name: "Questions"}).click();
    await page.getByRole("button", {name: "Which bills are paid late?"}).click();
    await says(page, "late_share", /rows in/);
    await page.evaluate(readFileSync(require.resolve("axe-core"), "utf8"));
    const {violations}: AxeResults = await page.evaluate("axe.run('main')");
    expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([]);
    for (const width of [375, 768, 1440]) {
      const {score, parts} = await layoutShift(site.browser, `${site.url}workbench/notebook`, {
        width,
      });
      expect(score, `${width}: ${parts.join("; ")}`).toBeLessThan(0.1);
    }
  });

  it("opens the SQL of a figure, which then runs", async () => {
    const page = await site.open("people/savings");
    const figure = page.locator("#savings-shares");
    await figure.scrollIntoViewIfNeeded();
    await figure.getByRole("button", {name: "SQL"}).click();
    await figure.getByRole("link", {name: "Open in the notebook"}).click();
    await page.waitForURL("**/workbench/notebook.html#**");
    await page.locator(".cm-content").first().waitFor();
    await page.getByRole("button", {name: "Run all"}).click();
    await says(page, "savings_shares", /rows in/);
  });
});
