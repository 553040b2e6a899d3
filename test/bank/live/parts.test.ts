import {describe, expect, it} from "vitest";
import {liveBar} from "../../../src/bank/live/bar.js";
import {flowFinding} from "../../../src/bank/live/flowStrips.js";
import {barTape, timeTape} from "../../../src/bank/live/flowTape.js";
import {awayText} from "../../../src/bank/live/now.js";
import {Ranking} from "../../../src/bank/live/ranking.js";
import {type LiveDesk, liveDesk} from "../../../src/components/live/desk.js";
import {firstSource} from "../../../src/components/live/firstSource.js";
import {Head} from "../../../src/components/live/head.js";
import {postingTable} from "../../../src/components/live/postingTable.js";
import type {LiveListener, LiveSource, SourceStatus} from "../../../src/components/live/source.js";
import {againstUsual, clockText, longDay, statusText} from "../../../src/components/live/words.js";
import {Away} from "../../../src/lib/live/away.js";
import {LiveBook} from "../../../src/lib/live/book.js";
import {liveBatch, liveRow, liveState, monday} from "../../support/liveRows.js";
import {onPage, page, texts} from "../../support/page.js";

const noon = monday + 43_200;

/** A source that a test speaks for. */
function givenSource(kind: LiveSource["kind"]) {
  let told: LiveListener | undefined;
  let isClosed = false;
  const replay = {reason: "there is no stream", hour: 12, speed: 60, isPaused: false, seek() {}};
  const source: LiveSource = {
    kind,
    ...(kind === "replay" ? {replay} : {}),
    start(listener) {
      told = listener;
    },
    close() {
      isClosed = true;
    },
  };
  return {
    source,
    replay,
    say: () => told!,
    isStarted: () => told !== undefined,
    isClosed: () => isClosed,
  };
}

function deskOf(kind: LiveSource["kind"]) {
  const {document} = page();
  const given = givenSource(kind);
  let time = 0;
  const desk = liveDesk(given.source, {document, now: () => time});
  return {...given, desk, document, pass: (ms: number) => (time += ms)};
}

describe("the words of a live page", () => {
  it.each([
    [110, 100, "10% more than average by now"],
    [83, 100, "17% less than average by now"],
    [100.2, 100, "as on an average day by now"],
    [420, 100, "4 times the average by now"],
    [5, 0, "no average day to compare with"],
    [5, undefined, "no average day to compare with"],
  ])("%d against a usual %s is “%s”", (now, usual, text) => {
    expect(againstUsual(now, usual)).toBe(text);
  });

  it("say fewer of what is counted", () => {
    expect(againstUsual(83, 100, {counted: true})).toBe("17% fewer than average by now");
  });

  it("give the bank's time in UTC", () => {
    expect(clockText(noon + 127)).toBe("12:02");
    expect(clockText(noon + 127, {seconds: true})).toBe("12:02:07");
    expect(longDay(noon)).toBe("Monday 2 November 2026");
  });

  const publisherSays = (status: SourceStatus, prepare: (desk: LiveDesk) => void = () => {}) => {
    const {desk, say} = deskOf("publisher");
    say().status(status);
    prepare(desk);
    return statusText(desk);
  };
  it.each<[SourceStatus, string]>([
    [{kind: "connecting"}, "Connecting to the live stream …"],
    [{kind: "open"}, "Live: the stream has not begun yet"],
    [{kind: "lost"}, "Connection lost, trying again"],
    [
      {kind: "dropped", reason: "too slow: 90 batches behind"},
      "The publisher closed the connection (too slow: 90 batches behind), trying again",
    ],
  ])("say of a publisher that is %o: %s", (status, text) => {
    expect(publisherSays(status)).toBe(text);
  });

  it("give the speed of a stream once it is measured", () => {
    const {desk, say, pass} = deskOf("publisher");
    say().status({kind: "open"});
    say().batch(liveBatch(1, [liveRow()]));
    expect(statusText(desk)).toBe("Live");
    pass(1000);
    say().batch(liveBatch(2, [liveRow({at: noon + 3600})]));
    expect(statusText(desk)).toBe("Live, 1 hour a second");
  });

  it.each<[SourceStatus["kind"], string]>([
    ["open", "Replay of 2 November 2026 at 60 times its speed: there is no stream"],
    ["ended", "The replay of 2 November 2026 is over: there is no stream"],
  ])("say of a replay that is %s: %s", (kind, text) => {
    const {desk, say} = deskOf("replay");
    say().state(liveState({at: kind === "ended" ? monday + 86_400 : noon}));
    say().status({kind} as SourceStatus);
    expect(statusText(desk)).toBe(text);
  });

  it("say of a replay without a posting, or whose file is not there, what is wrong", () => {
    const {desk, say} = deskOf("replay");
    expect(statusText(desk)).toBe("Opening the last recorded day …");
    say().status({kind: "empty"});
    expect(statusText(desk)).toBe("Nothing to replay, no posting yet: there is no stream");
    say().status({kind: "failed", reason: "live-day.keyed: the server answered 404"});
    expect(statusText(desk)).toContain("the server answered 404");
  });

  it("show the speed at which the replay plays, whoever chose it", () => {
    const {desk, document, replay} = deskOf("replay");
    const bar = liveBar(desk, {document});
    const [hour, speed] = bar.querySelectorAll("select");
    expect(speed!.value).toBe("60");
    replay.speed = 10;
    hour!.dispatchEvent(new document.defaultView!.Event("change"));
    expect(speed!.value).toBe("10");
    speed!.value = "600";
    speed!.dispatchEvent(new document.defaultView!.Event("change"));
    expect(replay.speed).toBe(600);
  });

  it("tell what came in while nobody looked", () => {
    const away = new Away();
    away.leave(0, false);
    expect(awayText(away)).toBe("While you were away, nothing was paid.");
    away.take(liveBatch(1, [liveRow({cents: -100}), liveRow({id: 2, cents: -40_000})]));
    expect(awayText(away)).toBe(
      "While you were away, 2 payments moved €401, the most by Owner ind-000001 (€400).",
    );
    away.leave(0, true);
    expect(awayText(away)).toBe("While this page was paused, nothing was paid.");
  });

  it("name the channel that moves the most", () => {
    expect(flowFinding([0, 0, 0, 0, 0, 0])).toBe("Nothing has moved in the last moments");
    expect(flowFinding([100, 1100, 0, 0, 0, 0])).toBe(
      "€12 a second, most of it by SEPA credit transfer",
    );
    expect(flowFinding([100, 0, 0, 0, 0, 0])).toBe("€1 a second, most of it by card");
  });
});

