import {beforeEach, describe, expect, it} from "vitest";
import type {SpendCubes} from "../../../src/bank/spend-mix/cubes.js";
import {paymentsOf, sumsOf, totalOf} from "../../../src/bank/spend-mix/cubes.js";
import {moneyPaths, pathsFinding} from "../../../src/bank/spend-mix/paths.js";
import {type Spend, spendOf} from "../../../src/bank/spend-mix/spend.js";
import {ticketsFinding, ticketsOf} from "../../../src/bank/spend-mix/tickets.js";
import {
  chainsFinding,
  channelsFinding,
  citiesFinding,
  clockFinding,
  focusText,
  type Part,
  partsOf,
  usesFinding,
} from "../../../src/bank/spend-mix/words.js";
import {page} from "../../support/page.js";

/**
 * Two months. In January €10.50 by card for groceries and €40 by transfer for payroll, in February twice the card; a salary of
 * €40 came in each month.
 */
const cubes: SpendCubes = {
  months: ["2026-01-01", "2026-02-01"],
  complete: [true, true],
  axes: {
    channel: ["card", "credit_transfer"],
    flow: ["salaries", "groceries", "payroll"],
    city: ["Berlin", "Vienna"],
    hour: ["4", "18"],
    weekday: ["1", "6"],
    owner: ["individual", "company"],
    bin: ["0", "1", "2", "3"],
    chain: ["Nordkauf", "other"],
  },
  totals: {
    channel: [1050, 2100, 4000, 4000],
    flow: [4000, 4000, 1050, 2100, 4000, 4000],
    city: [1050, 2100, 4000, 4000],
    hour: [4000, 4000, 1050, 2100],
    weekday: [4000, 4000, 1050, 2100],
    owner: [1050, 2100, 4000, 4000],
    bin: [0, 0, 0, 0, 1, 0, 1, 2],
    chain: [1050, 0, 0, 2100],
  },
  cubes: {
    "channel/flow": [0, 0, 11, 21, 0, 0, 40, 40, 0, 0, 40, 40],
    "channel/city": [11, 21, 0, 0, 0, 0, 40, 40],
    "channel/hour": [0, 0, 11, 21, 40, 40, 0, 0],
    "channel/weekday": [0, 0, 11, 21, 40, 40, 0, 0],
    "channel/owner": [11, 21, 0, 0, 0, 0, 40, 40],
    "channel/bin": [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1],
    "channel/chain": [11, 0, 0, 21, 0, 0, 0, 0],
  },
};

const whole = {from: 0, to: 1};
const card = {axis: "channel", value: "card"} as const;

describe("sumsOf(cubes, axis, selection)", () => {
  it("sums one axis to the cent, of all or of a span of months", () => {
    expect(sumsOf(cubes, "channel", whole)).toEqual([31.5, 80]);
    expect(sumsOf(cubes, "channel", {from: 1, to: 1})).toEqual([21, 40]);
    expect(totalOf(cubes, whole)).toBe(111.5);
    expect(paymentsOf(cubes, whole)).toBe(4);
  });

  it("sums any axis within a choice, from the cube of both, whichever comes first in it", () => {
    expect(sumsOf(cubes, "city", {...whole, focus: card})).toEqual([32, 0]);
    const vienna = {axis: "city", value: "Vienna"} as const;
    expect(sumsOf(cubes, "channel", {...whole, focus: vienna})).toEqual([0, 80]);
    expect(sumsOf(cubes, "bin", {...whole, focus: card})).toEqual([0, 0, 1, 1]);
  });

  it("keeps the total of a choice to the cent, and what is not chosen at nothing", () => {
    expect(totalOf(cubes, {...whole, focus: card})).toBe(31.5);
    expect(sumsOf(cubes, "channel", {...whole, focus: card})).toEqual([31.5, 0]);
  });
});

describe("spendOf(cubes)", () => {
  let window: Window;
  let spend: Spend;
  const open = (search: string) => {
    window = page().document.defaultView!;
    window.history.replaceState(null, "", `/spend${search}`);
    spend = spendOf(cubes, window);
  };
  beforeEach(() => open(""));

  it("begins with everything, and with what the address names", () => {
    expect(spend.selection).toEqual({from: 0, to: 1, focus: undefined});
    open("?months=2026-02..2026-02&only=city:Vienna");
    expect(spend.selection).toEqual({from: 1, to: 1, focus: {axis: "city", value: "Vienna"}});
  });

  it.each([
    "?months=2026-02..2026-01",
    "?months=1999-01..1999-02",
    "?months=x",
    "?only=city:Atlantis",
    "?only=bin:1",
    "?only=",
  ])("shows everything for an address that names nothing here: %s", (search) => {
    open(search);
    expect(spend.selection).toEqual({from: 0, to: 1, focus: undefined});
  });

  it("keeps what is selected in the address, one choice at a time, and tells those who listen", () => {
    let told = 0;
    spend.onChange(() => told++);
    spend.select({focus: card});
    spend.select({from: 1});
    expect(window.location.search).toBe("?only=channel%3Acard&months=2026-02..2026-02");
    spend.select({focus: {axis: "hour", value: "4"}});
    expect(spend.selection).toEqual({from: 1, to: 1, focus: {axis: "hour", value: "4"}});
    spend.select({from: 0, to: 1, focus: undefined});
    expect(window.location.search).toBe("");
    expect(told).toBe(4);
  });
});

