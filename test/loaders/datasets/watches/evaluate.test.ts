import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openCsvSource} from "../../../../loaders/csv/source.js";
import {type Bank, bankOf} from "../../../../loaders/datasets/bank.js";
import {checkResults} from "../../../../loaders/datasets/checkResults.js";
import {evaluateWatches} from "../../../../loaders/datasets/watches/evaluate.js";
import {projectRoot} from "../../../../loaders/environment.js";
import {openSnapshot, type SnapshotReader} from "../../../../loaders/snapshot/reader.js";
import {ensureSnapshot} from "../../../../loaders/snapshot/snapshot.js";
import {filesBelow} from "../../../../loaders/sourceFiles.js";
import type {ToldWatch} from "../../../../src/lib/watches/told.js";
import {bank} from "../../../support/bank.js";
import {temporaryFolder, tinyBank} from "../../../support/tinyBank.js";
import {snapshotOf} from "../../../support/tinySnapshot.js";
import {wordFaults} from "../../../support/wording.js";

const folder = bank({individuals: 60, companies: 24, months: 15, seed: 3});
const readers: SnapshotReader[] = [];
afterAll(() => {
  for (const reader of readers) reader.close();
});

/** A bank of a folder's files as it was known at the end of a day; as it is where no day is given. */
async function bankAt(from: string, day?: string): Promise<Bank> {
  const open = async () => {
    const source = await openCsvSource({folder: from});
    const {description} = source;
    return day === undefined
      ? source
      : Object.assign(Object.create(source), {description: {...description, asOf: day}});
  };
  const snapshot =
    day === undefined
      ? await snapshotOf(from)
      : await ensureSnapshot({env: {}, open, file: join(temporaryFolder("as-of"), "bank.duckdb")});
  const reader = await openSnapshot(snapshot.file);
  readers.push(reader);
  return bankOf(snapshot, reader, {open});
}

const told = (bank: Bank) => evaluateWatches(bank, () => checkResults(bank));

describe("the watches of the site", () => {
  let whole: Bank;
  let watches: readonly ToldWatch[];
  beforeAll(async () => {
    whole = await bankAt(folder);
    watches = await told(whole);
  });
  const watch = (name: string) => watches.find((one) => one.name === name)!;
  const values = (name: string) => watch(name).history.map(({value}) => value);

  it("are those of src/watches/, in the order of their names, each month of each told", () => {
    const files = filesBelow(join(projectRoot, "src/watches"));
    expect(watches).toHaveLength(files.length);
    expect(watches.length).toBeGreaterThanOrEqual(6);
    expect(watches.map(({name}) => name)).toEqual(watches.map(({name}) => name).sort());
    for (const {history} of watches) expect(history).toHaveLength(15);
  });

  it.each(["2025-12-31", "2026-06-30"])(
    "say at the end of %s what they say of it later",
    async (day) => {
      const then = await told(await bankAt(folder, day));
      for (const {name, history, state} of then) {
        expect(history.at(-1)?.month, name).toBe(`${day.slice(0, 7)}-01`);
        if (name === "broken-rules") continue; // known of the last month only
        expect(history, name).toEqual(watch(name).history.slice(0, history.length));
        expect(state === "fires", name).toBe(history.at(-1)!.fires);
      }
    },
  );

  it("count what the legs of the bank say, worked out without its monthly tables", async () => {
    const months = await whole.query<{
      payroll: number;
      saved: number;
      outflow: number;
      held: number;
    }>(
      `with legs as (
        select legs.*, calendar.month, accounts.kind, accounts.closed_on, users.kind as owner
        from bank.transactions legs
        join bank.calendar on calendar.day = legs.booked_on
        join bank.accounts on accounts.account_id = legs.account_id
        join bank.users on users.user_id = accounts.user_id
      ), sums as (
        select
          month,
          -sum(amount_eur) filter (owner = 'company' and category in ('payroll', 'social_contributions')) as payroll,
          sum(amount_eur) filter (
            owner = 'individual' and category = 'saving' and kind = 'savings'
            and not (booked_on is not distinct from closed_on and amount_eur < 0)
          ) / sum(amount_eur) filter (owner = 'individual' and category in ('salary', 'pension', 'benefit')) as saved,
          -sum(amount_eur) filter (counter_account_id is null) as outflow
        from legs
        group by month
      )
      select
        sums.*,
        (
          select sum(opening_balance_eur) from bank.accounts
          where opened_on <= last_day(month) and coalesce(closed_on > last_day(month), true)
        ) + (
          select sum(amount_eur) from legs
          where booked_on <= last_day(sums.month) and coalesce(closed_on > last_day(sums.month), true)
        ) as held
      from sums
      order by month`.replaceAll("filter (", "filter (where "),
    );
    const near = (name: string, expected: readonly number[]) => {
      const own = values(name).slice(-expected.length);
      for (const [at, value] of own.entries()) expect(value, name).toBeCloseTo(expected[at]!, 6);
    };
    near(
      "payroll-growth",
      months.map(({payroll}) => payroll),
    );
    near(
      "savings-rate",
      months.map(({saved}) => saved),
    );
    expect(values("net-outflow").slice(0, 3)).toEqual([null, null, null]);
    near(
      "net-outflow",
      months.slice(3).map(({outflow}, at) => {
        const [before, second, third] = months.slice(at);
        return (second!.outflow + third!.outflow + outflow) / before!.held;
      }),
    );
  });

  it("are told in sentences, with whole conditions", () => {
    for (const {name, sentence, condition, subtitle} of watches) {
      expect(sentence, name).toMatch(/^[A-Z].*\.$/);
      expect(`${sentence} ${condition} ${subtitle}`, name).not.toMatch(
        /undefined|null|NaN|–|\[object/,
      );
      expect(wordFaults(sentence), name).toEqual([]);
    }
    expect(watch("cash-runway").sentence).toMatch(
      / of 24 companies ha(s|ve) cash for less than three months/,
    );
    expect(watch("broken-rules").sentence).toBe("All 14 rules of the books are kept.");
    expect(watch("broken-rules").history.filter(({value}) => value !== null)).toHaveLength(1);
  });
});

describe("watches of a small bank", () => {
  it("have nothing to say where there is nothing, and say why", async () => {
    const watches = await told(await bankAt(tinyBank));
    const silent = watches.filter(({state}) => state === "silent");
    expect(silent.map(({name}) => name)).toEqual([
      "cash-runway",
      "net-outflow",
      "payroll-growth",
      "revenue-concentration",
      "savings-rate",
    ]);
    for (const {sentence} of silent) expect(sentence).toMatch(/^Nothing to say: [a-z].*\.$/);
    expect(watches.every(({history}) => history.length === 2)).toBe(true);
  });
});