describe("liveDesk(source)", () => {
  it("sums anew with each replay, and goes on where a publisher's state comes again", () => {
    for (const [kind, cents] of [
      ["replay", 100],
      ["publisher", 200],
    ] as const) {
      const {desk, say} = deskOf(kind);
      let begun = 0;
      desk.onAnew(() => begun++);
      say().state(liveState({at: noon}));
      say().batch(liveBatch(1, [liveRow()]));
      say().state(liveState({at: noon, batch: 1}));
      say().batch(liveBatch(2, [liveRow()]));
      expect(desk.book.opened.cents).toBe(cents);
      expect(begun).toBe(kind === "replay" ? 2 : 1);
    }
  });

  it("tells what reads its batches of each once", () => {
    const {desk, say} = deskOf("publisher");
    const seen: number[] = [];
    desk.onBatch(({batch}) => seen.push(batch));
    for (const batch of [1, 2, 2, 1, 3]) say().batch(liveBatch(batch, [liveRow()]));
    expect(seen).toEqual([1, 2, 3]);
  });

  it("pauses a replay, but not a stream, and says when the reader is back", () => {
    const {desk, replay, say} = deskOf("replay");
    let returns = 0;
    desk.onReturn(() => returns++);
    desk.isPaused = true;
    expect([replay.isPaused, desk.drawing.isHeld]).toEqual([true, true]);
    say().batch(liveBatch(1, [liveRow()]));
    expect(desk.away.sum.count).toBe(1);
    desk.isPaused = false;
    expect([replay.isPaused, desk.drawing.isHeld, returns]).toEqual([false, false, 1]);
  });
});

describe("firstSource(publisher, replay)", () => {
  const begin = () => {
    const [publisher, replay] = [givenSource("publisher"), givenSource("replay")];
    const told: string[] = [];
    const source = firstSource(publisher.source, replay.source);
    source.start({
      state: ({batch}) => told.push(`state ${batch}`),
      batch: ({batch}) => told.push(`batch ${batch}`),
      status: ({kind}) => told.push(kind),
    });
    return {publisher, replay, told, source};
  };

  it("is the stream where that has begun", () => {
    const {publisher, replay, told, source} = begin();
    publisher.say().state(liveState({at: noon, batch: 4}));
    publisher.say().batch(liveBatch(5, []));
    expect(told).toEqual(["state 4", "batch 5"]);
    expect([source.kind, replay.isStarted()]).toEqual(["publisher", false]);
  });

  it("is a replay until the first batch, and the stream from then on", () => {
    const {publisher, replay, told, source} = begin();
    publisher.say().status({kind: "open"});
    publisher.say().state(liveState());
    expect([source.kind, replay.isStarted()]).toEqual(["replay", true]);
    replay.say().state(liveState({at: noon, batch: 70}));
    publisher.say().status({kind: "lost"});
    publisher.say().batch(liveBatch(1, [liveRow()]));
    expect(told).toEqual(["open", "state 70", "state 0", "open", "batch 1"]);
    expect([source.kind, replay.isClosed()]).toEqual(["publisher", true]);
    publisher.say().state(liveState());
    expect(source.kind).toBe("publisher");
  });
});

