import {describe, expect, it} from "vitest";
import {
  type BalanceRow,
  completeMonths,
  directedFlows,
  type FlowRow,
  kindBalances,
} from "../../src/index/months.js";
import {balanceFinding, flowFinding, glanceText} from "../../src/index/words.js";
import {monthSpan} from "../../src/lib/month.js";

const month = (index: number) => new Date(Date.UTC(2026, index));

function flow(
  index: number,
  in_eur: number,
  out_eur: number,
  rest: Partial<FlowRow> = {},
): FlowRow {
  const inside_eur = 50;
  const motion_eur = in_eur + out_eur + inside_eur;
  return {
    month: month(index),
    customer_count: 3,
    in_eur,
    out_eur,
    inside_eur,
    motion_eur,
    is_complete: true,
    ...rest,
  };
}

function balance(
  index: number,
  account_kind: string,
  owner_kind: string,
  balance_eur: number,
): BalanceRow {
  return {month: month(index), account_kind, owner_kind, balance_eur, is_complete: true};
}

const balances = [
  balance(0, "checking", "company", 400),
  balance(0, "checking", "individual", 100),
  balance(0, "savings", "individual", 500),
  balance(1, "checking", "company", 400),
  balance(1, "checking", "individual", 50),
  balance(1, "savings", "individual", 550),
];

describe("glanceText(flows, balances)", () => {
  it("says who keeps how much, what moved against the month before, and which way", () => {
    const calm = Array.from({length: 4}, () => flow(0, 100, 100));
    expect(glanceText([...calm, flow(0, 100, 100), flow(1, 200, 125)], balances)).toBe(
      "At the end of February 2026, 3 customers kept €1,000 at this bank. During the month, €375 changed hands, 50% more than in January 2026; €75 more came in than went out.",
    );
  });

  it("has words for a fall, no change, one month, one customer and an empty bank", () => {
    const calm = Array.from({length: 5}, () => flow(0, 200, 200));
    expect(glanceText([...calm, flow(1, 50, 100)], balances)).toMatch(
      /56% less than in January 2026; €50 more went out than came in\.$/,
    );
    expect(glanceText([flow(0, 200, 200), flow(1, 50, 100)], balances)).toMatch(
      /€200 changed hands, within chance of January 2026; /,
    );
    expect(glanceText([flow(0, 100, 100), flow(1, 100, 100)], balances)).toMatch(
      /€250 changed hands, unchanged from January 2026; as much came in as went out\.$/,
    );
    expect(glanceText([flow(0, 100, 0, {customer_count: 1})], [])).toBe(
      "At the end of January 2026, 1 customer kept €0 at this bank. During the month, €150 changed hands; €100 more came in than went out.",
    );
    expect(glanceText([], [])).toMatch(/no complete month/);
  });
});

describe("balanceFinding(rows)", () => {
  it("speaks of the kind of account that moved most, people and companies together", () => {
    const rows = kindBalances(balances);
    expect(rows.map((row) => row.balance_eur)).toEqual([500, 500, 450, 550]);
    expect(balanceFinding(rows)).toBe(
      "Money in checking accounts moved within chance since January 2026 and is 45% of all balances",
    );
  });

  it("has words for one month, for empty accounts and for no rows", () => {
    expect(balanceFinding([{month: month(0), account_kind: "savings", balance_eur: 10}])).toBe(
      "Money in savings accounts is 100% of all balances",
    );
    expect(balanceFinding([{month: month(0), account_kind: "savings", balance_eur: 0}])).toBe(
      "Money in savings accounts is nothing",
    );
    const one = (account_kind: string, balance_eur: number) =>
      ({month: month(0), account_kind, balance_eur}) as const;
    expect(balanceFinding([one("savings", 1), one("checking", 3)])).toBe(
      "Money in checking accounts is 75% of all balances",
    );
    expect(balanceFinding([])).toBe("No balances to show");
  });
});

it("balanceFinding(rows) says rose of what rose month after month, and not of what went up and down", () => {
  const path = (values: readonly number[]) =>
    balanceFinding(
      values.map((balance_eur, at) => ({month: month(at), account_kind: "savings", balance_eur})),
    );
  expect(path([100, 110, 121, 130, 139, 150])).toBe(
    "Money in savings accounts rose 50% since January 2026 and is 100% of all balances",
  );
  expect(path([100, 170, 90, 160, 80, 150])).toBe(
    "Money in savings accounts moved within chance since January 2026 and is 100% of all balances",
  );
});

describe("flowFinding(rows)", () => {
  const finding = (...flows: FlowRow[]) => flowFinding(directedFlows(flows));

  it("counts the months in which more came in", () => {
    expect(finding(flow(0, 2, 1), flow(1, 1, 2), flow(2, 2, 1))).toBe(
      "More came in than went out in 2 of 3 months",
    );
    expect(finding(flow(0, 2, 1), flow(1, 2, 1))).toBe("More came in than went out in both months");
    expect(finding(flow(0, 1, 1), flow(1, 1, 2))).toBe(
      "In neither month did more come in than go out",
    );
    expect(finding(flow(0, 1, 2))).toBe("At most as much came in as went out");
  });

  it("draws what went out below zero, and nothing as zero", () => {
    expect(directedFlows([flow(0, 5, 0)]).map((row) => row.amount_eur)).toEqual([5, 0]);
    expect(directedFlows([flow(0, 5, 3)]).map((row) => row.amount_eur)).toEqual([5, -3]);
  });
});

it("completeMonths(rows) drops a month that has only begun", () => {
  expect(completeMonths([flow(0, 1, 1), flow(1, 1, 1, {is_complete: false})])).toHaveLength(1);
});

it("monthSpan(rows) has words for a bank without a complete month", () => {
  expect(monthSpan([])).toBe("no complete month yet");
  expect(monthSpan([{month: null}, {month: null}])).toBe("no complete month yet");
});

it("monthSpan(rows) names a single month once", () => {
  expect(monthSpan([{month: month(0)}])).toBe("January 2026");
  expect(monthSpan([{month: month(0)}, {month: month(2)}])).toBe("January 2026 to March 2026");
});
