import {execFileSync, spawnSync} from "node:child_process";
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {projectRoot} from "../../loaders/environment.js";
import {holdingsReport} from "../../scripts/holdings/report.js";
import type {Method} from "../../src/lib/investing/trade.js";

const folder = mkdtempSync(join(tmpdir(), "holdings-"));
afterAll(() => rmSync(folder, {recursive: true}));
const header = "date,account,symbol,side,quantity,price,fee";

function fileWith(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

function run(...args: string[]) {
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    ["--import", "tsx", "scripts/holdings.ts", ...args],
    {cwd: projectRoot, encoding: "utf8"},
  );
  return {stdout, stderr, status};
}

/** The report on trades without a header, as it is and parsed. */
function holdingsOf(
  rows: string,
  {splits, method = "average"}: {splits?: string; method?: Method} = {},
) {
  const tradesFile = fileWith("trades.csv", `${header}\n${rows.trim().replaceAll(/^ +/gm, "")}\n`);
  const text = holdingsReport({tradesFile, splitsFile: splits, method});
  return {text, rows: JSON.parse(text) as Record<string, unknown>[]};
}

/** The message, without the folder, with which a report on the files is refused. */
function refusal(trades: string, splits?: string): string {
  const tradesFile = fileWith("trades.csv", trades);
  const splitsFile = splits === undefined ? undefined : fileWith("splits.csv", splits);
  try {
    return holdingsReport({tradesFile, splitsFile, method: "average"});
  } catch (error) {
    return String(error).replaceAll(`${folder}/`, "");
  }
}

const twoLots = `
  2025-05-02,A,X,buy,10,10.00,0
  2025-05-03,A,X,buy,10,12.00,0
  2025-05-04,A,X,sell,5,15.00,1.50`;

describe("npm run holdings", () => {
  it("prints one position a line, at moving average cost by default", () => {
    // cost 220 − 5 × 11; 75 − 1.50 − 55
    expect(holdingsOf(twoLots).text).toBe(
      '[\n  {"account": "A", "symbol": "X", "quantity": 15, "cost_eur": 165.00, "average_cost_eur": 11, "realized_eur": 18.50}\n]\n',
    );
  });

  it("takes the oldest lots first with --method fifo", () => {
    expect(holdingsOf(twoLots, {method: "fifo"}).rows).toEqual([
      {
        account: "A",
        symbol: "X",
        quantity: 15,
        cost_eur: 170,
        average_cost_eur: 11.333333,
        realized_eur: 23.5,
      },
    ]);
  });

  it("sorts by account and symbol, and lists what is sold out with quantity 0", () => {
    const {rows} = holdingsOf(`
      2025-05-02,B,X,buy,1,10,0
      2025-05-02,A,Y,buy,1,10,0
      2025-05-02,A,X,buy,1,10,0
      2025-05-03,A,X,sell,1,12,0`);
    expect(rows.map(({account, symbol}) => `${account} ${symbol}`)).toEqual(["A X", "A Y", "B X"]);
    expect(rows[0]).toEqual({
      account: "A",
      symbol: "X",
      quantity: 0,
      cost_eur: 0,
      average_cost_eur: null,
      realized_eur: 2,
    });
  });

  it("takes trades by date, and those of one day in the order of the file", () => {
    const {rows} = holdingsOf(`
      2025-05-04,A,X,sell,1,12,0
      2025-05-02,A,X,buy,1,10,0
      2025-05-04,A,X,buy,1,11,0`);
    expect(rows[0]).toMatchObject({quantity: 1, cost_eur: 11, realized_eur: 2});
  });

  it("applies splits before the trades of their day", () => {
    const splits = fileWith(
      "splits.csv",
      "date,symbol,shares_before,shares_after\n2025-05-03,X,1,4\n2025-05-03,Y,1,2\n",
    );
    const {rows} = holdingsOf(
      `2025-05-02,A,X,buy,1,100,0
       2025-05-03,A,X,sell,4,30,0`,
      {splits},
    );
    expect(rows[0]).toMatchObject({quantity: 0, realized_eur: 20});
  });

  it("takes prices with any number of decimals, and rounds amounts to the cent, halves away from zero", () => {
    const {text} = holdingsOf(`
      2025-05-02,A,X,buy,3,3.333333333333333333333,0
      2025-05-02,A,Y,buy,1,10.005,0
      2025-05-02,A,Z,buy,1,10.00499999999999999999,0`);
    expect(text).toContain('"symbol": "X", "quantity": 3, "cost_eur": 10.00');
    expect(text).toContain('"symbol": "Y", "quantity": 1, "cost_eur": 10.01');
    expect(text).toContain('"symbol": "Z", "quantity": 1, "cost_eur": 10.00');
  });

  it("keeps quantities of six decimals exact, as text a number could not", () => {
    const {text} = holdingsOf(`
      2025-05-02,A,X,buy,0.1,1,0
      2025-05-02,A,X,buy,0.2,1,0
      2025-05-02,A,Y,buy,9007199254.740991,0.01,0`);
    expect(text).toContain('"quantity": 0.3,');
    expect(text).toContain('"quantity": 9007199254.740991,');
  });

  it("reads Windows line ends, a BOM, spaces, quotes, other columns in any order", () => {
    const trades = fileWith(
      "windows.csv",
      '\uFEFFnote,account,date,symbol,side,quantity,price,fee\r\n"a, b",A, 2025-05-02,"X""1",BUY,1,10,0\r\n\r\n',
    );
    const text = holdingsReport({tradesFile: trades, splitsFile: undefined, method: "average"});
    expect(JSON.parse(text)).toMatchObject([{symbol: 'X"1', cost_eur: 10}]);
  });

  it("prints an empty array for a file without trades", () => {
    expect(holdingsOf("").text).toBe("[]\n");
  });

  it("prints nothing but JSON through npm", () => {
    const trades = fileWith("npm.csv", `${header}\n2025-05-02,A,X,buy,1,10,0\n`);
    const output = execFileSync("npm", ["run", "-s", "holdings", "--", "--trades", trades], {
      cwd: projectRoot,
      encoding: "utf8",
    });
    expect(JSON.parse(output)).toHaveLength(1);
  });
});

