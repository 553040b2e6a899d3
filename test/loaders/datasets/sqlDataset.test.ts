import {tmpdir} from "node:os";
import {tableFromIPC} from "apache-arrow";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {makeSqlDataset, type SqlFormat, sqlFormat} from "../../../loaders/datasets/sqlDataset.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

let bank: SnapshotReader;
beforeAll(async () => {
  bank = await tinySnapshot();
});
afterAll(() => bank.close());

/** The dataset that a SELECT makes, as text unless it is Arrow. */
async function make(sql: string, format: SqlFormat) {
  const {bytes, rowCount} = await makeSqlDataset(
    bank.connection,
    {name: "question", file: "src/data/question.csv.sql", sql},
    format,
  );
  return {bytes, rowCount, text: Buffer.from(bytes).toString("utf8")};
}

const everyType = `
  select
    timestamp '2025-05-01 00:00:00' as a_day,
    date '2025-05-02' as a_date,
    timestamp '2025-05-01 13:45:10' as an_instant,
    12.5::decimal(18, 2) as money,
    -7::integer as small,
    9007199254740991::bigint as big,
    0.1::double as a_double,
    true as flag,
    'a "quoted", text' as words,
    null::varchar as nothing`;

describe("sqlFormat(file)", () => {
  it("is what stands before .sql", () => {
    expect(sqlFormat("src/data/sector-heat.csv.sql")).toBe("csv");
    expect(sqlFormat("src/data/sector-heat.arrow.sql")).toBe("arrow");
  });

  it("is refused when nobody can write it", () => {
    expect(() => sqlFormat("src/data/sector-heat.parquet.sql")).toThrow(
      "src/data/sector-heat.parquet.sql: unknown format: parquet (end it in .csv.sql, .json.sql, .arrow.sql, .keyed.sql)",
    );
  });
});

