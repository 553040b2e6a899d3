import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {
  type Day,
  firstDayOf,
  formatDay,
  formatMonth,
  parseDay,
  parseMonth,
} from "../../../src/lib/day.js";
import {contractsIn} from "../../../src/lib/recurring/detect.js";
import {type DueDay, dueOn, maybeDueFit, rolls} from "../../../src/lib/recurring/dueDay.js";
import {personContracts} from "../../../src/lib/recurring/people.js";
import {duesUntil, risesIn, standingOf} from "../../../src/lib/recurring/standing.js";

const start = parseMonth("2025-05");

/** Payments on a due day, a month or more apart; an amount of 0 is a payment that was refused. */
function payments(due: DueDay, amounts: readonly number[], every = 1) {
  const all = amounts.map((cents, index) => ({day: dueOn(due, start + every * index), cents}));
  const made = all.filter(({cents}) => cents > 0);
  return {days: made.map(({day}) => day), cents: made.map(({cents}) => cents)};
}

const times = (count: number, cents: number) => Array<number>(count).fill(cents);
const tenth: DueDay = {dayOfMonth: 10, roll: "forward"};

describe("contractsIn(payments)", () => {
  it("finds a monthly, a quarterly and a yearly contract with its due day", () => {
    for (const [every, count] of [
      [1, 12],
      [3, 6],
      [12, 3],
    ] as const) {
      const [contract, ...more] = contractsIn(payments(tenth, times(count, 999), every));
      expect(more).toEqual([]);
      expect(contract).toMatchObject({everyMonths: every, isSteady: true});
      expect(contract!.days).toHaveLength(count);
    }
  });

  it("knows the due day and how it is moved, from a year of payments", () =>
    fc.assert(
      fc.property(fc.integer({min: 1, max: 28}), fc.constantFrom(...rolls), (dayOfMonth, roll) => {
        const due = {dayOfMonth, roll};
        const [contract] = contractsIn(payments(due, times(14, 1000)));
        const months = Array.from({length: 14}, (_, index) => start + index);
        expect(months.map((month) => dueOn(contract!.due, month))).toEqual(
          months.map((month) => dueOn(due, month)),
        );
      }),
    ));

  it("keeps a contract whose price steps, and one with refused payments, whole", () => {
    const stepped = contractsIn(payments(tenth, [...times(8, 999), ...times(6, 1099)]));
    expect(stepped.map(({days}) => days.length)).toEqual([14]);
    const gaps = contractsIn(payments(tenth, [9, 9, 0, 9, 0, 0, 9, 9, 0, 9]));
    expect(gaps.map(({days, everyMonths}) => [days.length, everyMonths])).toEqual([[6, 1]]);
  });

  it("finds a metered bill by its day, from the fifth on", () => {
    const meter = [12000, 9000, 8000, 7500, 9900, 14000, 17000];
    expect(contractsIn(payments(tenth, meter))).toMatchObject([{isSteady: false}]);
    expect(contractsIn(payments(tenth, meter.slice(0, 4)))).toEqual([]);
  });

  it("finds a membership where one also shops", () => {
    const fee = payments({dayOfMonth: 3, roll: "none"}, times(10, 1990));
    const shopping = Array.from({length: 60}, (_, index) => ({
      day: firstDayOf(start) + 5 * index + ((index * 7) % 4),
      cents: 1000 + 137 * index,
    }));
    const all = [...fee.days.map((day, i) => ({day, cents: fee.cents[i]!})), ...shopping].sort(
      (a, b) => a.day - b.day,
    );
    const found = contractsIn({days: all.map(({day}) => day), cents: all.map(({cents}) => cents)});
    expect(found.map(({cents}) => [...new Set(cents)])).toEqual([[1990]]);
  });

  it("tells two contracts with one party apart", () => {
    const [a, b] = [
      payments(tenth, times(9, 5000)),
      payments({dayOfMonth: 24, roll: "none"}, times(9, 799)),
    ];
    const all = [...a.days, ...b.days].map((day, i) => ({
      day,
      cents: [...a.cents, ...b.cents][i]!,
    }));
    all.sort((x, y) => x.day - y.day);
    const found = contractsIn({days: all.map(({day}) => day), cents: all.map(({cents}) => cents)});
    expect(found.map(({cents}) => cents[0]).sort()).toEqual([5000, 799]);
  });

  it("finds nothing in two payments, in none, and in purchases on any day", () => {
    expect(contractsIn({days: [], cents: []})).toEqual([]);
    expect(contractsIn(payments(tenth, times(2, 999)))).toEqual([]);
    const days = [
      "2025-05-03",
      "2025-05-19",
      "2025-06-30",
      "2025-08-08",
      "2025-08-27",
      "2025-11-15",
    ];
    expect(
      contractsIn({days: days.map(parseDay), cents: [999, 1999, 4250, 799, 1299, 3999]}),
    ).toEqual([]);
  });
});

