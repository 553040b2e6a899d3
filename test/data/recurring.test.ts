import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {queriesOver} from "../../loaders/datasets/bank.js";
import {keyedBytes} from "../../loaders/datasets/formats/keyed.js";
import {
  type PersonPayments,
  readMainCustomers,
  readPersonPayments,
} from "../../loaders/datasets/personLegs.js";
import type {SnapshotReader} from "../../loaders/snapshot/reader.js";
import {type KeyedFile, keyedRow} from "../../src/components/keyed.js";
import {balanceDays} from "../../src/lib/balances/aheadWords.js";
import {balanceAccuracy} from "../../src/lib/balances/backtest.js";
import {cycleDays, cycleStandings, lowPoints} from "../../src/lib/balances/cycles.js";
import {futuresOf} from "../../src/lib/balances/futures.js";
import {
  type PersonAccountRow,
  personAccount,
  personAccountRows,
} from "../../src/lib/balances/personRow.js";
import {balancePeople, maybeAccount} from "../../src/lib/balances/rows.js";
import {parseEur} from "../../src/lib/money.js";
import {costOf, fewestPeople, isCost, usualContracts} from "../../src/lib/recurring/costs.js";
import {withContracts} from "../../src/lib/recurring/people.js";
import {contractsOf, recurringPeople} from "../../src/lib/recurring/rows.js";
import {bank} from "../support/bank.js";
import {keyedFile} from "../support/dataset.js";
import {mainCustomersOf} from "../support/mainCustomers.js";
import {recurringScore, type Score} from "../support/recurringScore.js";
import {bankFiles, middle, statementOf} from "../support/statement.js";
import {tinySnapshot} from "../support/tinySnapshot.js";

// A seed by which nothing was chosen.
const folder = bank({individuals: 600, companies: 20, months: 18, seed: 5});

const open: SnapshotReader[] = [];
const paymentsOf = async (from: string): Promise<PersonPayments> => {
  const snapshot = await tinySnapshot(from);
  open.push(snapshot);
  return readPersonPayments(queriesOver(snapshot));
};

const rowsOf = (of: PersonPayments) => [...personAccountRows(of)];

let payments: PersonPayments;
let found: ReturnType<typeof withContracts<PersonPayments>>;
let score: Score;
beforeAll(async () => {
  payments = await paymentsOf(folder);
  found = withContracts(payments);
  score = recurringScore(payments, folder);
});
afterAll(() => {
  for (const snapshot of open) snapshot.close();
});

describe("readPersonPayments(bank)", () => {
  it("holds every leg on a checking account of a person, to the cent, and no other", () => {
    const rows = bankFiles(folder);
    const owners = new Map(
      rows("accounts").flatMap((row) =>
        row.kind === "checking" && row.user_id!.startsWith("ind-")
          ? [[row.account_id!, row.user_id!]]
          : [],
      ),
    );
    const sums = new Map<string, number>();
    for (const row of rows("transactions")) {
      const owner = owners.get(row.account_id!);
      if (owner) sums.set(owner, (sums.get(owner) ?? 0) + parseEur(row.amount_eur!));
    }
    for (const {userId, cents} of payments.people)
      expect(cents.reduce((sum, amount) => sum + amount, 0)).toBe(sums.get(userId) ?? 0);
    expect(payments.people).toHaveLength(owners.size);
  });
});

describe("contracts, held against the generator's labels on a bank never used for tuning", () => {
  it("claims hardly a contract that is none, and misses few", () => {
    expect(score.precision).toBeGreaterThan(0.99);
    expect(score.recall).toBeGreaterThan(0.98);
  });

  it("finds most price rises of rents and subscriptions, and claims hardly one too many", () => {
    expect(score.risePrecision).toBeGreaterThan(0.98);
    expect(score.riseRecall).toBeGreaterThan(0.85);
  });

  it("names the services that raised their price, from, to and when", () => {
    expect(score.services.length).toBeGreaterThan(0);
    expect(score.trueServices).toEqual(expect.arrayContaining([...score.services]));
  });
});

