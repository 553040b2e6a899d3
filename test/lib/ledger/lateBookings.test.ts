import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {LateBookings} from "../../../src/lib/ledger/lateBookings.js";

const account = {openingCents: 100, overdraftCents: 50};

describe("LateBookings", () => {
  it("covers(at, cents) takes what leaves the floor, and no cent more", () => {
    const book = new LateBookings(account, [], [10]);
    expect([book.covers(10, -150), book.covers(10, -151)]).toEqual([true, false]);
  });

  it("covers(at, cents) looks at every later balance, not at the one of the end", () => {
    const booked = [
      {at: 20, amountCents: -140},
      {at: 30, amountCents: 500},
    ];
    const book = new LateBookings(account, booked, [10, 25]);
    expect([book.covers(10, -10), book.covers(10, -11)]).toEqual([true, false]);
    expect([book.covers(25, -10), book.covers(25, -11)]).toEqual([true, false]);
  });

  it("covers(at, cents) counts a late booking behind what its instant has", () => {
    const booked = [
      {at: 10, amountCents: -150},
      {at: 10, amountCents: 400},
    ];
    const book = new LateBookings(account, booked, [10]);
    expect([book.covers(10, -400), book.covers(10, -401)]).toEqual([true, false]);
  });

  it("covers(at, cents) always takes money in, also below the floor", () => {
    const book = new LateBookings(account, [{at: 20, amountCents: -900}], [10]);
    expect([book.covers(10, 1), book.covers(10, -1)]).toEqual([true, false]);
  });

  it("book(at, cents) changes what is covered then and later, not before", () => {
    const book = new LateBookings(account, [], [10, 20, 30]);
    book.book(20, 1000);
    expect([book.covers(10, -151), book.covers(20, -1150), book.covers(30, -1151)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("throws on an instant that was not announced", () => {
    expect(() => new LateBookings(account, [], [10]).covers(11, -1)).toThrow(
      "no late booking is expected at 11",
    );
  });

  it("agrees with adding up all balances anew", () => {
    const bookings = fc.array(
      fc.record({at: fc.integer({min: 0, max: 6}), amountCents: fc.integer({min: -90, max: 90})}),
      {maxLength: 12},
    );
    fc.assert(
      fc.property(bookings, bookings, (there, late) => {
        const booked = there.toSorted((a, b) => a.at - b.at);
        const book = new LateBookings(
          account,
          booked,
          late.map(({at}) => at),
        );
        const all = booked.map((leg) => ({...leg, isLate: false}));
        for (const {at, amountCents} of late) {
          const place = all.findLastIndex((leg) => leg.at <= at) + 1;
          const tried = all.toSpliced(place, 0, {at, amountCents, isLate: true});
          let balance = account.openingCents;
          const balances = tried.map((leg) => (balance += leg.amountCents));
          const holds = balances.slice(place).every((each) => each >= -account.overdraftCents);
          expect(book.covers(at, amountCents)).toBe(amountCents >= 0 || holds);
          if (amountCents >= 0 || holds) {
            book.book(at, amountCents);
            all.splice(0, all.length, ...tried);
          }
        }
      }),
    );
  });
});