describe("Head", () => {
  it("follows the batches within a second, and never goes beyond them", () => {
    const head = new Head();
    head.step(0, 0, false);
    const seen = Array.from({length: 60}, (_, frame) => {
      head.step(3600, (frame + 1) * 16, false);
      return head.at!;
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen[0]).toBeLessThan(600);
    expect(seen.at(-1)).toBeGreaterThan(3500);
    expect(seen.at(-1)).toBeLessThanOrEqual(3600);
  });

  it("is at once where nothing may slide, where time jumps back, and after a hidden tab", () => {
    const head = new Head();
    head.step(100, 0, false);
    expect([head.step(200, 16, true), head.at]).toEqual([false, 200]);
    expect([head.step(50, 32, false), head.at]).toEqual([false, 50]);
    expect([head.step(9000, 5000, false), head.at]).toEqual([false, 9000]);
    head.leave();
    expect([head.step(40_000, 5016, false), head.at]).toEqual([false, 40_000]);
  });
});

describe("the tapes", () => {
  const flowOf = (rows: Parameters<typeof liveRow>[0][]) => {
    const book = new LiveBook();
    book.take(liveBatch(1, rows.map(liveRow)));
    return book.flow.get(60)!;
  };

  it("draw a bar for each bucket with money, the highest below the end of the scale", () => {
    const {document} = page();
    const flow = flowOf([
      {at: noon, cents: -6000},
      {id: 2, at: noon + 120, cents: -18_000},
    ]);
    const tape = barTape(0, document);
    expect(tape.draw({flow, width: 119}, noon)).toBe(500); // 300 cents a second
    const path = tape.element.querySelector("path")!.getAttribute("d")!;
    expect(path.match(/M[\d.]+/g)).toEqual(["M119.0", "M117.0"]);
    expect(path.match(/V[\d.]+(?=h)/g)).toEqual(["V20.0", "V36.0"]);
    expect(tape.element.querySelector("rect")!.getAttribute("x")).toBe("117.0");
    expect(barTape(1, document).draw({flow, width: 119}, noon)).toBe(0);
  });

  it("write the hours where they are", () => {
    const {document} = page();
    const tape = timeTape(document);
    tape.draw({flow: flowOf([{at: noon}]), width: 1190});
    const ticks = texts(tape.element, "text").filter(Boolean);
    expect(ticks).toEqual(["11:45", "11:30", "11:15", "11:00", "10:45", "10:30", "10:15"]);
    const [first] = tape.element.querySelectorAll('text[x="1040.0"]');
    expect(first?.textContent).toBe("11:45");
  });
});

describe("Ranking", () => {
  const sum = (cents: number) => ({count: 1, cents});

  it("puts the largest first, with what came in the last ten seconds", () => {
    const ranking = new Ranking();
    ranking.rank({a: sum(100), b: sum(300)}, 0);
    expect(ranking.rank({a: sum(500), b: sum(300)}, 5000)).toEqual([
      {key: "a", cents: 500, count: 1, recent: 400},
      {key: "b", cents: 300, count: 1, recent: 0},
    ]);
    expect(ranking.rank({a: sum(500), b: sum(300)}, 16_000)[0]!.recent).toBe(0);
  });

  it("has nothing new at first, and on another day", () => {
    const ranking = new Ranking();
    ranking.rank({}, 0);
    expect(ranking.rank({a: sum(100)}, 500)[0]!.recent).toBe(0);
    expect(ranking.rank({a: sum(40)}, 1000)[0]!.recent).toBe(0);
    expect(ranking.rank({a: sum(50)}, 1500)[0]!.recent).toBe(10);
  });
});

describe("postingTable(count)", () => {
  it("writes the newest payments in place, each with its owner's profile", () => {
    const {document} = page();
    const table = postingTable(2, {document});
    onPage(table.element);
    expect(texts(table.element, "tbody tr:not([hidden])")).toEqual([]);
    table.draw([liveRow({cents: -1234}), liveRow({id: 2, owner: "com-000007", cents: 5})]);
    const [first, second] = table.element.querySelectorAll("tbody tr");
    expect(first!.textContent).toContain("to Nordkauf Graz · Groceries · Card · Graz−\u2060€12.34");
    expect(second!.textContent).toContain("from Nordkauf Graz");
    expect(first!.querySelector("a")!.href).toContain("person/overview.html?id=ind-000001");
    expect(second!.querySelector("a")!.href).toContain("company/cash.html?id=com-000007");
    table.draw([liveRow({id: 3}), liveRow({cents: -1234})]);
    expect(table.element.querySelector("tbody tr")).toBe(first);
    expect([...table.element.querySelectorAll(".is-new")]).toEqual([first]);
  });

  it("waits while the reader has the focus in it", () => {
    const {document} = page();
    const table = postingTable(1, {document});
    onPage(table.element);
    table.draw([liveRow()]);
    table.element.querySelector("a")!.focus();
    table.draw([liveRow({id: 2, owner: "ind-000002"})]);
    expect(table.element.querySelector("a")!.textContent).toBe("Owner ind-000001");
    table.element.querySelector("a")!.blur();
    table.draw([liveRow({id: 2, owner: "ind-000002"})]);
    expect(table.element.querySelector("a")!.textContent).toBe("Owner ind-000002");
  });
});