describe("balances", () => {
  it("gives back the balance of each account at the end of the data, to the euro", () => {
    const rows = bankFiles(folder);
    const balances = new Map(
      rows("accounts").map((row) => [row.account_id!, parseEur(row.opening_balance_eur!)]),
    );
    const last = payments.lastDay;
    const monthBefore = new Map<string, number>();
    for (const row of rows("transactions")) {
      const now = (balances.get(row.account_id!) ?? 0) + parseEur(row.amount_eur!);
      balances.set(row.account_id!, now);
      if (row.booked_on! <= "2026-09-30") monthBefore.set(row.account_id!, now);
    }
    const data = balancePeople(found);
    const people = Object.keys(data.people);
    expect(people.length).toBeGreaterThan(200);
    for (const userId of people) {
      const {balance, balances: daily, lastDay} = maybeAccount(data, userId)!;
      expect(Math.abs(balance - balances.get(`${userId}-chk`)! / 100)).toBeLessThanOrEqual(0.5);
      const before = monthBefore.get(`${userId}-chk`);
      if (before !== undefined && daily.length > 31)
        expect(Math.abs(daily.at(-32)! - before / 100)).toBeLessThanOrEqual(0.5);
      expect(lastDay).toBe(last);
    }
  });
});

describe("readPersonPayments(bank)", () => {
  it("reads the same whether all accounts are read at once or some at a time", async () => {
    const snapshot = await tinySnapshot(folder);
    open.push(snapshot);
    const some = await readPersonPayments(queriesOver(snapshot), {accountsAtATime: 7});
    expect(some).toEqual(payments);
  });
});

describe("what one person's page loads, against everybody's contracts and balances at once", () => {
  let file: KeyedFile;
  let main: ReadonlySet<string>;
  let accounts: ReturnType<typeof rowsOf>;
  beforeAll(() => {
    accounts = rowsOf(payments);
    file = keyedFile("person-contracts.keyed", keyedBytes(accounts));
    main = mainCustomersOf(statementOf(folder));
  });
  const read = async (userId: string) =>
    personAccount(await keyedRow<PersonAccountRow>(file, userId), userId);

  it("person-contracts: each person's contracts and account are the same, and nobody else's", async () => {
    const [recurring, balances] = [recurringPeople(found), balancePeople(found)];
    let [contractCount, closedCount] = [0, 0];
    for (const {userId, closedOn} of payments.people) {
      const own = await read(userId);
      expect(own.contracts).toEqual(contractsOf(recurring, userId));
      expect(own.account).toEqual(maybeAccount(balances, userId));
      contractCount += own.contracts.length;
      if (closedOn !== undefined) closedCount += Number(own.account === undefined);
    }
    expect(contractCount).toBeGreaterThan(1000);
    expect(closedCount).toBe(payments.people.filter(({closedOn}) => closedOn !== undefined).length);
    expect(await read("ind-999999")).toEqual({contracts: [], account: undefined});
  });

  it("recurring-costs: the kinds of contract, from each main customer's own page", async () => {
    const kinds = new Map<string, number[]>();
    const totals: {count: number; eur: number}[] = [];
    for (const userId of main) {
      const {contracts} = await read(userId);
      const running = contracts.filter((row) => row.next_on !== null && isCost(row));
      if (running.length > 0) totals.push({count: running.length, eur: costOf(running)});
      for (const category of new Set(running.map((row) => row.category))) {
        const eur = costOf(running.filter((row) => row.category === category));
        kinds.set(category, [...(kinds.get(category) ?? []), eur]);
      }
    }
    const usual = usualContracts(accounts, main);
    const shown = [...kinds].filter(([, amounts]) => amounts.length >= fewestPeople);
    expect(shown.length).toBeGreaterThan(3);
    expect(usual.costs.map(({category, person_count}) => [category, person_count]).sort()).toEqual(
      shown.map(([category, amounts]) => [category, amounts.length]).sort(),
    );
    for (const {category, median_eur} of usual.costs)
      expect(Math.abs(median_eur - middle(kinds.get(category)!))).toBeLessThan(0.0051);
    expect(usual.person_count).toBe(totals.length);
    expect(usual.median_count).toBe(middle(totals.map(({count}) => count)));
    expect(Math.abs(usual.median_eur - middle(totals.map(({eur}) => eur)))).toBeLessThan(0.0051);
  });

  it("balance-cycle: the pay cycles, from each main customer's own page", async () => {
    const rows = cycleStandings(accounts, main);
    const cycles = (
      await Promise.all(
        [...main].map(async (userId) => {
          const {account, contracts} = await read(userId);
          // an account of fewer than 28 days has no whole cycle
          return account && account.balances.length >= 28 ? cycleDays(account, contracts) : [];
        }),
      )
    ).filter((days) => days.length > 0);
    expect(rows).toHaveLength(28);
    for (const row of rows) {
      const days = cycles
        .flat()
        .filter(({days_since_payday}) => days_since_payday === row.days_since_payday);
      const lows = cycles.flatMap((own) => lowPoints(own));
      const low = lows.filter(({days_since_payday}) => days_since_payday === row.days_since_payday);
      const below = days.filter(({balance_eur}) => balance_eur < 0).length;
      expect(row.person_count).toBe(cycles.length);
      expect(row.cycle_count).toBe(days.length);
      expect(row.below_zero_share).toBeCloseTo(below / days.length, 12);
      expect(row.low_share).toBeCloseTo(low.length / lows.length, 12);
    }
    expect(Math.max(...rows.map(({below_zero_share}) => below_zero_share))).toBeGreaterThan(0);
  });

  it("readMainCustomers(bank) are those that the CSV files tell", async () => {
    const snapshot = await tinySnapshot(folder);
    open.push(snapshot);
    expect([...(await readMainCustomers(queriesOver(snapshot)))].sort()).toEqual([...main].sort());
  });
});

