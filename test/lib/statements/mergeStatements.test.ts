import {describe, expect, it} from "vitest";
import {bookingRow} from "../../../src/lib/statements/formats/booking.js";
import {mergeStatements} from "../../../src/lib/statements/mergeStatements.js";
import {readStatement} from "../../../src/lib/statements/readStatement.js";
import type {StatementRow} from "../../../src/lib/statements/statement.js";
import {between, chance, pick, type Stream, stream} from "../../../src/lib/stream.js";
import {writtenStatement} from "../../support/statementWriter.js";

const withoutIds = (rows: string) =>
  readStatement(new TextEncoder().encode(`Datum;Text;Betrag\n${rows}`));
const withIds = (rows: string) =>
  readStatement(new TextEncoder().encode(`Transaction ID,Date,Description,Amount\n${rows}`));
const shown = (statements: Parameters<typeof mergeStatements>[0]) =>
  mergeStatements(statements).rows.map(({date, amount}) => `${date} ${amount}`);

const row = (bankId: string, description = "Tea", line = 1) =>
  bookingRow({
    date: "2024-01-31",
    amount: {digits: -100n, decimals: 2},
    description,
    bankId,
    line,
  });
/** A statement of rows that are alike, by their ids: `a1 - -`, where `-` is a row without one. */
const alike = (ids: string) => ({
  rows: ids.split(" ").map((id, at) => row(id === "-" ? "" : id, "Tea", at + 1)),
});

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

  it("knows an account however its number is written: an id of it is one booking", () => {
    const from = (account: string) => ({rows: [{...row("a1"), account}]});
    const written = [
      "DE89 3704 0044 0532 0130 00",
      "DE89370400440532013000",
      "de893704 00440532013000",
    ];
    expect(mergeStatements(written.map(from)).added).toEqual([1, 0, 0]);
    expect(mergeStatements([from("DE89 3704"), from("DE89 3705")]).added).toEqual([1, 1]);
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

  it.each([
    {files: ["a1", "-", "a1 a2"], added: [1, 0, 1]},
    {files: ["a1", "a1 a2", "-"], added: [1, 1, 0]},
    {files: ["-", "a1 a2", "a1"], added: [1, 1, 0]},
    {files: ["a1 a2", "- -", "a3"], added: [2, 0, 1]},
    {files: ["- -", "a1 a2", "a3"], added: [2, 0, 1]},
    {files: ["a1", "- -", "- - -"], added: [1, 1, 1]},
    {files: ["- - -", "a1", "a2 a3 a4"], added: [3, 0, 1]},
    {files: ["-", "- a1", "a2"], added: [1, 1, 0]},
    {files: ["a1 -", "a2", "a3"], added: [2, 0, 1]},
    {files: ["a1 a2", "a3 -", "-"], added: [2, 1, 0]},
  ])("counts rows that are alike once each: $files", ({files, added}) => {
    expect(mergeStatements(files.map(alike)).added).toEqual(added);
  });

  it("knows a booking by each text that a file with its id had", () => {
    const files = [[row("a1")], [row("a1", "Tea house")], [row("", "Tea house")], [row("")]];
    expect(mergeStatements(files.map((rows) => ({rows}))).added).toEqual([1, 0, 0, 0]);
  });

  it("has never fewer rows than ids or than the largest file, in any order of up to three files", () => {
    for (let seed = 0; seed < 1000; seed++) {
      const files = drawnFiles(stream(seed, "merged statements"), {isRetold: true});
      const ids = new Set(
        files.flatMap(({rows}) => rows.map(({bankId}) => bankId).filter(Boolean)),
      );
      const least = Math.max(ids.size, ...files.map(({rows}) => rows.length));
      for (const order of ordersOf(files)) {
        const {rows, added} = mergeStatements(order);
        expect(rows.length, `seed ${seed}`).toBeGreaterThanOrEqual(least);
        expect(new Set(rows).size, `seed ${seed}`).toBe(rows.length);
        expect(added.reduce((sum, count) => sum + count)).toBe(rows.length);
      }
    }
  });

  it("adds nothing for files that come again, in any order of up to three", () => {
    for (let seed = 0; seed < 1000; seed++) {
      const files = drawnFiles(stream(seed, "statements again"), {isRetold: false});
      const once = mergeStatements(files).rows.length;
      for (const order of ordersOf(files)) {
        const {added} = mergeStatements([...files, ...order]);
        expect(added.slice(files.length), `seed ${seed}`).toEqual(files.map(() => 0));
        expect(mergeStatements([...files, ...order]).rows).toHaveLength(once);
      }
    }
  });

  it("takes a time like their length for a hundred thousand rows that are alike", () => {
    const plain = {rows: Array.from({length: 100_000}, () => row(""))};
    const told = {rows: plain.rows.map((_, at) => row(`a${at}`))};
    expect(mergeStatements([plain, told, plain]).added).toEqual([100_000, 0, 0]);
  }, 20_000);

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

/**
 * One to three files of few texts and few ids, each id once in a file, some rows without one. An id has its own text, or
 * any, where it is told anew in each file.
 */
function drawnFiles(draw: Stream, {isRetold}: {isRetold: boolean}): {rows: StatementRow[]}[] {
  const texts = ["Tea", "Bread"];
  return Array.from({length: between(draw, 1, 3)}, () => {
    const hasIds = chance(draw, 0.7);
    const ids = new Set<number>();
    const rows = Array.from({length: between(draw, 1, 5)}, (_, at) => {
      const id = between(draw, 1, 6);
      if (!hasIds || ids.has(id) || chance(draw, 0.3)) return row("", pick(draw, texts), at + 1);
      ids.add(id);
      return row(`a${id}`, isRetold ? pick(draw, texts) : texts[id % 2], at + 1);
    });
    return {rows};
  });
}

function ordersOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, at) =>
    ordersOf(items.toSpliced(at, 1)).map((rest) => [first, ...rest]),
  );
}
