import {DuckDBInstance} from "@duckdb/node-api";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {fieldCondition, fieldFault} from "../../../loaders/csv/fieldRules.js";
import {type Column, tables} from "../../../src/lib/bank/schema.js";

const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();

/** Whether the SQL condition holds; an empty field is read as null, as in a file. */
async function passesInSql(column: Column, value: string): Promise<boolean> {
  const reader = await connection.runAndReadAll(
    `select ${fieldCondition(column)} from (select nullif($value::varchar, '') as ${column.name})`,
    {value},
  );
  return reader.getRows()[0]![0] === true;
}

/** One column for each set of rules that the schema has. */
const columns = [
  ...new Map(
    tables.flatMap((table) =>
      table.columns.map((column) => {
        const {type, length, nullable, values, min} = column;
        return [JSON.stringify([type, length, nullable, values, min]), column] as const;
      }),
    ),
  ).values(),
];

const nearMisses = [
  ...[
    "",
    " ",
    "0",
    "-0",
    "00",
    "1",
    "-1",
    "+1",
    "1.",
    ".5",
    "1.0",
    "1e3",
    "0x1F",
    " 1",
    "1 ",
    "１",
  ],
  ...["2147483647", "2147483648", "-2147483648", "-2147483649", "99999999999999999999"],
  ...["9007199254740991", "9007199254740992", "-9007199254740992", "9223372036854775808"],
  ...["-12.05", "12.050", "12.005", "999999999999.99", "1000000000000.00", "12,05", "NaN", "inf"],
  ...[
    "1.123456",
    "1.1234567",
    "12345678.1234",
    "123456789.1234",
    "9999.999999",
    "10000.0",
    "0.1234",
  ],
  ...[
    "2025-05-01",
    "2025-5-1",
    "2025-02-29",
    "2024-02-29",
    "2025-13-01",
    "0999-12-31",
    "12025-05-01",
  ],
  ...["2025-05-01 13:45:10", "2025-05-01T13:45:10", "2025-05-01 24:00:00", "2025-05-01 13:45"],
  ...["2025-05-01 13:45:60", "2025-05-01 13:45:10Z", "2025-02-30 00:00:00", "infinity", "epoch"],
  ...["true", "false", "True", "t", "yes", "EUR", "eur", "checking", "card", "buy", "a\0b", "it's"],
  ...["x".repeat(32), "x".repeat(33), "é".repeat(140), "😀".repeat(32), "😀".repeat(33)],
];

describe("fieldFault(column, text) and fieldCondition(column)", () => {
  it.each(columns.map((column) => [`${column.type} ${column.name}`, column] as const))(
    "agree on %s for every near miss",
    async (_, column) => {
      for (const value of nearMisses) {
        expect([value, fieldFault(column, value) === undefined]).toEqual([
          value,
          await passesInSql(column, value),
        ]);
      }
    },
  );

  it("agree on any text", async () => {
    const text = fc.oneof(
      fc.string({unit: "grapheme"}),
      fc.stringMatching(/^-?\d{1,12}(\.\d{0,7})?$/),
      fc.stringMatching(/^[12]\d{3}-[01]\d-[0-3]\d( [0-2]\d:[0-6]\d:[0-6]\d)?$/),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...columns), text, async (column, value) => {
        expect(fieldFault(column, value) === undefined).toBe(await passesInSql(column, value));
      }),
      {numRuns: 500},
    );
  });
});
