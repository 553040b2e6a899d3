import {describe, expect, it} from "vitest";
import {parseDay, parseMonth} from "../../../src/lib/day.js";
import {
  contractsFinding,
  intervalText,
  monthlyEur,
  nextDueText,
  usualContracts,
  usualFinding,
} from "../../../src/lib/recurring/costs.js";
import {lastRiseText, risesFinding, serviceRises} from "../../../src/lib/recurring/priceRises.js";
import {
  contractsOf,
  type OwnContracts,
  type PackedContract,
  type RecurringPeople,
} from "../../../src/lib/recurring/rows.js";

const packed = (
  changes: {
    party?: number;
    category?: number;
    every?: number;
    amount?: number;
    next?: number | null;
    recent?: number[];
    rises?: number[];
    extras?: number[];
  } = {},
): PackedContract => {
  const {
    party = 0,
    category = 0,
    every = 1,
    amount = -10,
    next = 5,
    recent = [],
    rises = [],
    extras = [],
  } = changes;
  return [party, category, every, 5, 0, amount, -26, next, -500, 17, recent, rises, extras, []];
};

const bank = (...people: PackedContract[][]): RecurringPeople => ({
  last_day: "2026-10-31",
  parties: ["Filmbox", "Stadtwerke", "Employer", "Own account elsewhere"],
  categories: ["subscriptions", "utilities", "salary", "household"],
  people: Object.fromEntries(people.map((rows, at) => [`ind-${at}`, rows])),
});

describe("contractsOf(data, userId)", () => {
  it("unpacks a contract, the next due first and the ended last", () => {
    const rows = contractsOf(
      bank([packed({next: null}), packed({next: 9, party: 1}), packed({next: 2, party: 2})]),
      "ind-0",
    );
    expect(rows.map(({party}) => party)).toEqual(["Employer", "Stadtwerke", "Filmbox"]);
    expect(rows[0]).toMatchObject({
      next_on: new Date("2026-11-02"),
      last_on: new Date("2026-10-05"),
      due: {dayOfMonth: 5, roll: "forward"},
      seen_count: 17,
    });
    expect(contractsOf(bank(), "ind-9")).toEqual([]);
  });

  it("unpacks what came beside an income, with the month that it came next to", () => {
    const days = parseDay("2025-12-12") - parseDay("2026-10-31");
    const [row] = contractsOf(bank([packed({extras: [days, 0.95]})]), "ind-0");
    expect(row?.extras).toEqual([
      {on: parseDay("2025-12-12"), month: parseMonth("2025-12"), lag: 7, share: 0.95},
    ]);
  });
});

describe("contractsFinding(name, rows)", () => {
  const own = (...rows: PackedContract[]) => contractsOf(bank(rows), "ind-0");
  const finding = (...rows: PackedContract[]) => contractsFinding("Ada", own(...rows));
  const both = [
    packed(),
    packed({party: 1, category: 1, every: 3, amount: -60, next: 1, recent: [-30, -60]}),
  ];
  const salary = packed({party: 2, category: 2, amount: 2000});

  it("adds up what costs, by the month", () => {
    expect(finding(...both)).toBe("Ada pays €25 a month for 2 contracts");
    expect(finding(salary)).toBe("Ada has no contract to pay for");
    expect(finding(packed({next: null}))).toBe("Ada has no active contract");
  });

  it("nextDueText says what is due next, out or in", () => {
    expect(nextDueText(own(...both))).toBe("Next: €60.00 to Stadtwerke on 1 November 2026.");
    expect(nextDueText(own(salary))).toBe("Next: €2,000.00 from Employer on 5 November 2026.");
    expect(nextDueText(own(packed({next: null})))).toBe("");
  });

  it("says how often", () =>
    expect([1, 3, 12].map(intervalText)).toEqual(["monthly", "every 3 months", "yearly"]));

  it("takes the mean of what is metered", () =>
    expect(
      monthlyEur(contractsOf(bank([packed({recent: [-10, -20], every: 3})]), "ind-0")[0]!),
    ).toBe(-5));
});

/** The contracts of each, as their own rows have them. */
const each = (data: RecurringPeople): OwnContracts[] =>
  Object.keys(data.people).map((userId) => [userId, [{contracts: data}]]);

describe("usualContracts(people, who)", () => {
  it("is of those with a contract that costs and runs, kinds that five people have", () => {
    const filmbox = packed();
    const people = [10, 20, 30, 40, 50].map((eur) => [
      packed({amount: -eur}),
      packed({amount: -eur}),
      packed({category: 3, amount: -500}),
    ]);
    const data = bank(
      ...people,
      [packed({next: null})],
      [packed({category: 2, amount: 9})],
      [packed({amount: -900})],
    );
    const all = ["ind-0", "ind-1", "ind-2", "ind-3", "ind-4", "ind-5", "ind-6"];
    const usual = usualContracts(each(data), new Set(all));
    expect(usual).toMatchObject({person_count: 5, median_count: 2, median_eur: 60});
    expect(usual.costs).toMatchObject([
      {label: "Subscriptions", median_eur: 60, person_count: 5, contract_count: 10},
    ]);
    expect(usualFinding(usual)).toBe(
      "The median main customer has two contracts, costing €60 a month",
    );
    expect(usualFinding(usualContracts(each(bank([filmbox])), new Set(["ind-0"])))).toBe(
      "The median main customer has one contract, costing €10 a month",
    );
    expect(usualFinding(usualContracts(each(bank([filmbox])), new Set()))).toBe(
      "No main customer has a recurring payment yet",
    );
  });
});

describe("serviceRises(people)", () => {
  const risen = (days: number, party = 0, category = 0) => [
    packed({party, category, rises: [days, 8, 10]}),
  ];

  it("are the same step of three customers or more, in the month of most", () => {
    const rows = serviceRises(
      each(bank(risen(-95), risen(-96), risen(-60), risen(-95, 1), risen(-95, 1))),
    );
    expect(rows).toEqual([
      {
        party: "Filmbox",
        month: new Date("2026-07-01"),
        from_eur: 8,
        to_eur: 10,
        rise_share: 0.25,
        customer_count: 3,
      },
    ]);
    expect(risesFinding(rows)).toBe("One service raised its price: Filmbox by 25% in July 2026");
  });

  it("are no transfers to an own account, and have words for two and none", () => {
    const own = [1, 2, 3].map(() => risen(-95, 3, 3));
    expect(serviceRises(each(bank(...own)))).toEqual([]);
    expect(risesFinding([])).toBe("No service raised its price for several customers at once");
    const two = [
      ...[1, 2, 3].map(() => risen(-95)),
      ...[1, 2, 3].map(() => [packed({party: 1, rises: [-95, 10, 11]})]),
    ];
    expect(risesFinding(serviceRises(each(bank(...two))))).toBe(
      "Two services raised their prices, most of all Filmbox by 25% in July 2026",
    );
  });

  it("stand in words beside a contract", () => {
    const [row] = contractsOf(bank(risen(-95)), "ind-0");
    expect(lastRiseText(row!)).toBe("+25% in July 2026");
    expect(lastRiseText({...row!, rises: []})).toBe("");
  });
});