describe("the words of the spend mix", () => {
  const selection = {...whole, focus: undefined};
  const parts = (
    axis: "channel" | "flow" | "city" | "hour" | "weekday" | "chain",
    focus?: typeof card,
  ) => partsOf(cubes, axis, {...whole, focus});

  it("name the largest part, or the one that is chosen", () => {
    expect(channelsFinding(cubes, selection)).toBe("SEPA credit transfer carries 72% of €112");
    expect(channelsFinding(cubes, {...whole, focus: card})).toBe("Card: €32, 28% of what was paid");
    const uses = partsOf(cubes, "flow", selection, ["groceries", "payroll"]);
    expect(usesFinding(uses, selection)).toBe("Payroll took 72% of the money, €80");
    expect(citiesFinding(parts("city"), selection)).toBe(
      "Customers in Vienna pay most: 72% of the total, €80",
    );
  });

  it("follow a choice along another axis", () => {
    expect(citiesFinding(parts("city", card), {...whole, focus: card})).toBe(
      "Customers in Berlin pay most: 100% of the total, €32",
    );
    expect(clockFinding({...whole, focus: card}, parts("hour", card), parts("weekday", card))).toBe(
      "100% of the money is booked from 18:00 to 19:00, 100% on Saturdays",
    );
  });

  it("give the parts of the chosen axis all, so that another can be chosen", () => {
    expect(parts("channel", card).map(({sum}) => sum)).toEqual([31.5, 80]);
  });

  it("tell the share of named chains, and say so where nothing is paid", () => {
    expect(chainsFinding(parts("chain"))).toBe(
      "1 chains take 33% of what shops are paid, Nordkauf 33%",
    );
    const none: Part[] = parts("chain").map((part) => ({...part, sum: 0}));
    expect(chainsFinding(none)).toBe("No shop is paid in this selection");
    expect(usesFinding(none, selection)).toBe("No payment matches this choice");
  });

  it("name every kind of choice", () => {
    expect(focusText(undefined)).toBe("all payments");
    expect(focusText(card)).toBe("payments by card");
    expect(focusText({axis: "weekday", value: "6"})).toBe("payments booked on Saturdays");
    expect(focusText({axis: "hour", value: "4"})).toBe("payments booked at 04:00");
    expect(focusText({axis: "city", value: "Vienna"})).toBe("payments from Vienna");
  });

  it("find the bin of the median payment, and the share of large ones", () => {
    const tickets = ticketsOf(cubes, whole);
    expect(tickets.map(({payment_count}) => payment_count)).toEqual([0, 0, 1, 3]);
    expect(ticketsFinding(tickets)).toBe("The median payment is €20–€50; 0% are of €1,000 or more");
    expect(ticketsFinding(tickets.map((row) => ({...row, share: 0})))).toMatch(/^No payment/);
  });
});

describe("moneyPaths(parts, selection)", () => {
  const flow = (key: string, sum: number): Part => ({
    key,
    name: key,
    sum,
    share: 0,
    whole_share: 0,
  });

  it("leads each flow into or out of its account, and balances every account", () => {
    const {links} = moneyPaths([flow("salaries", 100), flow("groceries", 70)], whole);
    const flowing = links.filter(({value}) => value > 0);
    expect(flowing).toEqual([
      {source: "salaries", target: "person", value: 100, isPale: false},
      {source: "person", target: "groceries", value: 70, isPale: false},
      {source: "person", target: "kept", value: 30},
    ]);
  });

  it("draws what went into savings less what came back, as one band and never a circle", () => {
    const parts = [flow("person_savings", 30), flow("savings_person", 50)];
    const own = moneyPaths(parts, whole).links.filter(
      ({source, target, value}) => value > 0 && source !== "drawn" && target !== "kept",
    );
    expect(own).toEqual([{source: "savings", target: "person", value: 20, isPale: false}]);
  });

  it("leaves balances out where only one side of the books is chosen", () => {
    const {links} = moneyPaths([flow("groceries", 70)], {...whole, focus: card});
    expect(links.filter(({value}) => value > 0)).toHaveLength(1);
    expect(pathsFinding([flow("groceries", 70)], {...whole, focus: card})).toBe(
      "€70 went out, nothing came in this way",
    );
    expect(pathsFinding([flow("salaries", 100), flow("groceries", 70)], whole)).toBe(
      "€100 came in, €70 went out, €30 stayed",
    );
    expect(pathsFinding([], whole)).toBe("No payment matches this choice");
  });
});
