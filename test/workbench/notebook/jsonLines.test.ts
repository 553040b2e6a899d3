import type {DuckDBConnection} from "@duckdb/duckdb-wasm/blocking";
import fc from "fast-check";
import {afterEach, beforeAll, describe, expect, it} from "vitest";
import {type FileEngine, makers} from "../../../src/workbench/notebook/fileMakers.js";
import {openWasmDatabase} from "../../support/wasmBank.js";

describe("a dropped file of JSON lines, in the engine of the browser", () => {
  let engine: FileEngine;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    const database = await openWasmDatabase();
    connection = database.connect();
    connection.query("attach ':memory:' as files");
    engine = {
      connection: {
        query: async (sql) => connection.query(sql) as never,
        insertArrowFromIPCStream: async () => {},
      },
      register: async (name, content) => database.registerFileBuffer(name, content as Uint8Array),
      unregister: async (name) => void database.dropFile(name),
      csvOf: async () => new Uint8Array(),
    };
  });
  afterEach(() => void connection.query("drop table if exists files.main.t"));

  /** The type of the column `a`, and its values as the engine writes them. */
  async function columnOf(lines: readonly string[]): Promise<[type: string, ...string[]]> {
    await makers.jsonLines(engine, new File([lines.join("\n")], "t.jsonl"), "t");
    const rows = connection.query(
      "select typeof(a) as type, a::varchar as value from files.main.t",
    );
    const all = rows.toArray().map((row) => row.toJSON());
    return [all[0]!.type, ...all.map(({value}) => value)];
  }
  const column = (...values: string[]) => columnOf(values.map((value) => `{"a": ${value}}`));

  it.each([
    [["1234567890123456789"], "BIGINT"],
    [["9007199254740992", "9007199254740993", "-9007199254740993", "7"], "BIGINT"],
    [["9223372036854775807", "-9223372036854775808"], "BIGINT"],
    [["9223372036854775808", "1"], "VARCHAR"],
    [["123456789012345678901234567890"], "VARCHAR"],
    [["9007199254740993", "2.5"], "VARCHAR"],
    [["2.5", "1", "9007199254740993"], "VARCHAR"],
    [["1e400"], "VARCHAR"],
    [["1", "2.5"], "DOUBLE"],
    [["9007199254740991"], "BIGINT"],
    [['[9007199254740993,{"b":[1.50,1e400,"9007199254740993"]},null]'], "VARCHAR"],
  ])("keeps the digits of %j as %s", async (values, type) => {
    const [found, ...written] = await column(...values);
    expect(found).toBe(type);
    expect(type === "DOUBLE" ? written.map(Number).map(String) : written).toEqual(values);
  });

  it("keeps the digits of any whole number, alone and nested, beside texts with digits", async () => {
    const whole = fc.bigInt({min: -(10n ** 22n), max: 10n ** 22n});
    await fc.assert(
      fc.asyncProperty(fc.array(whole, {minLength: 1, maxLength: 5}), async (numbers) => {
        const rows = numbers.map((n) => `{"b":"\\"${n}:","a":${n}}`);
        const [, ...written] = await columnOf(rows);
        connection.query("drop table files.main.t");
        expect(written).toEqual(numbers.map(String));
        const lists = numbers.map((n) => `[${n},"${n}",{"${n}":${n}}]`);
        const [, ...nested] = await column(...lists);
        connection.query("drop table files.main.t");
        expect(nested).toEqual(lists);
      }),
      {numRuns: 60, seed: 11},
    );
  });

  it.each([
    ["2025-01-01 25:00:00", "VARCHAR"],
    ["2025-01-01 24:00:00", "VARCHAR"],
    ["2025-01-01T10:60:00", "VARCHAR"],
    ["2025-01-01 10:00:60", "VARCHAR"],
    ["2025-01-01 99:99:99.5", "VARCHAR"],
    ["2025-01-01 10:00:00.1234567", "VARCHAR"],
    ["2025-02-29 10:00:00", "VARCHAR"],
    ["0000-01-01", "VARCHAR"],
    ["2025-01-01 23:59:59.999999", "TIMESTAMP"],
    ["0001-01-01 00:00:00", "TIMESTAMP"],
    ["9999-12-31", "DATE"],
  ])("takes %s for a %s", async (time, type) => {
    expect(await column(JSON.stringify(time))).toEqual([type, time]);
  });

  it("takes whatever looks like a time, without losing any of it", async () => {
    const two = (most: number) =>
      fc.integer({min: 0, max: most}).map((n) => `${n}`.padStart(2, "0"));
    const time = fc
      .tuple(two(14), two(32), two(30), two(70), two(70), fc.constantFrom("", ".5", ".1234567"))
      .map(
        ([month, day, hour, minute, second, rest]) =>
          `2025-${month}-${day} ${hour}:${minute}:${second}${rest}`,
      );
    await fc.assert(
      fc.asyncProperty(time, async (written) => {
        expect((await column(JSON.stringify(written)))[1]).toBe(written);
        connection.query("drop table files.main.t");
      }),
      {numRuns: 150, seed: 12},
    );
  });
});
