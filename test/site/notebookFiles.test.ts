import {readFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import * as arrow from "apache-arrow";
import type {Page} from "playwright-core";
import {describe, expect, it} from "vitest";
import type {NotebookFile} from "../../src/lib/notebook/notebook.js";
import {linkLetters} from "../../src/lib/notebook/notebookLink.js";
import {linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {browserTest} from "../support/browser.js";
import {builtSite} from "../support/builtSite.js";
import {untilAsked} from "../support/engineMessages.js";
import {temporaryFolder} from "../support/tinyBank.js";

describe.runIf(browserTest)("files dropped on the notebook", () => {
  const site = builtSite();

  const open = async (sql = "", files: readonly NotebookFile[] = []) => {
    const cells = [{name: "answer", kind: "sql" as const, source: sql}];
    const letters = await linkLetters({title: "Test", cells, files});
    const page = await site.open(`workbench/notebook${linkPrefix}${letters}`);
    await page.locator(".cm-content").first().waitFor();
    return page;
  };
  const add = async (page: Page, name: string, content: string | Uint8Array) => {
    const file = {name, mimeType: "", buffer: Buffer.from(content as string)};
    await page.locator("input.data-file").setInputFiles(file);
    const words = page.locator(".file-words span");
    let told = "";
    const read = async () => {
      told = await words.innerText();
      return told;
    };
    await expect.poll(read).not.toMatch(/^Reading|^$/);
    return told;
  };
  const run = async (page: Page, sql: string) => {
    await page.locator(".cm-content").first().fill(sql);
    await page.keyboard.press("Escape");
    await page.locator(".cm-content").first().focus();
    await page.keyboard.press("Control+Enter");
  };
  const ask = async (page: Page, sql: string, rows: readonly string[]) => {
    await run(page, sql);
    const shown = page.locator("tbody tr:not(.space)");
    await expect.poll(() => shown.allInnerTexts()).toEqual(rows);
  };
  const listed = (page: Page) => page.locator(".your-files summary").allInnerTexts();

  it("are tables beside the bank's, on this machine only, until they are taken away", async () => {
    const page = await open();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(`${request.method()} ${request.url()}`));
    const rows = arrow.tableFromArrays({n: Int32Array.from([1, 2]), s: ["a", null]});
    const shop = join(temporaryFolder("shop"), "shop.duckdb");
    const instance = await DuckDBInstance.create(shop);
    const connection = await instance.connect();
    await connection.run("create table orders as select range as id from range(7)");
    connection.closeSync();
    instance.closeSync();

    expect(await add(page, "Sales 2025.csv", "city,amount\nBerlin,12.50\nRome,\n")).toBe(
      "Sales 2025.csv is now the table files.sales_2025 with 2 rows, in this browser only.",
    );
    await add(page, "kasse.csv", "\ufefftag;betrag\n2025-01-02;7,25\n");
    await add(page, "events.jsonl", '{"id": 1, "day": "2025-01-31"}\n{"id": 2, "day": null}\n');
    await add(page, "t.arrow", arrow.tableToIPC(rows, "file"));
    await add(page, "t2.arrows", arrow.tableToIPC(rows, "stream"));
    await add(page, "shop.duckdb", readFileSync(shop));
    await add(page, "users.csv", "a\nx\n");
    expect(await listed(page)).toEqual([
      "files.sales_2025 2 rows",
      "files.kasse 1 row",
      "files.events 2 rows",
      "files.t 2 rows",
      "files.t2 2 rows",
      "shop.orders 7 rows",
      "files.users_2 1 row",
    ]);
    await page.locator(".your-files summary").first().click();
    await expect
      .poll(() => page.locator(".your-files details").first().innerText())
      .toMatch(/amount\s*double\s*1 null/);
    await ask(
      page,
      "select s.city, s.amount, count(*) > 0 from files.sales_2025 s join bank.users using (city) group by all order by all",
      ["Berlin\t12.5\ttrue"].concat(await hasRome(page)),
    );
    await ask(page, "select betrag + 1, tag from kasse", ["8.25\t2025-01-02"]);
    await ask(page, "select sum(id)::integer, max(day) from events", ["3\t2025-01-31"]);
    await ask(page, "select count(s)::integer, sum(n)::integer from (from t union all from t2)", [
      "2\t6",
    ]);

    const endless =
      "select count(*) from bank.transactions a, bank.transactions b, bank.transactions c";
    await untilAsked(page, () => run(page, endless));
    await expect.poll(() => page.locator(".cell-status").innerText()).toMatch(/Asking/);
    await page.getByRole("button", {name: "Stop"}).click();
    await expect.poll(() => page.locator(".cell-status").innerText()).toMatch(/Stopped/);
    await ask(page, "select count(*)::integer from files.kasse, shop.orders", ["7"]);

    await page.getByRole("button", {name: "Take kasse.csv away"}).click();
    await run(page, "from files.kasse");
    await expect
      .poll(() => page.locator(".cell-complaint").innerText())
      .toMatch(/^missing file: files\.kasse/);
    expect(
      asked.filter(
        (each) =>
          !/^(GET|HEAD) /.test(each) || (!each.includes(site.url) && !each.includes("blob:")),
      ),
    ).toEqual([]);
  });

  /** Whether somebody in the small bank lives in Rome. */
  async function hasRome(page: Page): Promise<string[]> {
    await run(page, "select count(*) > 0 from bank.users where city = 'Rome'");
    const shown = page.locator("tbody tr:not(.space)");
    await expect
      .poll(() => shown.allInnerTexts())
      .toEqual([expect.stringMatching(/^(true|false)$/)]);
    return (await shown.first().innerText()) === "true" ? ["Rome\tnull\ttrue"] : [];
  }

  it("say in one message what is wrong with them, and leave nothing half done", async () => {
    const page = await open();
    const cut = new Uint8Array(13_000);
    cut.set(new TextEncoder().encode("01234567DUCK"));
    cut[4096 + 8] = 1;
    cut[4096 + 32] = 3;
    const bad: readonly [string, string | Uint8Array, RegExp][] = [
      ["empty.csv", "", /^empty file: empty\.csv/],
      ["cut.csv", "a,b,c\n1,2,3\n4,5", /^cut\.csv line 3: 2 values where the first line has 3/],
      ["open.csv", 'a,b\n1,"x\n', /^open\.csv line 2: a quote is opened/],
      ["cut.jsonl", '{"a": 1}\n{"a":', /^cut\.jsonl line 2: no JSON/],
      ["old.csv", Uint8Array.of(97, 10, 0xfc, 10), /^old\.csv line 2: letters that are not UTF-8/],
      ["t.parquet", "PAR1....", /^t\.parquet is a Parquet file, .*write it as CSV or Arrow/],
      ["photo.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), /^photo\.png is a picture/],
      ["text.duckdb", "this is no database at all", /^text\.duckdb is not a DuckDB database/],
      ["cut.duckdb", cut, /^cut\.duckdb is cut off/],
      ["cut.arrow", "ARROW1\0\0....", /^cut\.arrow is cut off/],
    ];
    for (const [name, content, words] of bad) {
      await page.locator(".file-words span").evaluate((span) => span.replaceChildren());
      expect(await add(page, name, content)).toMatch(words);
    }
    expect(await listed(page)).toEqual([]);
    await ask(page, "select count(*)::integer from duckdb_tables() where database_name = 'files'", [
      "0",
    ]);
    expect(await add(page, "cut.csv", "a,b\n1,2\n")).toMatch(/is now the table files\.cut /);
    await page.locator(".file-words span").evaluate((span) => span.replaceChildren());
    expect(await add(page, "cut.csv", "a,b\n1\n")).toMatch(/^cut\.csv line 2/);
    await ask(page, "from files.cut", ["1\t2"]);
  });

  it("are named by a notebook that reads them, and read once they are here", async () => {
    const sql = "select n * 2 as m from numbers";
    const page = await open(sql, [{name: "numbers", file: "My numbers.csv"}]);
    await expect
      .poll(() => page.locator(".cell-complaint").innerText())
      .toBe("missing file: numbers (drop My numbers.csv on this page)");
    await page.locator(".cm-lintRange-error, .cell-complaint").first().waitFor();
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(["n\n21\n"], "My numbers.csv"));
      return transfer;
    });
    const target = page.locator(".drop-target");
    expect(await target.isVisible()).toBe(false);
    await page.dispatchEvent(".notebook", "dragover", {dataTransfer: files});
    await target.waitFor();
    const editor = page.locator(".cm-content").first();
    const written = await editor.innerText();
    await editor.dispatchEvent("drop", {dataTransfer: files});
    await target.waitFor({state: "hidden"});
    await expect.poll(() => listed(page)).toEqual(["files.numbers 1 row"]);
    expect(await editor.innerText(), "what is dropped on an editor").toBe(written);
    await ask(page, sql, ["42"]);
    await page.locator(".cell-complaint").waitFor({state: "hidden"});
  });

  it("the engine starts again where a query takes more memory than there is, with its files", async () => {
    const page = await open();
    await add(page, "kept.csv", "n\n5\n");
    await run(page, "select unnest(range(3000000000)) as n");
    await expect.poll(() => page.locator(".cell-error").innerText()).toMatch(/^out of memory/i);
    await ask(page, "select n from kept", ["5"]);
  });
});
