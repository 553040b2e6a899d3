import {describe, expect, it} from "vitest";
import {Away} from "../../../src/lib/live/away.js";
import {Side} from "../../../src/lib/live/events.js";
import {flowWidthFor} from "../../../src/lib/live/flow.js";
import {Pace, paceText} from "../../../src/lib/live/pace.js";
import {type UsualHour, usualBy} from "../../../src/lib/live/usual.js";
import {liveBatch, liveRow, monday} from "../../support/liveRows.js";

describe("Pace", () => {
  it("measures the bank's time against the reader's over the last ten seconds", () => {
    const pace = new Pace();
    expect(pace.speed).toBeUndefined();
    for (let second = 0; second <= 30; second++) pace.note(3600 * second, 1000 * second);
    expect(pace.speed).toBe(3600);
    for (let second = 31; second <= 60; second++) pace.note(30 * 3600 + 60 * second, 1000 * second);
    expect(pace.speed).toBe(60);
    pace.clear();
    expect(pace.speed).toBeUndefined();
  });

  it.each([
    [1, "as fast as life"],
    [60, "60 seconds a second"],
    [300, "5 minutes a second"],
    [3600, "1 hour a second"],
    [5400, "1.5 hours a second"],
    [43_200, "12 hours a second"],
    [216_000, "2.5 days a second"],
  ])("paceText(%d) is “%s”", (speed, text) => {
    expect(paceText(speed)).toBe(text);
  });
});

describe("flowWidthFor(speed)", () => {
  it.each([
    [1, 1],
    [10, 5],
    [60, 60],
    [600, 300],
    [3600, 3600],
    [40_000, 14_400],
  ])("at %d times makes buckets of %d seconds", (speed, width) => {
    expect(flowWidthFor(speed)).toBe(width);
  });

  it("keeps the width before while the speed only wavers", () => {
    expect(flowWidthFor(9000, 3600)).toBe(3600);
    expect(flowWidthFor(2000, 3600)).toBe(3600);
    expect(flowWidthFor(60, 3600)).toBe(60);
  });
});

describe("usualBy(hours, at)", () => {
  const hours: UsualHour[] = [true, false].flatMap((is_business_day) =>
    Array.from({length: 24}, (_, hour) => ({
      is_business_day,
      hour,
      day_count: is_business_day ? 60 : 0,
      payment_count: 10 * (hour + 1),
      moved_eur: 100 * (hour + 1),
    })),
  );

  it("goes in a straight line from one hour to the next", () => {
    expect(usualBy(hours, monday)).toEqual({count: 0, cents: 0});
    expect(usualBy(hours, monday + 1800)).toEqual({count: 5, cents: 5000});
    expect(usualBy(hours, monday + 12 * 3600 + 900)).toEqual({count: 122.5, cents: 122_500});
  });

  it("has nothing where the history has no such day", () => {
    expect(usualBy(hours, monday - 86_400)).toBeUndefined();
    expect(usualBy([], monday)).toBeUndefined();
  });
});

describe("Away", () => {
  it("sums what came in since the reader left, with the largest payment", () => {
    const away = new Away();
    away.take(liveBatch(1, [liveRow({cents: -9900})]));
    away.leave(0, false);
    away.take(liveBatch(2, [liveRow({cents: -300}), liveRow({id: 2, cents: 700})]));
    away.take(liveBatch(3, [liveRow({id: 3, cents: 800, side: Side.payee})]));
    expect(away.sum).toEqual({count: 2, cents: 1000});
    expect(away.largest?.[0]).toBe(2);
    away.leave(0, true);
    expect(away.sum).toEqual({count: 0, cents: 0});
    expect(away.largest).toBeUndefined();
  });
});