describe("maybeDueFit(days, limit)", () => {
  it("gives up beyond the limit", () => {
    const days = ["2025-05-01", "2025-06-15", "2025-07-28"].map(parseDay);
    expect(maybeDueFit(days, 1)).toBeUndefined();
    expect(maybeDueFit(days, 9)?.meanDistance).toBeGreaterThan(3);
  });
});

describe("standingOf(contract, lastDay)", () => {
  const [contract] = contractsIn(payments(tenth, times(6, 999)));
  const next = (lastDay: string) => {
    const {nextOn} = standingOf(contract!, parseDay(lastDay));
    return nextOn && formatDay(nextOn);
  };

  it("says when it is due next, one missed payment or not", () => {
    expect(next("2025-10-31")).toBe("2025-11-10");
    expect(next("2025-11-20")).toBe("2025-12-10");
  });

  it("has ended once two due days have passed", () => {
    expect(next("2025-12-11")).toBe("2026-01-12");
    expect(next("2025-12-20")).toBeUndefined();
  });
});

describe("duesUntil(contract, until)", () => {
  it("goes on from the next due day, also where that was moved into the month before", () => {
    const due = {dayOfMonth: 1, roll: "backward"} as const;
    const nextOn = dueOn(due, parseMonth("2026-02"));
    expect(formatDay(nextOn)).toBe("2026-01-30");
    const dues = duesUntil({due, everyMonths: 1, nextOn}, parseDay("2026-04-05"));
    expect(dues.map(({day, month}) => [formatDay(day), formatMonth(month)])).toEqual([
      ["2026-01-30", "2026-02"],
      ["2026-02-27", "2026-03"],
      ["2026-04-01", "2026-04"],
    ]);
  });
});

describe("risesIn(contract)", () => {
  const rises = (...cents: number[]) =>
    risesIn({days: cents.map((_, index): Day => index), cents}).map(({on, fromCents, toCents}) => [
      on,
      fromCents,
      toCents,
    ]);

  it("is a step up that lasts, after an amount that did", () => {
    expect(rises(5, 5, 6, 6, 8, 8)).toEqual([
      [2, 5, 6],
      [4, 6, 8],
    ]);
    expect(rises(5, 5, 9, 6, 6)).toEqual([[3, 5, 6]]);
  });

  it("is neither a step down, nor an amount seen once", () => {
    expect(rises(6, 6, 5, 5)).toEqual([]);
    expect(rises(5, 5, 6)).toEqual([]);
    expect(rises(5, 6, 6)).toEqual([]);
    expect(rises(5, 5, 9, 5, 5)).toEqual([]);
  });
});

describe("personContracts(person, until)", () => {
  it("calls a contract what its own last payment was, not what the party was paid for since", () => {
    const {days, cents} = payments(tenth, times(9, 1460));
    const closing = {day: days.at(-1)! + 9, cents: -1283345};
    const person = {
      userId: "ind-000042",
      openingCents: 0,
      limitCents: 0,
      openedOn: days[0]!,
      closedOn: closing.day,
      party: new Int32Array(10).fill(3),
      day: Int32Array.of(...days, closing.day),
      cents: Float64Array.of(...cents.map((amount) => -amount), closing.cents),
      category: Int32Array.of(...times(9, 7), 2),
    };
    expect(personContracts(person, closing.day)).toMatchObject([
      {party: 3, isInflow: false, category: 7, cents},
    ]);
  });
});
