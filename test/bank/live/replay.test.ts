import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {keyedBytes} from "../../../loaders/datasets/formats/keyed.js";
import type {SnapshotReader} from "../../../loaders/snapshot/reader.js";
import type {CityHour} from "../../../src/bank/live/watchRun.js";
import {type DayFiles, dayBefore} from "../../../src/components/live/recordedDay.js";
import {replaySource} from "../../../src/components/live/replaySource.js";
import {isBusinessDay} from "../../../src/lib/bank/businessDays.js";
import {dayMs, parseDay} from "../../../src/lib/day.js";
import {LiveBook, type Past} from "../../../src/lib/live/book.js";
import {type LiveBatch, type LiveState, Side} from "../../../src/lib/live/events.js";
import type {UsualHour} from "../../../src/lib/live/usual.js";
import {parseEur} from "../../../src/lib/money.js";
import {bank} from "../../support/bank.js";
import {dataset, keyedDataset, keyedFile} from "../../support/dataset.js";
import {bankFiles} from "../../support/statement.js";
import {tinySnapshot} from "../../support/tinySnapshot.js";

const folder = bank({individuals: 150, companies: 40, months: 14, seed: 9});

let snapshot: SnapshotReader;
let files: DayFiles;
let posted: readonly Readonly<Record<string, string>>[];
let lastDay: string;

beforeAll(async () => {
  snapshot = await tinySnapshot(folder);
  files = {
    postings: await keyedDataset(snapshot, "live-day.keyed"),
    hours: await keyedDataset(snapshot, "live-hours.keyed"),
  };
  posted = bankFiles(folder)("transactions");
  lastDay = posted.reduce((last, {booked_on}) => (booked_on! > last ? booked_on! : last), "");
});
afterAll(() => snapshot.close());

const atOf = ({booked_at = ""}: Readonly<Record<string, string>>) =>
  Date.parse(`${booked_at.replace(" ", "T")}Z`) / 1000;
const hourOf = (row: Readonly<Record<string, string>>) => Number(row.booked_at!.slice(11, 13));
const isPaid = ({counter_account_id, amount_eur}: Readonly<Record<string, string>>) =>
  counter_account_id === "" || amount_eur!.startsWith("-");
const moved = (rows: readonly Readonly<Record<string, string>>[]) =>
  rows.filter(isPaid).reduce(
    ({count, cents}, {amount_eur}) => ({
      count: count + 1,
      cents: cents + Math.abs(parseEur(amount_eur!)),
    }),
    {count: 0, cents: 0},
  );
const ofLastDay = () => posted.filter(({booked_on}) => booked_on === lastDay);

/** A replay whose clock the test moves; `go` lets time pass and waits for what is loaded. */
function replay(hour: number, speed: number, from: DayFiles = files) {
  let [time, tick] = [0, () => {}];
  const source = replaySource(from, {
    reason: "there is no stream",
    hour,
    speed,
    now: () => time,
    every: (call) => {
      tick = call;
      return () => {
        tick = () => {};
      };
    },
  });
  const states: {state: LiveState; past: Past | undefined}[] = [];
  const batches: LiveBatch[] = [];
  const statuses: string[] = [];
  source.start({
    state: (state, past) => states.push({state, past}),
    batch: (batch) => batches.push(batch),
    status: ({kind}) => statuses.push(kind),
  });
  const ticks = async (count: number) => {
    for (let round = 0; round < count; round++) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      tick();
    }
  };
  const until = async (is: () => boolean) => {
    const afterTick = () => ticks(1).then(is);
    await expect.poll(afterTick, {interval: 1}).toBe(true);
  };
  const opened = () => until(() => statuses.includes("open") || statuses.includes("empty"));
  return {
    source,
    states,
    batches,
    statuses,
    ticks,
    until,
    opened,
    pass: (ms: number) => (time += ms),
  };
}

const busyPosting = (place: number, {at, page_count}: {at: number; page_count: number}) => ({
  ...{id: place + 1, at, account: "ind-1-chk", owner: "ind-1", name: "A", city: "Graz"},
  ...{amount_eur: -1, channel: "card", category: "groceries", is_inside: false, party: null},
  page_count,
});

