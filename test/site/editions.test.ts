import {cpSync, existsSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {DuckDBInstance} from "@duckdb/node-api";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {environment} from "../../loaders/environment.js";
import {readRows} from "../../loaders/rows.js";
import {filesBelow} from "../../loaders/sourceFiles.js";
import {findLeaks} from "../../scripts/leaks/findLeaks.js";
import {newPage} from "../../scripts/site/browser.js";
import {type OpenSite, openSite} from "../../scripts/site/openSite.js";
import {readThrough} from "../../scripts/site/readThrough.js";
import {pagePaths, visitSite} from "../../scripts/site/visitSite.js";
import {linkLetters} from "../../src/lib/notebook/notebookLink.js";
import {linkPrefix} from "../../src/lib/notebook/pageMeta.js";
import {pageFile} from "../../src/lib/site/pageFile.js";
import {browserTest} from "../support/browser.js";
import {duckdbContent} from "../support/duckdbContent.js";
import {spawnOffline} from "../support/offline.js";
import {runIn} from "../support/project.js";
import {builtProject, copyBuiltProject} from "../support/site.js";
import {temporaryFolder} from "../support/tinyBank.js";

const folder = join(temporaryFolder("editions"), "project");
const seed = join(folder, "data/seed");

/** What the comments on tables and the notebook's first questions name. */
const examples = ["ind-000001", "ind-000017", "ind-000017-chk", "com-00012", "adm-001"];

/** Nobody else's balance: it is planted. */
const canaryAmount = "7654321.37";

/** Rewrites a table of the bank, and asks its files. */
async function openFiles() {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const csv = (table: string) => `read_csv('${join(seed, `${table}.csv`)}', all_varchar = true)`;
  for (const table of [
    "users",
    "accounts",
    "transactions",
    "invoices",
    "individuals",
    "counterparties",
  ])
    await connection.run(`create view ${table} as from ${csv(table)}`);
  return {
    async plant(table: string, replacements: string): Promise<void> {
      await connection.run(
        `create temp table planted as select * replace (${replacements}) from ${table}`,
      );
      await connection.run(
        `copy planted to '${join(seed, `${table}.csv`)}' (header); drop table planted`,
      );
    },
    async words(sql: string): Promise<string[]> {
      return (await readRows(await connection.run(sql))).map(({word}) => String(word));
    },
    close: () => instance.closeSync(),
  };
}

type Files = Awaited<ReturnType<typeof openFiles>>;

let files: Files;
beforeAll(async () => {
  await copyBuiltProject(folder);
  // of its code the compressed forms are taken
  cpSync(join(await builtProject(), "dist"), join(folder, "dist"), {recursive: true});
  files = await openFiles();
  await files.plant(
    "users",
    `'canary.' || user_id || '@example.com' as email,
    case when kind = 'individual' then 'Canary of ' || user_id else name end as name`,
  );
  await files.plant("transactions", "'canarytext ' || transaction_id as description");
  await files.plant(
    "accounts",
    `case when account_id in ('com-00002-chk', 'ind-000002-chk') then '${canaryAmount}' else opening_balance_eur end
      as opening_balance_eur`,
  );
  expect(
    await files.words(
      `select count(*) as word from accounts where opening_balance_eur = '${canaryAmount}'`,
    ),
  ).toEqual(["2"]);
});
afterAll(() => files?.close());

const build = (edition: string, output: string) =>
  runIn(folder, ["--import", "tsx", "scripts/build.ts", "--edition", edition, "--output", output], {
    start: spawnOffline,
  });

/** Whom customers deal with: themselves, who pays them or is paid, whom they have written an invoice to, and who employs them. */
const dealtWith = (subjects: readonly string[]) => {
  const list = subjects.map((id) => `'${id}'`).join(", ");
  return `select unnest([${list}]) as user_id
    union select others.user_id from transactions
      join accounts on accounts.account_id = transactions.account_id
      join accounts others on others.account_id = transactions.counter_account_id
      where accounts.user_id in (${list})
    union select customer_id from invoices where company_id in (${list}) and customer_id is not null
    union select employer_id from individuals where user_id in (${list}) and employer_id is not null`;
};

/** What the site of these customers must not say, by the files of the bank alone. */
async function canaries(subjects: readonly string[]): Promise<Set<string>> {
  const known = subjects.length === 0 ? "select '' as user_id" : dealtWith(subjects);
  const list = ["", ...subjects].map((id) => `'${id}'`).join(", ");
  const words = await files.words(
    `select email as word from users
    union all select iban from accounts
    union all select description from transactions
    union all select name from users where user_id not in (select user_id from (${known}))
      and name not in (select name from users where user_id in (select user_id from (${known})))
    union all select user_id from users where user_id not in (select user_id from (${known}))
    union all select account_id from accounts where user_id not in (${list})`,
  );
  return new Set([...words, canaryAmount].filter((word) => !examples.includes(word)));
}

async function leaksOf(output: string, subjects: readonly string[]) {
  const known = subjects.length === 0 ? "select '' as user_id" : dealtWith(subjects);
  const names = await files.words(
    `select name as word from users where user_id in (select user_id from (${known}))`,
  );
  const words = {forbidden: await canaries(subjects), allowed: new Set(names)};
  return findLeaks(join(folder, output), words, {
    packages: join(folder, "src/.observablehq/cache"),
  });
}

interface Case {
  readonly edition: string;
  readonly subjects: readonly string[];
  readonly pages: readonly string[];
}

const companyPages = [
  "company/cash",
  "company/payroll",
  "company/profit-and-loss",
  "company/runway",
];
const personPages = [
  "person/budget",
  "person/lifestyle",
  "person/overview",
  "person/portfolio",
  "person/savings",
];
const group = ["ind-000006", "ind-000005"];
const cases: readonly Case[] = [
  {
    edition: "company:com-00003",
    subjects: ["com-00003"],
    pages: [...companyPages, "workbench/notebook"],
  },
  {
    edition: "person:ind-000005",
    subjects: ["ind-000005"],
    pages: [...personPages, "workbench/notebook"],
  },
  {edition: "group:clients.txt", subjects: group, pages: [...personPages, "workbench/notebook"]},
  {
    edition: "public",
    subjects: [],
    pages: ["companies/payroll", "people/budgets", "people/savings"],
  },
];
const outputOf = (edition: string) => `site-${edition.replace(/\W+/g, "-")}`;

describe.each(cases)("the edition $edition", ({edition, subjects, pages}) => {
  const output = outputOf(edition);
  beforeAll(async () => {
    writeFileSync(join(folder, "clients.txt"), `${group.join("\n")}\n`);
    await build(edition, output);
  });

  it("has the pages of its audience, and a first page that leads to one of them", () => {
    expect(pagePaths(join(folder, output))).toEqual(["", ...pages].sort());
    const [, first] =
      /url=([^"]+)"/.exec(readFileSync(join(folder, output, "index.html"), "utf8")) ?? [];
    expect(existsSync(join(folder, output, String(first)))).toBe(true);
  });

  it("tells of nobody else, in no file", async () => {
    expect(await leaksOf(output, subjects)).toEqual([]);
  });

  it("passes the check that takes its rules for granted, too", async () => {
    const said = await runIn(folder, [
      "--import",
      "tsx",
      "scripts/check-leaks.ts",
      "--folder",
      output,
      "--edition",
      edition,
    ]);
    expect(said).toMatch(/^0 of \d{3,} texts/m);
  });

  it.runIf(browserTest)("leads nowhere that is not there, and shows no error", async () => {
    const visits = await visitSite(join(folder, output), {env: environment});
    // somebody may have no savings and no portfolio: a chart that says so is none
    const problems = visits
      .flatMap((visit) => visit.problems)
      .filter((text) => !/empty chart/.test(text));
    expect(problems).toEqual([]);
  });

  it("is left where nothing has changed", async () => {
    expect(await build(edition, output)).toMatch(/nothing has changed in/);
  });
});

describe("many editions at once", () => {
  const companies = ["com-00002", "com-00003", "com-00004", "com-00005"];
  const editions = (names: readonly string[]) =>
    runIn(folder, ["--import", "tsx", "scripts/editions.ts", ...names, "--output", "many"], {
      start: spawnOffline,
    });

  it("are the sites that each would be alone, and are left where nothing has changed", async () => {
    const names = companies.map((id) => `company:${id}`);
    expect(await editions(names)).toMatch(/^built 4 editions below many/m);
    const alone = outputOf("company:com-00003");
    await build("company:com-00003", alone);
    // their names tell what is in them, but for the bank's, which differs from one making to the next
    const isBank = (file: string) => /^data\/bank\.\w+\.duckdb$/.test(file);
    const dataFiles = (site: string) =>
      filesBelow(join(folder, site, "_file")).filter((file) => !isBank(file));
    const bank = (site: string) => {
      const place = join(folder, site, "_file");
      return duckdbContent(join(place, filesBelow(place).find(isBank)!));
    };
    expect(dataFiles("many/company-com-00003")).toEqual(dataFiles(alone));
    expect(await bank("many/company-com-00003")).toEqual(await bank(alone));
    expect(await bank("many/company-com-00002")).not.toEqual(await bank(alone));
    expect(pagePaths(join(folder, "many/company-com-00003"))).toEqual(
      pagePaths(join(folder, alone)),
    );
    const sites = companies.map((id) => dataFiles(`many/company-${id}`).join());
    expect(new Set(sites).size).toBe(companies.length);
    expect(await editions(names)).toMatch(/^built 0 editions below many .*, 4 unchanged$/m);
  });

  it("stop at the first that fails, and leave no site half built", async () => {
    const page = join(folder, "src/company/cash.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(page, `${text}\n<img src="./nowhere.svg" alt="">\n`);
    try {
      await expect(editions(["company:com-00006", "company:com-00007"])).rejects.toThrow(/nowhere/);
    } finally {
      writeFileSync(page, text);
    }
    for (const id of ["com-00006", "com-00007"])
      expect(existsSync(join(folder, `many/company-${id}`))).toBe(false);
    const made = readdirSync(join(folder, "src/.observablehq"));
    expect(made.filter((name) => name.startsWith("editions"))).toEqual([]);
  });
});

describe.runIf(browserTest)("a company's finance lead, in search of a second company", () => {
  let site: OpenSite;
  let other: string;
  beforeAll(async () => {
    site = await openSite(join(folder, outputOf("company:com-00003")), {
      base: "/",
      env: environment,
    });
    [other = ""] = await files.words("select name as word from users where user_id = 'com-00002'");
  });
  afterAll(() => site?.close());
  const open = async (path: string): Promise<Page> => {
    const page = await newPage(site.browser);
    await page.goto(site.url + pageFile(path));
    return page;
  };

  it.each(companyPages)("finds at its address what is at that of no company: %s", async (path) => {
    const texts = [];
    for (const id of ["com-00002", "no-such-company"]) {
      const page = await open(`${path}?id=${id}`);
      await readThrough(page);
      texts.push((await page.locator("body").innerText()).replaceAll(id, ""));
      await page.close();
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).not.toContain(other);
  });

  it("finds nothing by the search, but the own name", async () => {
    const page = await open("company/cash");
    await page.locator(".profile-who", {hasText: "customer since"}).waitFor();
    const own = String(await page.locator("h1").textContent());
    await page.keyboard.press("/");
    await page.locator("#site-search").fill(own.slice(0, 8));
    await page.getByRole("option", {name: own}).first().waitFor();
    await page.locator("#site-search").fill(other);
    await expect.poll(() => page.getByRole("option", {name: other}).count()).toBe(0);
    await page.close();
  });

  it("finds in the notebook the own accounts, and of others names", async () => {
    const ask = async (name: string, sql: string) => {
      const letters = await linkLetters({title: "Test", cells: [{name, kind: "sql", source: sql}]});
      const page = await open(`workbench/notebook${linkPrefix}${letters}`);
      await page.locator(".cm-content").first().waitFor();
      await page.locator(".cm-content").first().press("Control+Enter");
      await page.locator("main td").first().waitFor();
      const cells = await page.locator("main td").allInnerTexts();
      await page.close();
      return cells.map((cell) => cell.trim());
    };
    expect(await ask("owners", "select distinct user_id from bank.accounts")).toEqual([
      "com-00003",
    ]);
    expect(
      await ask("seats", "select count(*) as n from bank.users where city is not null"),
    ).toEqual(["1"]);
    expect(
      await ask(
        "strangers",
        "select count(*) as n from bank.transactions where account_id not like 'com-00003-%'",
      ),
    ).toEqual(["0"]);
  });
});

describe("a rule that is wrong", () => {
  const rules = join(folder, "sql/editions/company.sql");

  it.each([
    [
      "other companies' accounts",
      /(?<=from bank\.accounts\n)where user_id in \(from subjects\)/,
      "",
      /accounts\.account_id has a row of/,
    ],
    [
      "a column too many",
      /(?<=-- Names of the company[^\n]*\n)select\n {2}user_id,/,
      "select\n  email, user_id,",
      /users\.email is told in no edition/,
    ],
  ])("is refused before anything is built: %s", async (_, from, to, message) => {
    const text = readFileSync(rules, "utf8");
    const wrong = text.replace(from, to);
    expect(wrong).not.toBe(text);
    writeFileSync(rules, wrong);
    try {
      await expect(build("company:com-00003", "site-wrong")).rejects.toThrow(message);
      expect(existsSync(join(folder, "site-wrong"))).toBe(false);
    } finally {
      writeFileSync(rules, text);
    }
  });

  it("is found in the site, where what it tells is no row of a table: all keys of a dataset", async () => {
    const text = readFileSync(rules, "utf8");
    writeFileSync(
      rules,
      text.replace(
        "select user_id as key from subjects",
        "select user_id as key from bank.companies",
      ),
    );
    try {
      await build("company:com-00003", "site-wrong");
    } finally {
      writeFileSync(rules, text);
    }
    const words = (await leaksOf("site-wrong", ["com-00003"])).map(({word}) => word);
    expect(words).toContain("com-00002");
    const check = [
      "--import",
      "tsx",
      "scripts/check-leaks.ts",
      "--folder",
      "site-wrong",
      "--edition",
      "company:com-00003",
    ];
    await expect(runIn(folder, check)).rejects.toThrow(/company-futures\.\w+\.keyed: "com-00002"/);
  });
});
