import {describe, expect, it} from "vitest";
import {mergeStatements} from "../../../src/lib/statements/mergeStatements.js";
import {readStatement} from "../../../src/lib/statements/readStatement.js";
import {writtenStatement} from "../../support/statementWriter.js";

const withoutIds = (rows: string) =>
  readStatement(new TextEncoder().encode(`Datum;Text;Betrag\n${rows}`));
const withIds = (rows: string) =>
  readStatement(new TextEncoder().encode(`Transaction ID,Date,Description,Amount\n${rows}`));
const shown = (statements: Parameters<typeof mergeStatements>[0]) =>
  mergeStatements(statements).rows.map(({date, amount}) => `${date} ${amount}`);

describe("mergeStatements(statements)", () => {
  const january = withoutIds("30.01.2024;Tee;-1,00\n31.01.2024;Tee;-1,00\n31.01.2024;Tee;-1,00\n");

  it("adds nothing for the same file, and keeps two equal purchases of one day", () => {
    const {rows, added} = mergeStatements([january, january]);
    expect(rows).toHaveLength(3);
    expect(added).toEqual([3, 0]);
  });

  it("adds of an overlapping file what is new", () => {
    const overlap = withoutIds("31.01.2024;Tee;-1,00\n01.02.2024;Brot;-2,00\n");
    expect(shown([january, overlap])).toEqual([
      "2024-01-30 -1.00",
      "2024-01-31 -1.00",
      "2024-01-31 -1.00",
      "2024-02-01 -2.00",
    ]);
    expect(mergeStatements([overlap, january]).added).toEqual([2, 2]);
  });

  it("takes the file that has more of a booking, not the sum of all", () => {
    const one = withoutIds("31.01.2024;Tee;-1,00\n");
    expect(mergeStatements([one, one, january]).added).toEqual([1, 0, 2]);
  });

  it("tells bookings with ids apart however alike they are", () => {
    const first = withIds("a1,2024-01-31,Tea,-1.00\n");
    const second = withIds("a2,2024-01-31,Tea,-1.00\na1,2024-01-31,Tea house,-1.00\n");
    expect(mergeStatements([first, second]).added).toEqual([1, 1]);
  });

  it("does not take a number for an id that comes twice in a file", () => {
    const order = withIds("o1,2024-01-31,Share,-10.00\no1,2024-01-31,Fee,-1.00\n");
    const more = withIds("o1,2024-01-31,Fee,-1.00\no1,2024-02-01,Rebate,0.50\n");
    expect(mergeStatements([order, order]).added).toEqual([2, 0]);
    expect(mergeStatements([order, more]).added).toEqual([2, 1]);
  });

  it("knows a booking with an id in a file that has none", () => {
    const plain = readStatement(
      new TextEncoder().encode(
        "Date,Description,Amount\n2024-01-31,Tea,-1.00\n2024-01-31,Tea,-1.00\n",
      ),
    );
    expect(mergeStatements([plain, withIds("a1,2024-01-31,Tea,-1.00\n")]).added).toEqual([2, 0]);
    expect(mergeStatements([withIds("a1,2024-01-31,Tea,-1.00\n"), plain]).added).toEqual([1, 1]);
  });

  it("adds nothing for any written statement that is merged with itself or with a part of itself", () => {
    for (let seed = 0; seed < 100; seed++) {
      const statement = readStatement(writtenStatement(seed).bytes);
      const part = {rows: statement.rows.slice(2, -2)};
      const {rows, added} = mergeStatements([statement, part, statement]);
      expect(added, `seed ${seed}`).toEqual([statement.rows.length, 0, 0]);
      expect(rows.map(({date}) => date)).toEqual(rows.map(({date}) => date).sort());
    }
  });
});