describe("balance-backtest", () => {
  it("has bands that hold about what they promise for main customers, and is closer than both guesses for a month", () => {
    const main = mainCustomersOf(statementOf(folder));
    const people = payments.people.filter(({userId}) => main.has(userId));
    const rows = balanceAccuracy({...payments, people}, {paths: 100});
    expect(rows.map((row) => row.horizon_days)).toEqual([7, 14, 30, 45, 60]);
    for (const row of rows) {
      expect(row.coverage_80_share).toBeGreaterThan(0.7);
      expect(row.coverage_80_share).toBeLessThan(0.92);
      expect(row.coverage_95_share).toBeGreaterThan(row.coverage_80_share);
      if (row.horizon_days <= 30)
        expect(row.mae_eur).toBeLessThan(Math.min(row.mae_flat_eur, row.mae_month_eur));
      // Further ahead it may be no closer than the better guess, but not farther off beyond chance.
      expect(row.gain_eur).toBeGreaterThan(-1.96 * row.gain_error_eur);
    }
  });
});

describe("small banks", () => {
  it.each([
    {individuals: 0, companies: 1, months: 2, seed: 1},
    {individuals: 1, companies: 1, months: 1, seed: 1},
    {individuals: 3, companies: 1, months: 4, seed: 2},
  ])("have no error: %j", async (parameters) => {
    const small = await paymentsOf(bank(parameters));
    expect(small.people).toHaveLength(parameters.individuals);
    const accounts = rowsOf(small);
    const open = accounts.filter(([userId, [{balances}]]) => userId in balances.people);
    expect(balanceAccuracy(small)).toEqual([]);
    const everybody = new Set(open.map(([userId]) => userId));
    expect(cycleStandings(accounts, everybody).length).toBeGreaterThanOrEqual(0);
    expect(cycleStandings(accounts, new Set())).toEqual([]);
    expect(usualContracts(accounts, everybody).costs).toEqual([]);
    for (const [userId, [{contracts, balances}]] of open) {
      const account = maybeAccount(balances, userId)!;
      const days = balanceDays(account, futuresOf(account, contractsOf(contracts, userId)));
      expect(days.every(({balance_eur}) => Number.isFinite(balance_eur))).toBe(true);
    }
  });
});