describe("npm run holdings on lists as brokers and spreadsheets write them", () => {
  const listed = (text: string | Buffer) => {
    writeFileSync(join(folder, "listed.csv"), text);
    const tradesFile = join(folder, "listed.csv");
    return JSON.parse(holdingsReport({tradesFile, splitsFile: undefined, method: "average"}));
  };
  const bought = [{account: "a", symbol: "ACORN", quantity: 1, cost_eur: 12.5}];
  const plain = `${header}\n2025-01-02,a,ACORN,buy,1,12.50,0\n`;

  it("reads a list that runs from the newest to the oldest backwards, also within a day", () => {
    const newestFirst = `${header}
2025-01-03,a,ACORN,sell,2,12,0
2025-01-02,a,ACORN,sell,3,11,0
2025-01-02,a,ACORN,buy,5,10,0
`;
    // 2 × (12 − 10) + 3 × (11 − 10)
    expect(listed(newestFirst)).toMatchObject([{quantity: 0, cost_eur: 0, realized_eur: 7}]);
  });

  it("asks each position which way it runs, where the list is sorted by account", () => {
    const byAccount = `${header}
2025-01-03,a,ACORN,sell,1,12,0
2025-01-03,a,ACORN,buy,1,10,0
2025-01-02,a,OAK,buy,1,10,0
2025-01-04,b,ACORN,sell,5,12,0
2025-01-04,b,ACORN,buy,4,10,0
2025-01-02,b,ACORN,buy,1,10,0
2025-01-03,c,ACORN,buy,1,10,0
2025-01-05,c,ACORN,buy,1,10,0
2025-01-05,c,ACORN,sell,2,11,0
`;
    expect(() => listed(byAccount)).toThrow("a holds 0 ACORN");
    const solvable = byAccount.replace(/.*,a,ACORN,.*\n/g, "");
    expect(listed(solvable)).toMatchObject([
      {account: "a", quantity: 1},
      {account: "b", quantity: 0, realized_eur: 10},
      {account: "c", quantity: 0, realized_eur: 2},
    ]);
  });

  it("takes the trades of a day by time where every date has one behind it", () => {
    const timed = `${header}
2025-01-02 15:30,a,ACORN,sell,3,11,0
2025-01-02T09:30:00Z,a,ACORN,buy,5,10,0
2025-01-03 00:00:00.5+01:00,a,ACORN,sell,2,12,0
`;
    expect(listed(timed)).toMatchObject([{quantity: 0, realized_eur: 7}]);
    expect(listed(plain.replace("-02,", "-02 23:59:59,"))).toMatchObject(bought);
  });

  it("refuses a date with something else behind it", () =>
    expect(() => listed(plain.replace("-02,", "-02 25:00,"))).toThrow(
      'invalid date: "2025-01-02 25:00" (write a date as 2025-05-01)',
    ));

  it("reads capitals in the header, semicolons and tabs", () => {
    const capitals = plain.replace(header, "Date,Account,SYMBOL,Side,Quantity,Price,Fee");
    expect(listed(capitals)).toMatchObject(bought);
    expect(listed(capitals.replaceAll(",", ";"))).toMatchObject(bought);
    expect(listed(capitals.replaceAll(",", "\t"))).toMatchObject(bought);
  });

  it("does not guess what a decimal comma means", () =>
    expect(() => listed(plain.replaceAll(",", ";").replace("12.50", "1,250"))).toThrow(
      'invalid price: "1,250" (write a number as 12.5)',
    ));

  it("reads UTF-16 of both kinds, with and without a byte order mark", () => {
    const little = Buffer.from(plain, "utf16le");
    const big = Buffer.from(little).swap16();
    const [littleMark, bigMark] = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
    expect(listed(Buffer.concat([littleMark, little]))).toMatchObject(bought);
    expect(listed(Buffer.concat([bigMark, big]))).toMatchObject(bought);
    expect(listed(little)).toMatchObject(bought);
    expect(listed(big)).toMatchObject(bought);
  });

  it("names the row that is not UTF-8", () =>
    expect(() =>
      listed(Buffer.from(`${plain}2025-01-03,a,M\xdcLLER,buy,1,1,0\n`, "latin1")),
    ).toThrow(/row 3 of .*listed.csv: broken UTF-8 \(save the file as UTF-8\)/));

  it("refuses a column that stands there twice, and says where", () => {
    const twice = `${header},fee\n2025-01-02,a,ACORN,buy,1,12.50,1,2\n`;
    const places = /listed.csv: repeated column: fee \(columns 7 and 8 of 8; keep one\)/;
    expect(() => listed(twice)).toThrow(places);
    expect(() => listed(twice.replace("fee,fee", "Fee,FEE"))).toThrow(places);
    expect(listed(twice.replace("fee,fee", "fee,note"))).toMatchObject([{cost_eur: 13.5}]);
  });
});

