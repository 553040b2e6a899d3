import {afterAll, beforeAll, expect, it} from "vitest";
import {type Queries, queriesOver} from "../../../loaders/datasets/bank.js";
import {forgetInputs, inputsRead} from "../../../loaders/inputFiles.js";
import {tinyBank} from "../../support/tinyBank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

let snapshot: Awaited<ReturnType<typeof tinySnapshot>>;
beforeAll(async () => {
  snapshot = await tinySnapshot(tinyBank);
});
afterAll(() => snapshot.close());

it("once(make) makes a thing once for all that ask, and each of them has read what it is made of", async () => {
  let count = 0;
  const made = async (bank: Queries) => {
    count += 1;
    return bank.dataset("budget-mix.csv");
  };
  const around = async (bank: Queries) => [await bank.once(made), count];
  const bank = queriesOver(snapshot);
  const first = await bank.once(around);
  expect(first).toEqual([expect.any(Array), 1]);
  expect(inputsRead()).toHaveProperty(["src/data/budget-mix.csv.sql"]);

  forgetInputs();
  expect(inputsRead()).toEqual({});
  expect(await bank.once(around)).toBe(first);
  expect(await bank.once(made)).toBe(first[0]);
  expect(inputsRead()).toHaveProperty(["src/data/budget-mix.csv.sql"]);
  expect(count).toBe(1);

  expect(await queriesOver(snapshot).once(around)).toEqual([first[0], 2]);
});
