import {describe, expect, it} from "vitest";
import {watches} from "../../../src/bank/live/watches.js";
import {type CityHour, firingsKept, WatchRun} from "../../../src/bank/live/watchRun.js";
import {type LiveRow, type Refusal, Side} from "../../../src/lib/live/events.js";
import {liveBatch, liveRow, monday} from "../../support/liveRows.js";

const hours: CityHour[] = ["Graz", "Rome"].flatMap((city) =>
  Array.from({length: 24}, (_, hour) => ({
    city,
    hour,
    payment_count: city === "Rome" ? 10 : 1000,
    share: hour === 3 ? 0.002 : 0.04,
  })),
);

/** What fires for these rows: the rules and the numbers of rows they speak of, the oldest first. */
function fired(rows: readonly LiveRow[], refusals: readonly Refusal[] = []): string[] {
  const run = new WatchRun(watches, hours);
  for (const [at, row] of rows.entries()) run.take(liveBatch(at + 1, [row]));
  run.take(liveBatch(rows.length + 1, [], {refusals}));
  return [...run.firings].reverse().map(({watch, rows: told}) => `${watch.name} ${told.length}`);
}
const noon = monday + 43_200;

describe("the rules that watch", () => {
  it.each([
    ["a person's €5,000", liveRow({cents: 5_000_00, channel: "credit_transfer"}), []],
    ["a cent above", liveRow({cents: 5_000_01, channel: "credit_transfer"}), ["person 1"]],
    ["as much on a company's account", liveRow({owner: "com-000001", cents: 5_000_01}), []],
    [
      "a company's large payment",
      liveRow({owner: "com-000001", cents: -250_000_01, channel: "credit_transfer"}),
      ["company 1"],
    ],
    ["a large card payment", liveRow({cents: -250_01}), ["card 1"]],
    ["as much to a card", liveRow({cents: 250_01}), []],
    ["as much by transfer", liveRow({cents: -250_01, channel: "credit_transfer"}), []],
    ["a card at a rare hour", liveRow({at: monday + 3 * 3600}), ["hour 1"]],
    ["a transfer at that hour", liveRow({at: monday + 3 * 3600, channel: "book"}), []],
    [
      "a card at that hour in a city with little history",
      liveRow({at: monday + 3 * 3600, city: "Rome"}),
      [],
    ],
    ["a card in a city without any", liveRow({at: monday + 3 * 3600, city: "Oslo"}), []],
    [
      "the receiving side of a large payment",
      liveRow({cents: 9_000_00, side: Side.payee, channel: "book"}),
      [],
    ],
  ])("%s", (_, row, rules) => {
    expect(fired([row])).toEqual(rules);
  });

  it("see the same amount to the same party again within an hour", () => {
    expect(fired([liveRow(), liveRow({id: 2, at: noon + 3600})])).toEqual(["twice 2"]);
    expect(fired([liveRow(), liveRow({id: 2, at: noon + 3601})])).toEqual([]);
    expect(fired([liveRow(), liveRow({id: 2, cents: -101})])).toEqual([]);
    expect(fired([liveRow(), liveRow({id: 2, party: "Elsewhere"})])).toEqual([]);
    expect(fired([liveRow(), liveRow({id: 2, owner: "ind-000002"})])).toEqual([]);
  });

  it("see a third card payment within an hour, and not each that follows", () => {
    const rows = [0, 600, 1200, 1800].map((after, id) =>
      liveRow({id, at: noon + after, cents: -100 - id, party: `Shop ${id}`}),
    );
    expect(fired(rows)).toEqual(["burst 3"]);
    expect(fired([rows[0]!, rows[1]!, liveRow({id: 9, at: noon + 3601, cents: -5})])).toEqual([]);
  });

  it("see three refusals of one account within an hour", () => {
    const refusal = (after: number, owner = "ind-000001"): Refusal => [
      noon + after,
      `${owner}-chk`,
      owner,
      "Owner",
      "Graz",
      500,
      0,
      0,
    ];
    expect(fired([], [refusal(0), refusal(60), refusal(3600)])).toEqual(["refusals 3"]);
    expect(fired([], [refusal(0), refusal(60), refusal(3601)])).toEqual([]);
    expect(fired([], [refusal(0), refusal(60), refusal(90, "ind-000002")])).toEqual([]);
  });

  it("keep count of all and the rows of the last only", () => {
    const run = new WatchRun(watches, hours);
    for (let id = 1; id <= 100; id++)
      run.take(liveBatch(id, [liveRow({id, owner: `ind-${id}`, cents: -300_00, at: noon + id})]));
    expect(run.counts.get("card")).toBe(100);
    expect(run.firings).toHaveLength(firingsKept);
    expect(run.firings[0]?.rows[0]?.at).toBe(noon + 100);
  });

  it("begin from nothing where the stream begins anew", () => {
    const run = new WatchRun(watches, hours);
    run.take(liveBatch(1, [liveRow({cents: -300_00})]));
    run.clear();
    expect([run.counts.get("card"), run.firings]).toEqual([0, []]);
    run.take(liveBatch(2, [liveRow({id: 2, cents: -300_00})]));
    expect(run.firings.map(({watch}) => watch.name)).toEqual(["card"]);
  });

  it("are named as they are told: amounts, counts and times of the text are those of the rule", () => {
    for (const watch of watches) {
      if (watch.kind === "large")
        expect(watch.text).toContain(`€${(watch.aboveCents / 100).toLocaleString("en")}`);
      if ("seconds" in watch)
        expect([watch.seconds, watch.text]).toEqual([
          3600,
          expect.stringContaining("within an hour"),
        ]);
      if ("count" in watch)
        expect([watch.count, watch.text]).toEqual([3, expect.stringMatching(/three/i)]);
      if (watch.kind === "hour") expect(watch.text).toContain(`${100 * watch.shareBelow}%`);
    }
  });
});
