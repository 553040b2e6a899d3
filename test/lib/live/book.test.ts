import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {LiveBook, newestCount} from "../../../src/lib/live/book.js";
import {type LiveBatch, type LiveRow, type Moved, Side} from "../../../src/lib/live/events.js";
import {flowLength, flowWidths} from "../../../src/lib/live/flow.js";
import {liveBatch, liveRow, liveState, monday} from "../../support/liveRows.js";

const hour = 3600;

/** What payments come to. */
const moved = (rows: readonly LiveRow[]): Moved => ({
  count: rows.length,
  cents: rows.reduce((sum, row) => sum + Math.abs(row[6]), 0),
});

describe("LiveBook", () => {
  it("counts a payment inside the bank once, and both of its postings as rows", () => {
    const book = new LiveBook();
    book.take(
      liveBatch(1, [
        liveRow({cents: -250, side: Side.payer}),
        liveRow({id: 2, cents: 250, side: Side.payee, owner: "ind-000002"}),
        liveRow({id: 3, cents: 1000}),
      ]),
    );
    expect(book.opened).toEqual({count: 2, cents: 1250});
    expect(book.rows).toBe(3);
    expect(book.today?.rows).toBe(3);
    expect(book.newest.map(([id]) => id)).toEqual([3, 1]);
  });

  it("changes nothing with a batch that it has", () => {
    const book = new LiveBook();
    expect(book.take(liveBatch(2, [liveRow()]))).toBe(true);
    expect(book.take(liveBatch(2, [liveRow()]))).toBe(false);
    expect(book.take(liveBatch(1, [liveRow()]))).toBe(false);
    expect(book.opened).toEqual({count: 1, cents: 100});
  });

  it("begins with the day of the source, and counts what was opened from nothing", () => {
    const book = new LiveBook();
    const source = new LiveBook();
    source.take(liveBatch(7, [liveRow({cents: -500})]));
    const today = source.today!;
    book.begin(liveState({batch: 7, at: monday + 12 * hour, today, newest: [liveRow()]}));
    book.take(liveBatch(8, [liveRow({id: 2})]));
    expect(book.today?.all).toEqual({count: 2, cents: 600});
    expect(book.opened).toEqual({count: 1, cents: 100});
    expect(book.newest).toHaveLength(2);
    expect(today.all).toEqual({count: 1, cents: 500});
  });

  it("begins a new day at midnight of the bank's time, with rows or without", () => {
    const book = new LiveBook();
    book.take(liveBatch(1, [liveRow()]));
    book.take(liveBatch(2, [], {at: monday + 25 * hour}));
    expect(book.today).toMatchObject({rows: 0, all: {count: 0, cents: 0}});
    book.take(liveBatch(3, [liveRow({at: monday + 26 * hour})]));
    expect(book.today?.all.cents).toBe(100);
    expect(book.opened.cents).toBe(200);
  });

  it("says how many batches passed unseen where it comes back too late", () => {
    const book = new LiveBook();
    book.take(liveBatch(10, [liveRow()]));
    book.begin(liveState({batch: 25, at: monday, missed: 3}));
    expect(book.missed).toBe(15);
    expect(book.take(liveBatch(25, [liveRow()]))).toBe(false);
  });

  it("follows a stream that was begun anew", () => {
    const book = new LiveBook();
    book.take(liveBatch(10, [liveRow()]));
    book.begin(liveState());
    expect(book.take(liveBatch(1, [liveRow({at: monday - 40 * hour})]))).toBe(true);
    expect(book.flow.get(hour)?.head).toBe(Math.floor(monday / hour) - 40);
    expect(book.missed).toBe(0);
  });

  it("comes to the sums of the rows of its day, however they come", () => {
    const row = fc.record({
      step: fc.integer({min: 0, max: 20_000}),
      cents: fc.integer({min: -1_000_000, max: 1_000_000}),
      side: fc.constantFrom(Side.border, Side.payer, Side.payee),
      channel: fc.constantFrom("card", "cash", "book"),
      city: fc.constantFrom("Graz", "Rome"),
    });
    fc.assert(
      fc.property(fc.array(fc.array(row, {maxLength: 8}), {maxLength: 12}), (batches) => {
        const book = new LiveBook();
        let [at, id] = [monday, 0];
        const all: LiveRow[] = [];
        for (const [number, rows] of batches.entries()) {
          const batch: LiveBatch = liveBatch(
            number + 1,
            rows.map(({step, ...told}) => {
              at += step;
              return liveRow({...told, id: ++id, at});
            }),
            {at},
          );
          all.push(...batch.rows);
          book.take(batch);
        }
        const {today} = book;
        if (!today) return;
        const ofDay = all.filter((each) => each[1] >= today.day * 86_400);
        const payments = ofDay.filter((each) => each[9] !== Side.payee);
        expect(today.rows).toBe(ofDay.length);
        expect(today.all).toEqual(moved(payments));
        expect(today.path.at(-1)?.cents).toBe(today.all.cents);
        for (const city of ["Graz", "Rome"])
          expect(today.cities[city] ?? moved([])).toEqual(
            moved(payments.filter((each) => each[5] === city)),
          );
        for (const [channel, sum] of Object.entries(today.channels))
          expect(sum).toEqual(moved(payments.filter((each) => each[7] === Number(channel))));
      }),
    );
  });

  it("keeps as much after a million rows as after a thousand", () => {
    const book = new LiveBook();
    const sizes = [1000, 1_000_000].map((until) => {
      for (let id = book.rows; id < until; id += 500) {
        const rows = Array.from({length: 500}, (_, at) =>
          liveRow({id: id + at, at: monday + id + at}),
        );
        book.take(liveBatch(1 + id / 500, rows));
      }
      return JSON.stringify({...book, flow: [...book.flow.values()].map((ring) => ({...ring}))})
        .length;
    });
    expect(book.newest).toHaveLength(newestCount);
    expect(sizes[1]! - sizes[0]!).toBeLessThan(20_000); // the path of a day has at most 288 points
  });
});

describe("FlowRing", () => {
  it("holds the cents of its buckets, and forgets what is older than its length", () => {
    const book = new LiveBook();
    const at = monday + 12 * hour;
    book.take(liveBatch(1, [liveRow({at}), liveRow({at: at + 30}), liveRow({at: at + 60})]));
    const ring = book.flow.get(60)!;
    expect([0, 1, 2].map((back) => ring.cents(ring.head - back, 0))).toEqual([100, 200, 0]);
    book.take(liveBatch(2, [liveRow({at: at + 60 * flowLength})]));
    expect(ring.cents(ring.head, 0)).toBe(100);
    expect(ring.cents(ring.head - flowLength + 1, 0)).toBe(100);
    expect(ring.cents(ring.head - flowLength, 0)).toBe(0);
  });

  it("sums to the money of its time at every width", () => {
    const book = new LiveBook();
    const rows = Array.from({length: 50}, (_, id) =>
      liveRow({id, at: monday + id, cents: -id, channel: id % 2 ? "cash" : "card"}),
    );
    book.take(liveBatch(1, rows));
    for (const width of flowWidths) {
      const ring = book.flow.get(width)!;
      let cents = 0;
      for (let back = 0; back < flowLength; back++)
        for (let channel = 0; channel < 6; channel++)
          cents += ring.cents(ring.head - back, channel);
      expect(cents).toBe((49 * 50) / 2);
    }
  });
});
