import {spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";

const folder = mkdtempSync(join(tmpdir(), "statement-"));
afterAll(() => rmSync(folder, {recursive: true}));

function fileWith(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

function run(...args: string[]) {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/statement.ts", ...args],
    {cwd: projectRoot, encoding: "utf8", maxBuffer: 1e9},
  );
  return {stdout, stderr: stderr.replaceAll(`${folder}/`, ""), status};
}

const bank = fileWith(
  "bank.csv",
  "Buchungstag;Empfänger;Verwendungszweck;Betrag;Währung\n31.01.2024;Tee  Laden;;-1.280;EUR\n30.01.2024;;Zins;0,5;EUR\n",
);

describe("npm run statement", () => {
  it("prints the rows in the order of the file, one a line", () => {
    expect(run(bank)).toEqual({
      status: 0,
      stderr: "",
      stdout: `[
  {"date":"2024-01-31","amount":"-1280.00","currency":"EUR","counterparty":"Tee Laden","description":"","category":"","line":2},
  {"date":"2024-01-30","amount":"0.50","currency":"EUR","counterparty":"","description":"Zins","category":"","line":3}
]
`,
    });
  });

  it("prints trades with --trades, and none of a bank's file", () => {
    const broker = fileWith(
      "broker.csv",
      "Date,Action,Symbol,Quantity,Price,Commission,Amount,Currency\n2024-01-31,Sell,AAPL,-1.5,200.10,1.00,299.15,USD\n",
    );
    expect(JSON.parse(run("--trades", broker).stdout)).toEqual([
      {
        date: "2024-01-31",
        symbol: "AAPL",
        side: "sell",
        quantity: "1.5",
        price: "200.10",
        fee: "1.00",
        currency: "USD",
      },
    ]);
    expect(run(bank, "--trades").stdout).toBe("[]\n");
  });

  it("prints what was recognised, left out and doubted with --json-report", () => {
    const report = JSON.parse(run(bank, "--json-report").stdout);
    expect(report).toMatchObject({row_count: 2, left_out: [], problems: [], doubts: []});
    expect(report.recognised).toMatchObject({encoding: "utf-8", delimiter: ";", headLine: 1});
  });

  it("says with --json-report how many balances follow from the rows, and in which order", () => {
    const balanceOf = (name: string, lines: string) =>
      JSON.parse(run(fileWith(name, lines), "--json-report").stdout).recognised.balance;
    const head = "Date,Description,Amount,Balance\n";
    const rows = ["2024-01-30,Tea,-3.20,96.80", "2024-01-31,Pay,20.00,116.80"];
    expect(balanceOf("older.csv", `${head}${rows.join("\n")}\n`)).toBe(
      "1 of 1 steps hold, oldest first",
    );
    expect(balanceOf("newer.csv", `${head}${rows.toReversed().join("\n")}\n`)).toBe(
      "1 of 1 steps hold, newest first",
    );
    expect(balanceOf("bare.csv", "Date,Description,Amount\n2024-01-31,Tea,-3.20\n")).toBe("none");
  });

  describe("what could not be read, and what is doubtful", () => {
    const rows = [
      "Date,Description,Amount,Balance",
      "2026-02-26,Tea,-1.00,101.50",
      "2026-02-30,Bad date,-5.00,96.50",
      "2026-03-01,Hat,-2.00,94.50",
      "2026-03-02,Pay,5.00,99.50",
    ];
    const gapped = fileWith("gapped.csv", `${rows.join("\n")}\n`);
    const told = [
      'gapped.csv:3: left out: no such day in Date: "2026-02-30"',
      "gapped.csv:4: doubtful: the balance does not follow from the amount",
    ];

    it("is a line each on stderr, beside the rows that were read", () => {
      const {stdout, stderr, status} = run(gapped);
      expect(stderr.split("\n")).toEqual([...told, ""]);
      expect(JSON.parse(stdout).map(({line}: {line: number}) => line)).toEqual([2, 4, 5]);
      expect(status).toBe(0);
      const traded = run(gapped, "--trades");
      expect([traded.stdout, traded.stderr.split("\n")]).toEqual(["[]\n", [...told, ""]]);
    });

    it("is in the report alone with --json-report", () => {
      const {stdout, stderr} = run(gapped, "--json-report");
      expect(stderr).toBe("");
      expect(JSON.parse(stdout)).toMatchObject({
        problems: [{line: 3, reason: "no such day"}],
        doubts: ["line 4: the balance does not follow from the amount"],
      });
    });

    it("names no line where it is of the whole file, and no column where it is of a row", () => {
      const bare = fileWith("bare.csv", "Date,Description,Amount\n2024-01-31,Tea,3.20\n");
      expect(run(bare).stderr).toBe(
        "bare.csv: doubtful: no amount has a sign: all are read as payments in\n",
      );
      const cut = fileWith(
        "cut.csv",
        '"Date";"Description";"Amount"\n"2024-01-31";"Tea";"-1.00"\n"2024-02-01";"Ha',
      );
      expect(run(cut).stderr).toBe("cut.csv:3: left out: the file breaks off within quotes\n");
    });

    it("is told of every format", () => {
      const qif = fileWith(
        "bad.qif",
        "!Type:Bank\nD31/01/2024\nT-3.20\n^\nD31/02/2024\nT-5.00\n^\n",
      );
      expect(run(qif, "--dates", "dmy")).toMatchObject({
        status: 0,
        stderr: expect.stringMatching(/^bad\.qif:\d+: left out: .+\n$/),
      });
    });
  });

  it("asks for the order of dates in one line, and takes --dates", () => {
    const file = fileWith("open.csv", "Date,Description,Amount\n03/04/2024,Tea,-3.20\n");
    expect(run(file)).toEqual({
      status: 1,
      stdout: "",
      stderr:
        'open.csv: line 2: the date "03/04/2024" is 2024-04-03 (dmy) or 2024-03-04 (mdy), and no other line settles it (say --dates dmy or --dates mdy)\n',
    });
    expect(JSON.parse(run("--dates", "mdy", file).stdout)[0].date).toBe("2024-03-04");
  });

  it("takes --amounts for amounts without signs", () => {
    const file = fileWith("bare.csv", "Date,Description,Amount\n2024-01-31,Tea,3.20\n");
    expect(JSON.parse(run("--amounts", "out", file).stdout)[0].amount).toBe("-3.20");
    expect(JSON.parse(run("--amounts", "in", file).stdout)[0].amount).toBe("3.20");
    expect(run("--amounts", "both", file)).toMatchObject({status: 2});
  });

  it("refuses in one line what cannot be read, and how it cannot be called", () => {
    const picture = fileWith("picture.csv", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10));
    expect(run(picture)).toMatchObject({
      status: 1,
      stderr: "picture.csv: no delimited text but a picture (export the table as CSV)\n",
    });
    expect(run(join(folder, "none.csv"))).toMatchObject({
      status: 1,
      stderr: "none.csv: no such file\n",
    });
    expect(run(folder).stderr).toMatch(/: cannot be read: EISDIR\n$/);
    expect(run()).toMatchObject({status: 2, stderr: expect.stringContaining("missing file")});
    expect(run(bank, bank)).toMatchObject({status: 2});
    expect(run(bank, "--dates", "ymd")).toMatchObject({status: 2});
    expect(run(bank, "--colour").stderr).toContain("unknown option '--colour'");
  });

  it("reads fifty megabytes", () => {
    const line =
      "31.01.2024;Tee Laden;Rechnung 4711 vom Januar, vielen Dank für Ihren Einkauf;-12,80;EUR\n";
    const head = "Buchungstag;Empfänger;Verwendungszweck;Betrag;Währung\n";
    const count = Math.ceil(50e6 / line.length);
    const {stdout, status} = run(fileWith("large.csv", head + line.repeat(count)), "--json-report");
    expect(status).toBe(0);
    expect(JSON.parse(stdout).row_count).toBe(count);
  });
});