describe("makeSqlDataset(connection, text, format)", () => {
  it("writes CSV with all decimals, days as dates, instants in UTC and nulls as nothing", async () => {
    const {text, rowCount} = await make(everyType, "csv");
    expect(text).toBe(
      "a_day,a_date,an_instant,money,small,big,a_double,flag,words,nothing\n" +
        '2025-05-01,2025-05-02,2025-05-01T13:45:10Z,12.50,-7,9007199254740991,0.1,true,"a ""quoted"", text",\n',
    );
    expect(rowCount).toBe(1);
  });

  it("writes JSON, a row a line, with numbers as numbers", async () => {
    const {text} = await make(`${everyType}, [1, 2] as list, {'x': 1.5} as struct`, "json");
    expect(JSON.parse(text)).toEqual([
      {
        a_day: "2025-05-01",
        a_date: "2025-05-02",
        an_instant: "2025-05-01T13:45:10Z",
        money: 12.5,
        small: -7,
        big: 9007199254740991,
        a_double: 0.1,
        flag: true,
        words: 'a "quoted", text',
        nothing: null,
        list: [1, 2],
        struct: {x: 1.5},
      },
    ]);
    expect(text.split("\n")).toHaveLength(4);
  });

  it("writes Arrow with numbers, dates, booleans and text that JavaScript reads as such", async () => {
    const {bytes} = await make(`${everyType} union all by name select null as small`, "arrow");
    const table = tableFromIPC(bytes);
    expect(table.schema.fields.map(({name, type}) => `${name} ${type}`)).toEqual([
      "a_day Timestamp<MILLISECOND>",
      "a_date Timestamp<MILLISECOND>",
      "an_instant Timestamp<MILLISECOND>",
      "money Float64",
      "small Int32",
      "big Float64",
      "a_double Float64",
      "flag Bool",
      "words Utf8",
      "nothing Utf8",
    ]);
    expect(table.get(0)?.toJSON()).toEqual({
      a_day: Date.UTC(2025, 4, 1),
      a_date: Date.UTC(2025, 4, 2),
      an_instant: Date.UTC(2025, 4, 1, 13, 45, 10),
      money: 12.5,
      small: -7,
      big: 9007199254740991,
      a_double: 0.1,
      flag: true,
      words: 'a "quoted", text',
      nothing: null,
    });
    expect(Object.values(table.get(1)?.toJSON() ?? {})).toEqual(Array(10).fill(null));
  });

  it.each(["csv", "json", "arrow"] as const)("writes %s of no rows", async (format) => {
    const {bytes, text, rowCount} = await make("select 1::integer as n where false", format);
    expect(rowCount).toBe(0);
    if (format === "csv") expect(text).toBe("n\n");
    else if (format === "json") expect(text).toBe("[]\n");
    else expect(tableFromIPC(bytes)).toMatchObject({numRows: 0, numCols: 1});
  });

  it.each(["csv", "json", "arrow"] as const)("writes the same %s each time", async (format) => {
    const sql = "select * from bank.transactions order by transaction_id";
    const [one, two] = [await make(sql, format), await make(sql, format)];
    expect(Buffer.compare(one.bytes, two.bytes)).toBe(0);
  });

  it.each(["csv", "json", "arrow"] as const)(
    "keeps text of every kind intact in %s",
    async (format) => {
      const hostile = `quotes " ' \\ , ; \n line \t 😀 Zoë </script> =cmd|' /C calc'!A0`;
      const {bytes, text} = await make(`select $$${hostile}$$ as words, 1 as n`, format);
      if (format === "json") expect(JSON.parse(text)[0].words).toBe(hostile);
      else if (format === "arrow") expect(tableFromIPC(bytes).get(0)?.words).toBe(hostile);
      else expect(text).toBe(`words,n\n"${hostile.replaceAll('"', '""')}",1\n`);
    },
  );

  it("names the file and the line of a mistake, and shows the place", async () => {
    await expect(
      make("-- A question\nselect\n  amount,\n  1\nfrom bank.transactions\n", "csv"),
    ).rejects.toThrow(
      /^src\/data\/question\.csv\.sql:3: Binder Error: Referenced column "amount" not found[\s\S]*\n {2}3 \| {3}amount,\n {8}\^$/,
    );
    await expect(make("select 1 frm x", "csv")).rejects.toThrow(
      /^src\/data\/question\.csv\.sql:1: Parser Error: syntax error at or near "x"/,
    );
  });

  it.each([
    ["two statements", "select 1; select 2", "2 statements instead of one SELECT"],
    ["an infinity", "select 1e308::double * 10 as n", "column n: not a finite number: Infinity"],
    [
      "a number that is too large",
      "select 9007199254740993::bigint as n",
      "column n: number too large",
    ],
    [
      "a type that no dataset holds",
      "select interval 1 day as n",
      "column n: no dataset can hold the type INTERVAL",
    ],
    [
      "a list in CSV",
      "select 1 as whole, [1] as n",
      "column n: csv holds no INTEGER[] (name it .json.sql)",
    ],
    ["any file but the snapshot", "from read_csv('package.json')", "disabled"],
    [
      "a file of the system's temporary folder",
      `from read_csv('${tmpdir()}/other.csv')`,
      "disabled",
    ],
    ["a write", "create table bank.t as select 1", "read-only"],
  ])("refuses %s", async (_, sql, message) => {
    await expect(make(sql, "csv")).rejects.toThrow(message);
  });

  it("names the column of a list that an Arrow file cannot hold", async () => {
    await expect(make("select 1 as whole, [1] as n", "arrow")).rejects.toThrow(
      "column n: arrow files here hold no INTEGER[] (name it .json.sql)",
    );
  });

  it.each([
    "select cast(name as integer) from people",
    "select cast(name as timestamp) from people",
    "select strptime(name, '%Y') from people",
    "select name::integer[] from people",
    "select name::decimal(4, 2) from people",
    "select name::json from people",
    "select cast(cents as tinyint) from people",
    "select cents * cents * cents from people",
    "select cast(cents / 100.0 as decimal(3, 1)) from people",
  ])("tells no value of the bank where it cannot be what is asked for: %s", async (select) => {
    const people = "from (values ('Ada O''Brandt', 123456789123)) as people (name, cents)";
    const error = await make(select.replace("from people", people), "csv").catch((e: Error) => e);
    expect(error).toBeInstanceOf(Error);
    const said = (error as Error).message.split("\n")[0]!;
    expect(said).toMatch(/: (Conversion|Invalid Input|Out of Range) Error: /);
    expect(said).not.toMatch(/Ada|Brandt|12345/);
  });

  it("divides by zero to null, as the browser's engine does", async () => {
    expect((await make("select 1 / 0 as n, 'x' as x", "csv")).text).toBe("n,x\n,x\n");
  });
});
