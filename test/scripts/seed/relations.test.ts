import {describe, expect, it} from "vitest";
import {planBank} from "../../../scripts/seed/bank.js";
import {parseMonth} from "../../../src/lib/day.js";
import {bank} from "../../support/bank.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

const parameters = {individuals: 800, companies: 40, months: 15};

/** The derived relation against the generator's plan, which only a test may read. */
describe.each([42, 7, 11, 12, 13])("person_relations of a bank of seed %i", (seed) => {
  it("finds the planned main customers, and takes few others for them", async () => {
    const {people} = planBank({...parameters, seed, start: parseMonth("2025-05")});
    const {connection, close} = await tinySnapshot(bank({...parameters, seed}));
    const reader = await connection.runAndReadAll(
      "select user_id, relation = 'main' from bank.person_relations",
    );
    const isFound = new Map(reader.getRows() as [string, boolean][]);
    close();
    const known = people.filter(({id}) => isFound.has(id));
    const shareOf = (isMain: boolean) => {
      const group = known.filter(({isMainBank}) => isMainBank === isMain);
      return group.filter(({id}) => isFound.get(id) === isMain).length / group.length;
    };
    expect(shareOf(true)).toBeGreaterThanOrEqual(0.95);
    expect(shareOf(false)).toBeGreaterThanOrEqual(0.97);
    const planned = people.filter(({isMainBank}) => isMainBank).length / people.length;
    expect(planned).toBeGreaterThan(0.32);
    expect(planned).toBeLessThan(0.45);
  });
});
