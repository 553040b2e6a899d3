import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {tableNames} from "../../../src/lib/bank/schema.js";
import {bank, runSeed} from "../../support/bank.js";
import {stagedBank} from "../../support/stagedBank.js";

const folder = mkdtempSync(join(tmpdir(), "countinghouse-odd-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

/** The exit code and the one line of a refused run. */
function refusal(...args: string[]): {code: number; lines: string[]} {
  try {
    runSeed([...args, "--out", join(folder, "refused")]);
  } catch (error) {
    const {status, stderr} = error as {status: number; stderr: string};
    return {code: status, lines: stderr.trim().split("\n")};
  }
  throw new Error("the run was not refused");
}

describe("npm run seed with odd numbers", () => {
  it.each([
    {individuals: 0, companies: 3, months: 2},
    {individuals: 20, companies: 0, months: 2},
    {individuals: 200, companies: 3, months: 1},
    {individuals: 0, companies: 0, months: 1},
    {individuals: 1, companies: 40, months: 13, start: "2024-02"},
  ])(
    "makes a whole bank of $individuals people, $companies companies, $months months",
    async (odd) => {
      const {query} = await stagedBank(bank(odd));
      for (const [table, count] of [
        ["individuals", odd.individuals],
        ["companies", odd.companies],
      ]) {
        const rows = await query(`select count(*)::integer as count from ${table}`);
        expect(rows).toEqual([{count}]);
      }
      const late =
        "select account_id from accounts where opened_on > (select max(day) from calendar)";
      expect(await query(late)).toEqual([]);
    },
  );

  it.each([
    [["--individuals", "-1"], /invalid --individuals: -1/],
    [["--companies", "many"], /invalid --companies: "many" is not a whole number/],
    [["--months", "NaN"], /invalid --months: "NaN" is not a whole number/],
    [["--months", "0"], /invalid --months: 0/],
    [["--seed", "1.5"], /invalid --seed: "1.5" is not a whole number/],
    [["--start", "2025-13"], /invalid month: "2025-13"/],
    [["--weeks", "3"], /unknown option '--weeks'/],
  ])("refuses %j with one line and exit code 2", (args, message) => {
    const {code, lines} = refusal(...args);
    expect(code).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(message);
    expect(existsSync(join(folder, "refused"))).toBe(false);
  });

  it("does not replace a folder that is not a bank", () => {
    const precious = join(folder, "refused");
    mkdirSync(precious);
    writeFileSync(join(precious, "thesis.txt"), "irreplaceable");
    expect(refusal().lines).toEqual([expect.stringMatching(/^not a bank: .*refused/)]);
    expect(readFileSync(join(precious, "thesis.txt"), "utf8")).toBe("irreplaceable");
    rmSync(precious, {recursive: true});
  });
});

describe("a bank's files", () => {
  const small = {individuals: 60, companies: 8, months: 3};

  it("are those of the schema, with rows that pass every check on the way in", async () => {
    const manifest = JSON.parse(readFileSync(join(bank(small), "manifest.json"), "utf8"));
    expect(manifest.files.map(({table}: {table: string}) => table)).toEqual([...tableNames]);
    const {query} = await stagedBank(bank(small));
    for (const {table, rows} of manifest.files) {
      expect(await query(`select count(*)::integer as rows from ${table}`)).toEqual([{rows}]);
    }
  });
});