/** What nothing had come to when noon began. */
const noonFile = () => {
  const all = {day: "2026-10-30", kind: "all", name: "", posting_count: 0, payment_count: 0};
  return keyedFile("hours", keyedBytes([["12", [{...all, moved_eur: 0}]]]));
};

describe("a replay of the last recorded day", () => {
  it.each([0, 12])(
    "from %d o'clock gives each row once, to the cent of the files",
    async (hour) => {
      const {states, batches, statuses, until, opened, pass} = replay(hour, 600);
      await opened();
      pass(86_400_000);
      await until(() => statuses.includes("ended"));
      const rows = batches.flatMap((batch) => batch.rows);
      const rest = ofLastDay().filter((row) => hourOf(row) >= hour);
      expect(rows.map(([id]) => String(id))).toEqual(
        rest.map(({transaction_id}) => transaction_id),
      );
      expect(rows.map(([, at]) => at)).toEqual(rest.map(atOf));
      const book = new LiveBook();
      book.begin(states[0]!.state, states[0]!.past);
      for (const batch of batches) book.take(batch);
      expect(book.opened).toEqual(moved(rest));
      const before = ofLastDay().filter((row) => hourOf(row) < hour);
      expect(states[0]!.state.today?.all).toEqual(moved(before));
      expect(book.at).toBe((Date.parse(lastDay) + dayMs) / 1000);
    },
  );

  it("tells in its state what the publisher would have told of the rows before", async () => {
    const all = replay(0, 600);
    await all.opened();
    all.pass(86_400_000);
    await all.until(() => all.statuses.includes("ended"));
    const rows = all.batches.flatMap((batch) => batch.rows);
    const noon = parseDay(lastDay) * 86_400 + 12 * 3600;
    const early = rows.filter(([, at]) => at < noon);
    const batch = {batch: 1, at: noon, writtenAt: 0, rows: early, refusals: []};
    const book = new LiveBook();
    book.take(batch);
    const {path, ...today} = (await dayBefore(files, 12))!;
    expect(book.today).toMatchObject(today);
    expect(path.at(-1)).toEqual({at: noon, cents: today.all.cents});
  });

  it("gives what a hidden tab slept through in one batch", async () => {
    const {batches, until, opened, pass} = replay(8, 60);
    await opened();
    pass(5 * 60_000);
    await until(() => batches.length > 0);
    expect(batches).toHaveLength(1);
    expect(batches[0]!.at).toBe(parseDay(lastDay) * 86_400 + 13 * 3600);
    const slept = ofLastDay().filter((row) => hourOf(row) >= 8 && hourOf(row) < 13);
    expect(batches[0]!.rows).toHaveLength(slept.length);
  });

  it("stands still while it is paused, and goes on from there", async () => {
    const {source, batches, ticks, until, opened, pass} = replay(8, 60);
    await opened();
    source.replay.isPaused = true;
    pass(60_000);
    await ticks(3);
    expect(batches).toEqual([]);
    source.replay.isPaused = false;
    source.replay.speed = 10;
    pass(6_000);
    await until(() => batches.length > 0);
    expect(batches.at(-1)!.at % 86_400).toBe(8 * 3600 + 60);
  });

  it("reads an hour of several pages to its end, each row once", async () => {
    const day = parseDay("2026-10-30") * 86_400;
    const at = [...Array(10).keys()].map((place) => day + 12 * 3600 + 300 * Math.floor(place / 2));
    const row = (place: number) => busyPosting(place, {at: at[place]!, page_count: 3});
    const pages = [
      [0, 1, 2],
      [3, 4, 5, 6],
      [7, 8, 9],
    ].map((places) => places.map(row));
    const {batches, statuses, until, opened, pass} = replay(12, 60, {
      postings: keyedFile("pages", keyedBytes(pages.map((rows, page) => [`12 ${page}`, rows]))),
      hours: noonFile(),
    });
    await opened();
    for (let second = 0; second < 60; second++) {
      const before = batches.length;
      pass(1000);
      await until(() => batches.length > before);
    }
    expect(batches.flatMap(({rows}) => rows).map(([id]) => id)).toEqual(
      at.map((_, place) => place + 1),
    );
    for (const batch of batches)
      for (const [, instant] of batch.rows) expect(batch.at - instant).toBeLessThanOrEqual(60);
    expect(statuses).toEqual(["connecting", "open"]);
  });

  it.each([
    {page_count: 4, speed: 60},
    {page_count: 10, speed: 10},
    {page_count: 150, speed: 1},
    {page_count: 1000, speed: 1},
  ])(
    "begins an hour of $page_count pages at $speed times its speed, and keeps the reader’s choice",
    async ({page_count, speed}) => {
      const noon = parseDay("2026-10-30") * 86_400 + 12 * 3600;
      const rows = [...Array(60).keys()].map((place) =>
        busyPosting(place, {at: noon + place, page_count}),
      );
      const {source, states, until, opened} = replay(12, 60, {
        postings: keyedFile("pages", keyedBytes([["12 0", rows]])),
        hours: noonFile(),
      });
      await opened();
      expect(source.replay.speed).toBe(speed);
      source.replay.speed = 600;
      source.replay.seek(12);
      await until(() => states.length === 2);
      expect(source.replay.speed).toBe(600);
    },
  );

  it("begins again at another hour", async () => {
    const {source, states, until, opened} = replay(20, 60);
    await opened();
    source.replay.seek(6);
    await until(() => states.length === 2);
    expect(states.map(({state}) => state.at! % 86_400)).toEqual([20 * 3600, 6 * 3600]);
  });

  it("marks the sides of a movement inside the bank", async () => {
    const {batches, statuses, until, opened, pass} = replay(0, 600);
    await opened();
    pass(86_400_000);
    await until(() => statuses.includes("ended"));
    const sideOf = new Map(
      batches.flatMap(({rows}) => rows).map((row) => [String(row[0]), row[9]]),
    );
    for (const row of ofLastDay()) {
      const inside = row.amount_eur!.startsWith("-") ? Side.payer : Side.payee;
      expect(sideOf.get(row.transaction_id!)).toBe(row.counter_account_id ? inside : Side.border);
    }
  });

  it("says so where there is nothing to replay, and where the file cannot be read", async () => {
    const nothing = {name: "nothing", url: async () => "http://127.0.0.1:9/"};
    const {statuses, until} = replay(12, 60, {postings: nothing, hours: nothing});
    await until(() => statuses.includes("failed"));
    expect(statuses).toEqual(["connecting", "failed"]);
  });
});