describe("npm run holdings with bad input", () => {
  const refused: Readonly<Record<string, readonly [row: string, message: string]>> = {
    "more sold than is held": [
      "2025-05-02,A,X,sell,1.5,10,0",
      'row 2 of trades.csv: invalid quantity: "1.5" (A holds 0 X on 2025-05-02)',
    ],
    "a negative quantity": [
      "2025-05-02,A,X,buy,-1,10,0",
      'row 2 of trades.csv: invalid quantity: "-1" (must be positive)',
    ],
    "a quantity of zero": [
      "2025-05-02,A,X,buy,0.000000,10,0",
      'row 2 of trades.csv: invalid quantity: "0.000000" (must be positive)',
    ],
    "seven decimals": [
      "2025-05-02,A,X,buy,0.0000001,10,0",
      'row 2 of trades.csv: invalid quantity: "0.0000001" (at most six decimals)',
    ],
    "a price that is not a number": [
      "2025-05-02,A,X,buy,1,1O,0",
      'row 2 of trades.csv: invalid price: "1O" (write a number as 12.5)',
    ],
    "a missing price": [
      "2025-05-02,A,X,buy,1,,0",
      'row 2 of trades.csv: invalid price: "" (write a number as 12.5)',
    ],
    "a negative price": [
      "2025-05-02,A,X,buy,1,-10,0",
      'row 2 of trades.csv: invalid price: "-10" (must not be negative)',
    ],
    "a negative fee": [
      "2025-05-02,A,X,buy,1,10,-0.01",
      'row 2 of trades.csv: invalid fee: "-0.01" (must not be negative)',
    ],
    "a date that does not exist": [
      "2025-02-30,A,X,buy,1,10,0",
      'row 2 of trades.csv: invalid date: "2025-02-30" (write a date as 2025-05-01)',
    ],
    "another side": [
      "2025-05-02,A,X,short,1,10,0",
      'row 2 of trades.csv: invalid side: "short" (use buy or sell)',
    ],
    "no symbol": [
      "2025-05-02,A,,buy,1,10,0",
      'row 2 of trades.csv: invalid symbol: "" (must not be empty)',
    ],
    "a short row": [
      "2025-05-02,A,X,buy,1,10",
      "row 2 of trades.csv: invalid length: 6 values, the header has 7",
    ],
    "an amount too large to be exact": [
      "2025-05-02,A,X,buy,1000000000,100000000,0",
      'row 2 of trades.csv: invalid price: "100000000" (amount out of range: 10000000000000000000)',
    ],
  };
  for (const [title, [row, message]] of Object.entries(refused)) {
    it(`names file, row, column and value: ${title}`, () => {
      expect(refusal(`${header}\n${row}\n`)).toBe(`FileError: ${message}`);
    });
  }

  it("counts rows as a spreadsheet does, the header being the first", () => {
    const rows = "2025-05-02,A,X,buy,1,10,0\n\n2025-05-02,A,X,buy,x,10,0";
    expect(refusal(`${header}\n${rows}\n`)).toContain("row 4 of trades.csv");
  });

  it("names a bad split", () => {
    const trades = `${header}\n2025-05-02,A,X,buy,1,10,0\n`;
    const splits = "date,symbol,shares_before,shares_after\n2025-05-03,X,0,4\n";
    expect(refusal(trades, splits)).toBe(
      'FileError: row 2 of splits.csv: invalid shares_before: "0" (write a whole number of at least 1)',
    );
  });

  it("refuses a second split of a symbol on one day, wherever and however it is written", () => {
    const trades = `${header}\n2025-05-02,A,AAPL,buy,3,33.333333,0\n2025-06-02,A,AAPL,sell,1,50,0\n`;
    const splits = "date,symbol,shares_before,shares_after\n2025-05-03,AAPL,1,4\n";
    const repeated = (row: string) => refusal(trades, `${splits}2025-05-03,X,1,4\n${row}\n`);
    const words = (date: string) =>
      `FileError: row 4 of splits.csv: invalid date: "${date}" (AAPL has a split on 2025-05-03 already)`;
    expect(repeated("2025-05-03,AAPL,1,4")).toBe(words("2025-05-03"));
    expect(repeated("2025-05-03,AAPL,2,1")).toBe(words("2025-05-03"));
    expect(repeated("2025-05-03 09:00,AAPL,1,4")).toBe(words("2025-05-03 09:00"));
    expect(JSON.parse(repeated("2025-05-04,AAPL,1,2"))).toMatchObject([{quantity: 23}]);
  });

  it("names missing columns and broken quoting", () => {
    expect(refusal("date,account,symbol\n")).toBe(
      "FileError: trades.csv: missing columns: side, quantity, price, fee (found: date, account, symbol)",
    );
    expect(refusal(`${header}\n"2025-05-02,A\n`)).toMatch(
      /^FileError: trades.csv: invalid CSV: .*$/,
    );
    expect(refusal("")).toBe(`FileError: trades.csv: missing header: ${header}`);
  });

  it("exits with 1 and one line, and prints no JSON", () => {
    const trades = fileWith("trades.csv", `${header}\n2025-05-02,A,X,sell,1,10,0\n`);
    expect(run("--trades", trades)).toEqual({
      stdout: "",
      stderr: `row 2 of ${trades}: invalid quantity: "1" (A holds 0 X on 2025-05-02)\n`,
      status: 1,
    });
    const nowhere = join(folder, "nowhere.csv");
    expect(run("--trades", nowhere)).toEqual({
      stdout: "",
      stderr: `cannot read ${nowhere}: no such file\n`,
      status: 1,
    });
  });

  it("says what a path is that is no file, and does not wait for it", () => {
    expect(run("--trades", folder).stderr).toBe(
      `cannot read ${folder}: it is a folder (name a file)\n`,
    );
    const pipe = join(folder, "pipe.csv");
    execFileSync("mkfifo", [pipe]);
    expect(run("--trades", pipe).stderr).toBe(
      `cannot read ${pipe}: it is a named pipe (name a file)\n`,
    );
    expect(run("--trades", "/dev/zero").stderr).toBe(
      "cannot read /dev/zero: it is a device (name a file)\n",
    );
  });

  it("exits with 2 for bad options", () => {
    expect(run()).toMatchObject({status: 2, stdout: ""});
    expect(run("--trades", "x.csv", "--method", "lifo").status).toBe(2);
    expect(run("--tradez", "x.csv").status).toBe(2);
  });
});
