import {spawnSync} from "node:child_process";
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {environment, projectRoot} from "../../loaders/environment.js";
import {bankFolder} from "../support/bankFolder.js";
import {copyProject} from "../support/projectCopy.js";
import {folderHash, statementFile, statementText} from "../support/statementImport.js";
import {temporaryFolder} from "../support/tinyBank.js";

const account = "ind-000001-chk";
const file = statementFile(
  statementText(
    "2025-06-10 | Lidl | Card payment | | -12.50",
    "2025-06-11 | Xyzzy | 17 | | -4.00",
    "2025-06-12 | Lidl | Card payment | | -90000.00",
    "2025-06-13 | Lidl | Card payment | | -1x",
  ),
);

function run(...args: string[]) {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/import.ts", ...args],
    {cwd: projectRoot, encoding: "utf8", env: {...environment, DATA_SOURCE: "csv"}},
  );
  const short = (text: string) => text.replaceAll(/\S*\/(?=june|open|own)/g, "");
  return {stdout: short(stdout), stderr: short(stderr), status};
}

describe("npm run import", () => {
  it("prints what it books, leaves out and doubts, and in a dry run each row with its reason", () => {
    const {folder} = bankFolder();
    const before = folderHash(folder);
    const counts =
      "june.csv: 2 inserted, 0 unchanged, 2 left out (1 not enough money, 1 unreadable), 1 doubtful";
    const rest = [
      "  left out: not enough money: line 4",
      '  left out: line 5: no amount in Amount: "-1x"',
      "  doubtful: line 3: no rule knows it (booked as Between people)",
    ];
    const dry = run(file, "--account", account, "--into", folder, "--dry-run");
    expect(dry.stdout.split("\n")).toEqual([
      counts,
      "  + line 2: 2025-06-10 -12.50 Lidl: Groceries, because text contains Lidl (line 2 of groceries)",
      "  + line 3: 2025-06-11 -4.00 Xyzzy: Between people, because no rule and no correction knows it",
      ...rest,
      "",
    ]);
    expect([dry.status, folderHash(folder)]).toEqual([0, before]);
    const wet = run("--account", account, file, "--into", folder);
    expect([wet.status, wet.stdout.split("\n")]).toEqual([0, [counts, ...rest, ""]]);
    expect(folderHash(folder)).not.toBe(before);
  });

  it("counts each file, and all of them", () => {
    const {folder} = bankFolder();
    const {stdout} = run(file, file, "--account", account, "--into", folder);
    expect(stdout.split("\n").filter((line) => !line.startsWith(" "))).toEqual([
      "june.csv: 2 inserted, 0 unchanged, 2 left out (1 not enough money, 1 unreadable), 1 doubtful",
      "june.csv: 0 inserted, 2 unchanged, 2 left out (1 not enough money, 1 unreadable), 0 doubtful",
      "in all: 2 inserted, 2 unchanged, 4 left out (2 not enough money, 2 unreadable), 1 doubtful",
      "",
    ]);
  });

  it("takes a file of rules, and says in one line where it is wrong", () => {
    const {folder} = bankFolder();
    const rules = join(temporaryFolder("rules"), "own.rules");
    writeFileSync(rules, "if payee contains Xyzzy then category recreation\n");
    const args = [file, "--account", account, "--into", folder, "--rules", rules];
    expect(run(...args, "--dry-run").stdout).toContain(
      "Xyzzy: Recreation and culture, because payee contains Xyzzy (line 1 of own.rules)",
    );
    writeFileSync(rules, "if payee contains Xyzzy then category fun\n");
    expect(run(...args)).toMatchObject({status: 1, stdout: ""});
    expect(
      run(...args)
        .stderr.trim()
        .split("\n"),
    ).toEqual([expect.stringMatching(/own\.rules.*fun/)]);
  });

  it("refuses in one line, with the bank as it was, and how it cannot be called", () => {
    const {folder} = bankFolder();
    const before = folderHash(folder);
    const open = statementFile("Date,Payee,Amount\n03/04/2025,Tea,-3.20\n", "open.csv");
    const into = ["--account", account, "--into", folder];
    const lines = (...args: string[]) => {
      const {status, stderr} = run(...args);
      return [status, stderr.trim().split("\n").length, stderr];
    };
    expect(lines(file, open, ...into)).toEqual([
      1,
      1,
      expect.stringMatching(
        /open\.csv: line 2: the date "03\/04\/2025" is .*--dates dmy or --dates mdy/,
      ),
    ]);
    expect(lines(file, "june-none.csv", ...into)).toEqual([
      1,
      1,
      expect.stringContaining("june-none.csv: no such file"),
    ]);
    expect(lines(file)).toEqual([2, 1, expect.stringContaining("missing --account")]);
    expect(run("--help")).toMatchObject({status: 0, stdout: expect.stringContaining("--dry-run")});
    expect(folderHash(folder)).toBe(before);
  });

  it("goes into data/seed, and npm run data makes datasets of what it booked", async () => {
    const copy = copyProject({
      "lidl.csv.sql": `-- How much went to Lidl?
-- Grain: one row.
-- Columns: paid_eur.
select sum(amount_eur) as paid_eur
from bank.transactions
join bank.counterparties on counterparties.counterparty_id = transactions.counterparty_id
where counterparties.name = 'Lidl'
order by paid_eur
`,
    });
    const imported = await copy.run("scripts/import.ts", file, "--account", account);
    expect(imported.code).toBe(0);
    expect(imported.stderr).toContain("imported into ind-000001-chk: data/seed");
    expect(await copy.run("scripts/data.ts")).toMatchObject({code: 0});
    expect(copy.read("src/.observablehq/cache/data/lidl.csv")).toBe("paid_eur\n-12.50\n");
  });
});
