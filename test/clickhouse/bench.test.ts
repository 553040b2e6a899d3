import {expect, it} from "vitest";
import {linesOf, measureEngines} from "../../scripts/bench/engines.js";
import {temporaryFolder} from "../support/tinyBank.js";

it("the bench of engines makes a bank, reads it into each, and gets as many rows from all of them", async () => {
  const measured = await measureEngines(60, temporaryFolder("bench"));
  const {legs, readings, server, answers, ranges} = measured;
  expect(legs).toBeGreaterThan(5_000);
  for (const {name, seconds, ofOne, bytes} of readings)
    expect([name, seconds > 0, ofOne > 10, bytes > legs]).toEqual([name, true, true, true]);
  const [, loaded, again] = readings;
  // a load of what is there already leaves the same parts, but for its own line in the book
  expect(again!.bytes / loaded!.bytes).toBeLessThan(1.1);
  expect(server.ofOne).toBeGreaterThan(10);
  const rows = Object.values(answers).map((list) => list.map((answer) => answer.rows));
  expect(rows).toHaveLength(3);
  expect(new Set(rows.map(String)).size).toBe(1);
  for (const count of rows[0]!) expect(count).toBeGreaterThan(1);
  expect(ranges.rows).toBeGreaterThan(0);
  expect(linesOf(measured).filter((line) => line.startsWith("| "))).toHaveLength(
    1 + readings.length + 1 + rows[0]!.length,
  );
});