describe("the datasets of the live page, worked out again from the CSV files", () => {
  it("live-usual: the mean of the 91 days before the last, by kind of day and hour", async () => {
    const rows = await dataset<UsualHour>(snapshot, "live-usual.csv");
    expect(rows).toHaveLength(48);
    const last = parseDay(lastDay);
    const first = parseDay(posted[0]!.booked_on!);
    for (const {is_business_day, hour, day_count, payment_count, moved_eur} of rows) {
      const days = Array.from({length: 91}, (_, before) => last - 1 - before).filter(
        (day) => day >= first && isBusinessDay(day) === is_business_day,
      );
      const own = posted.filter((row) => {
        const day = parseDay(row.booked_on!);
        return days.includes(day) && hourOf(row) <= hour;
      });
      const {count, cents} = moved(own);
      expect(day_count).toBe(days.length);
      expect(payment_count).toBeCloseTo(count / days.length, 1);
      expect(moved_eur).toBeCloseTo(cents / 100 / days.length, 1);
    }
  });

  it("live-city-hours: the card payments of a city's customers, by hour", async () => {
    const rows = await dataset<CityHour>(snapshot, "live-city-hours.csv");
    const read = bankFiles(folder);
    const cityOf = new Map(read("users").map(({user_id, city}) => [user_id, city]));
    const ownerOf = new Map(read("accounts").map(({account_id, user_id}) => [account_id, user_id]));
    const cards = posted.filter(
      ({channel, amount_eur}) => channel === "card" && amount_eur!.startsWith("-"),
    );
    const counts = new Map<string, number>();
    for (const row of cards) {
      const city = cityOf.get(ownerOf.get(row.account_id!)!)!;
      for (const key of [city, `${city} ${hourOf(row)}`])
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(rows.reduce((sum, row) => sum + row.payment_count, 0)).toBe(cards.length);
    for (const {city, hour, payment_count, share} of rows) {
      expect(payment_count).toBe(counts.get(`${city} ${hour}`) ?? 0);
      expect(share).toBeCloseTo(payment_count / counts.get(city)!, 4);
    }
  });
});
