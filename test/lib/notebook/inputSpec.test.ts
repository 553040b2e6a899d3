import {DuckDBInstance} from "@duckdb/node-api";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {boundSql} from "../../../src/lib/notebook/boundSql.js";
import {inputSql, parseInput} from "../../../src/lib/notebook/inputSpec.js";

describe("inputSql(spec) of a number", () => {
  let instance: DuckDBInstance;
  let connection: Awaited<ReturnType<DuckDBInstance["connect"]>>;
  beforeAll(async () => {
    instance = await DuckDBInstance.create();
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  /** What the query answers where the input is a parameter, as a kept page asks it. */
  const asked = async (sql: string, value?: number) => {
    const reader = await connection.runAndReadAll(
      sql,
      value === undefined ? undefined : {x: value},
    );
    return Number(reader.getRows()[0]![0]);
  };
  const queries = [
    ..."10 -$x|10-$x|- $x|-$x|--7\n$x|$x^2|2^$x|2 * -$x|$x-$x|abs($x)|$x::double".split("|"),
    ..."cast($x::varchar as double)|[$x][1]|10 /* - */ -$x|case when $x<-$x then 1 else 2 end".split(
      "|",
    ),
  ];

  it.each(["-5", "-0.5", "0", "5"])("is one value wherever a query takes it: %s", async (value) => {
    const spec = parseInput(`kind: number\nvalue: ${value}`);
    for (const query of queries) {
      const {sql} = boundSql(`select ${query} as y`, new Map([["x", inputSql(spec)]]));
      expect(await asked(sql), query).toBeCloseTo(
        await asked(`select ${query} as y`, Number(value)),
      );
    }
  });
});

describe("boundSql(sql, values)", () => {
  it.each(["1$x", "1.$x", "'a'$x", "$x'a'", "$x.5", '"a"$x', "$x$x"])(
    "leaves %s the mistake that it is, and no value that nobody wrote",
    async (written) => {
      const connection = await (await DuckDBInstance.create()).connect();
      for (const value of ["5", "'b'", "date '2025-12-17'"]) {
        const {sql, placeOf} = boundSql(`select ${written}`, new Map([["x", value]]));
        await expect(connection.run(sql), sql).rejects.toThrow();
        expect(placeOf(sql.length)).toBe(`select ${written}`.length);
      }
    },
  );
});

describe("inputSql(spec) of a day", () => {
  it.each([
    "2025-02-30",
    "2025-02-29",
    "1900-02-29",
    "2025-04-31",
    "2025-00-10",
    "2025-13-01",
    "2025-01-00",
    "2025-1-1",
    "2025-02-28x",
  ])("refuses %s, in a line, wherever it stands", (day) => {
    for (const key of ["value", "min", "max"])
      expect(() => inputSql(parseInput(`kind: date\n${key}: ${day}`))).toThrow(
        `invalid date: "${day}" (write it as`,
      );
  });

  it("takes the 29th of February of a leap year", () => {
    expect(inputSql(parseInput("kind: date\nvalue: 2024-02-29"))).toBe("date '2024-02-29'");
  });
});
