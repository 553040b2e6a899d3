import {describe, expect, it} from "vitest";
import {parseDay} from "../../../src/lib/day.js";
import {accountOf, daysOf, viewOf} from "../../../src/lib/investing/account.js";
import {
  exchangeOf,
  movementsOf,
  nobody,
  sharesSince,
  weekEnds,
} from "../../../src/lib/investing/brokerage.js";
import {points} from "../../../src/lib/investing/points.js";
import {normal} from "../../../src/lib/normal.js";
import {stream} from "../../../src/lib/stream.js";
import {
  accountShares,
  holdingRows,
  holdingsFinding,
  sharesFinding,
  sharesNote,
  yearly,
} from "../../../src/person/portfolio/holdingRows.js";
import {
  benchmarkFinding,
  benchmarkPath,
  drawdownFinding,
  drawdownPath,
  valueFinding,
  valuePath,
} from "../../../src/person/portfolio/paths.js";
import {periodOf, stepRows, stepsFinding} from "../../../src/person/portfolio/steps.js";
import {
  gapText,
  methodText,
  summaryOf,
  summaryText,
} from "../../../src/person/portfolio/summary.js";
import {
  priceFinding,
  priceRows,
  tradeMarks,
  trailFinding,
  trailLines,
} from "../../../src/person/portfolio/trailRows.js";
import {account, dayAt, instrument} from "../../support/smallExchange.js";

const split = {day: dayAt(30), shares_before: 1, shares_after: 2};
/** UP rises a euro a day and is split in two; US is flat in dollars while the dollar rises; VWRL stands still. */
const exchange = exchangeOf([
  instrument("UP", {
    days: 59,
    close: (offset) => (offset < 30 ? 100 + offset : (100 + offset) / 2),
    splits: [split],
  }),
  instrument("US", {
    days: 59,
    close: () => 50,
    rate: (offset) => (800 + offset) / 1000,
    sector: "Cars",
  }),
  instrument("VWRL", {days: 59, close: () => 10, sector: "Global equity"}),
]);
const row = account("ada", {
  cash: 2000,
  paid: [
    [20, 300],
    [50, -100],
  ],
  deals: [
    {on: 0, symbol: "UP", quantity: 4, price: 100, fee: 1},
    {on: 10, symbol: "UP", quantity: 4, price: 110, fee: 1},
    {on: 20, symbol: "UP", quantity: -4, price: 120, fee: 1},
    {on: 20, symbol: "US", quantity: 10, price: 50, rate: 0.82},
  ],
});
const ada = accountOf(row);
const average = viewOf(ada, exchange, "average");
const fifo = viewOf(ada, exchange, "fifo");
const days = daysOf(ada, average, exchange);
/** 2000 + 300 − 100 − 401 − 441 + 479 − 410 */
const cashCents = 142_700;

describe("holdingRows(view, cash, exchange)", () => {
  const rows = holdingRows(average, cashCents, exchange);

  it("lists what is held with its cost, price and gains, and the cash", () => {
    expect(days.cashCents.at(-1)).toBe(cashCents);
    expect(rows.map(({symbol}) => symbol)).toEqual(["UP", "US", "Cash"]);
    expect(rows[0]).toMatchObject({
      quantity: 8, // 4 left, split in two
      average_cost_eur: 52.625, // half of 842, by 8
      price_eur: 79,
      value_eur: 632,
      unrealized_eur: 211,
      realized_eur: 58, // 480 − 1 − 421
      xirr_share: null, // less than a year
    });
    expect(rows[1]).toMatchObject({value_eur: 429, unrealized_eur: 19});
  });

  it("adds up to the account", () => {
    const sum = rows.reduce((total, {value_eur}) => total + value_eur, 0);
    expect(sum).toBe(days.valueCents.at(-1)! / 100);
    expect(rows.reduce((total, {weight_share}) => total + weight_share!, 0)).toBeCloseTo(1, 12);
  });

  it("takes the oldest cost where that is chosen, with the same total", () => {
    const [up] = holdingRows(fifo, cashCents, exchange);
    expect(up).toMatchObject({realized_eur: 78, unrealized_eur: 191, value_eur: 632});
  });

  it("has words for all, some, one and none in profit", () => {
    expect(holdingsFinding(rows)).toBe("All two holdings stand above what they cost");
    const lost = {...rows[0]!, unrealized_eur: -1};
    expect(holdingsFinding([lost, rows[1]!])).toBe("One of two holdings stands above what it cost");
    expect(holdingsFinding([lost, lost])).toMatch(/^None of the two/);
    expect(holdingsFinding([lost])).toMatch(/^The only holding, UP, stands at or below/);
    const sold = {...rows[0]!, quantity: 0};
    expect(holdingsFinding([sold, rows[2]!])).toBe("Nothing is held; everything was sold");
    expect(holdingsFinding(rows.slice(2))).toBe("Nothing has ever been held here");
  });

  it("writes no yearly rate that is none, several or beyond numbers", () => {
    const rate = {kind: "rate", yearlyRate: 1, periodReturn: 1, days: 400} as const;
    expect(yearly({...rate, annualized: 0.5})).toBe(0.5);
    expect(yearly({...rate, annualized: Number.POSITIVE_INFINITY})).toBeNull();
    expect(yearly({kind: "several", yearlyRates: [0.1, 2]})).toBeNull();
    expect(yearly({kind: "none", reason: "-"})).toBeNull();
  });
});

describe("methodText(average, fifo)", () => {
  it("says what the method changes and what it does not", () => {
    expect(methodText(average, fifo)).toMatch(
      /€58 is realized and €230 unrealized by average cost, €78 and €210 by FIFO: it counts €20 more as realized and as much less as unrealized\. Value, returns and the total gain stay the same\.$/,
    );
  });

  it("has words for no sale, and for a sale that is the same either way", () => {
    const of = (deals: Parameters<typeof account>[1]["deals"]) => {
      const one = accountOf(account("one", {cash: 900, deals: deals ?? []}));
      return methodText(viewOf(one, exchange, "average"), viewOf(one, exchange, "fifo"));
    };
    const bought = {on: 0, symbol: "VWRL", quantity: 4, price: 10};
    expect(of([bought])).toMatch(/^Nothing was sold here yet/);
    expect(of([bought, {...bought, on: 3, quantity: -2}])).toMatch(/they come to the same/);
  });
});

describe("stepRows(days, period)", () => {
  it("leads from start to end, gains before fees", () => {
    const rows = stepRows(days, periodOf("all", exchange));
    expect(Object.fromEntries(rows.map(({step, amount_eur}) => [step, amount_eur]))).toEqual({
      "Value at the start": 2000,
      "Money in": 300,
      "Money out": -100,
      Realized: 60,
      "Change in unrealized": 231,
      Dividends: 0,
      Fees: -3,
      "Value at the end": 2488,
    });
    expect(stepsFinding(rows)).toBe("€200 was added; the holdings made €288");
  });

  it("takes whole months back from the last, and no more than there are", () => {
    expect(periodOf("1", exchange)).toEqual({
      from: parseDay("2025-02-01"),
      to: parseDay("2025-02-28"),
    });
    expect(periodOf("12", exchange)).toEqual(periodOf("all", exchange));
  });

  it("has words for a loss and for nothing", () => {
    const of = (flow: number, result: number) =>
      stepsFinding([
        {step: "a", kind: "flow", amount_eur: flow},
        {step: "b", kind: "result", amount_eur: result},
      ]);
    expect(of(-5, -7)).toBe("€5 was taken out; the holdings lost €7");
    expect(of(0, 0)).toBe("No money was added; the holdings neither made nor lost anything");
  });
});

describe("the paths of an account", () => {
  it("show value and money put in by week", () => {
    const rows = valuePath(days, exchange);
    const last = rows.slice(-2);
    expect(last.map(({part, amount_eur}) => [part, amount_eur])).toEqual([
      ["value", 2488],
      ["paid", 2200],
    ]);
    expect(new Set(rows.map(({day}) => day)).size).toBe(weekEnds(exchange).length + 1);
  });

  it("buy the benchmark with the same money: one that stands still keeps it", () => {
    const rows = benchmarkPath(days, exchange);
    expect(rows.at(-1)).toMatchObject({part: "benchmark", amount_eur: 2200});
    expect(benchmarkFinding(rows)).toBe("The account beat VWRL by €288");
    const turned = rows.map((d) => {
      return {...d, part: d.part === "value" ? ("benchmark" as const) : ("value" as const)};
    });
    expect(benchmarkFinding(turned)).toBe("The same money in VWRL would be worth €288 more");
    expect(benchmarkFinding([])).toMatch(/cannot be followed/);
  });

  it("give the benchmark its dividends: as shares of it, on the day that it goes ex", () => {
    const dividends = [{ex_on: dayAt(40), paid_on: dayAt(58), amount: 1}];
    const vwrl = instrument("VWRL", {days: 59, close: (at) => (at < 40 ? 10 : 9), dividends});
    const paying = exchangeOf([vwrl]);
    const saver = accountOf(account("saver", {cash: 900}));
    const own = daysOf(saver, viewOf(saver, paying, "average"), paying);
    // 90 shares at 10, whose price then falls by the dividend of 1 that buys 10 more at 9
    expect(benchmarkPath(own, paying).at(-1)).toMatchObject({amount_eur: 900});
    expect(benchmarkFinding(benchmarkPath(own, paying))).toMatch(/have come to the same$/);
  });

  it("let the money wait where the benchmark has no price yet", () => {
    const late = instrument("VWRL", {days: 59, close: () => 10});
    const opening = exchangeOf([
      instrument("UP", {days: 59, close: () => 1}),
      {...late, day: late.day.slice(2), close: late.close.slice(2), rate: late.rate.slice(2)},
    ]);
    const saver = accountOf(account("saver", {cash: 900, paid: [[1, 100]]}));
    const own = daysOf(saver, viewOf(saver, opening, "average"), opening);
    const rows = benchmarkPath(own, opening).filter(({part}) => part === "benchmark");
    expect(rows[0]).toMatchObject({day: dayAt(0), amount_eur: 900});
    expect(new Set(rows.slice(1).map((row) => row.amount_eur))).toEqual(new Set([1000]));
  });

  it("call no winner where nothing but noise parts the account from the benchmark", () => {
    const verdicts = Array.from({length: 200}, (_, seed) => {
      const draw = stream(seed, "paths");
      let [own, other] = [10_000, 10_000];
      const rows = Array.from({length: 78}, (_, week) => {
        own *= 1 + 0.025 * normal(draw);
        other *= 1 + 0.02 * normal(draw);
        const day = dayAt(7 * week);
        return [
          {day, part: "value", amount_eur: own} as const,
          {day, part: "benchmark", amount_eur: other} as const,
        ];
      });
      return benchmarkFinding(rows.flat());
    });
    const told = verdicts.filter((said) => /beat|would be worth/.test(said));
    expect(told.length).toBeLessThan(0.1 * verdicts.length); // 5 % are expected
    expect(verdicts.find((said) => said.includes("chance"))).toMatch(
      /^The account stands €[\d.,km]+ (above|below) the same money in VWRL, which lies within chance$/,
    );
  });

  it("have no benchmark where the exchange has no price of it", () => {
    const without = exchangeOf([instrument("UP", {close: () => 1})]);
    const empty = accountOf(account("none", {cash: 5}));
    const own = daysOf(empty, viewOf(empty, without, "average"), without);
    expect(benchmarkPath(own, without)).toEqual([]);
    expect(drawdownFinding(own)).toMatch(/has never stood below/);
  });

  it("follow the deepest fall", () => {
    const close = (offset: number) => (offset < 10 ? 100 : offset < 20 ? 80 : 110);
    const dip = exchangeOf([instrument("DIP", {close})]);
    const eva = accountOf(
      account("eva", {cash: 100, deals: [{on: 0, symbol: "DIP", quantity: 1, price: 100}]}),
    );
    const own = daysOf(eva, viewOf(eva, dip, "average"), dip);
    expect(Math.min(...drawdownPath(own, dip).map(({loss_share}) => loss_share))).toBeCloseTo(-0.2);
    expect(drawdownFinding(own)).toBe(
      "From 10 January 2025 to 11 January 2025 the account lost 20.0%; it took 10 days to make it up",
    );
  });

  it("are empty for an account without anything", () => {
    const none = accountOf(nobody);
    const own = daysOf(none, viewOf(none, exchange, "average"), exchange);
    expect(valuePath(own, exchange)).toEqual([]);
    expect(drawdownPath(own, exchange)).toEqual([]);
    expect(drawdownFinding(own)).toBe("Nothing was invested that could fall");
    expect(valueFinding({value_eur: 0, paid_eur: 0})).toBe("There is no money in the account");
    expect(summaryText(summaryOf(none, own, exchange))).toMatch(/^Nobody here has traded/);
  });
});

describe("summaryOf(account, days, exchange)", () => {
  const summary = summaryOf(ada, days, exchange);

  it("sums the account up", () => {
    expect(summary).toMatchObject({value_eur: 2488, paid_eur: 2200, result_eur: 288});
    expect(summary.idleShare).toBeCloseTo(1427 / 2488, 12);
    expect(summaryText(summary)).toMatch(
      /^On 28 February 2025 the account of ada was worth €2,488, €288 more than was put in\. What was held returned 13\.\d%; each euro earned 13\.\d% while it was there\.$/,
    );
    expect(valueFinding(summary)).toBe("€2,200 has become €2,488");
  });

  it("has words for a loss, and for rates that are none or several", () => {
    const none = {kind: "none", reason: "-"} as const;
    const several = {kind: "several", yearlyRates: [0.1, 2]} as const;
    const text = (changes: Partial<typeof summary>) => summaryText({...summary, ...changes});
    expect(text({result_eur: -5, byTime: none, byMoney: none})).toMatch(
      /€5 less than was put in\.$/,
    );
    const lost = {...summary.byMoney, kind: "rate", annualized: -0.009} as typeof summary.byMoney;
    expect(text({byMoney: lost})).toMatch(/each euro lost 0\.9% a year while it was there\.$/);
    expect(text({result_eur: 0, byTime: none, byMoney: several})).toMatch(
      /just what was put in\. the money came and went too often/i,
    );
  });

  it("reads timing off the gap of two yearly returns, and is silent up to a year", () => {
    expect(gapText(summary)).toBe("");
    const yearlong = (time: number, money: number) => ({
      ...summary,
      byTime: {...summary.byTime, annualized: time} as typeof summary.byTime,
      byMoney: {...summary.byMoney, annualized: money} as typeof summary.byMoney,
    });
    expect(gapText(yearlong(0.1, 0.08))).toBe(
      "The gap of −2 points a year is timing: more money was there when it went badly.",
    );
    // Shown as 32.2% and 30.8%, which are 1.4 points apart, though the rates are 1.3.
    expect(gapText(yearlong(0.3215, 0.3084))).toMatch(/^The gap of −1.4 points/);
    expect(gapText(yearlong(0.1, 0.12))).toMatch(/when it went well\.$/);
    expect(gapText(yearlong(0.1, 0.1))).toMatch(/^Both returns are the same/);
  });
});

describe("accountShares(view, cash, exchange, by)", () => {
  it("divides the account by instrument, currency and sector", () => {
    const names = (by: "instrument" | "currency" | "sector") =>
      accountShares(average, cashCents, exchange, by).map(({name, valueCents}) => [
        name,
        valueCents / 100,
      ]);
    expect(names("instrument")).toEqual([
      ["Cash", 1427],
      ["UP", 632],
      ["US", 429],
    ]);
    expect(names("currency")).toEqual([
      ["EUR", 2059],
      ["USD", 429],
    ]);
    expect(names("sector").map(([name]) => name)).toEqual(["Cash", "Software", "Cars"]);
  });

  it("says how concentrated it is", () => {
    const shares = accountShares(average, cashCents, exchange, "instrument");
    expect(sharesFinding(shares, "instrument")).toBe(
      "57% is in cash; the account is as spread as 2.4 equal holdings would be",
    );
    expect(sharesFinding(shares.slice(0, 1), "sector")).toBe("Everything is in cash");
    expect(sharesFinding([], "sector")).toBe("The account is empty");
    expect(sharesNote(shares, 0.5)).toMatch(/: 0\.42 over 3 parts; .* 50\.0% of the account\.$/);
  });
});

describe("the trail of a holding", () => {
  const trail = average.trails[0]!;

  it("has every trade and split with what was held after it", () => {
    const lines = trailLines(trail).map(
      ({what, held, cost_eur, average_cost_eur, realized_eur}) =>
        [what.replace("\u00a0", " "), held, cost_eur, average_cost_eur, realized_eur] as const,
    );
    expect(lines).toEqual([
      ["Bought #1", 4, 401, 100.25, null],
      ["Bought #2", 8, 842, 105.25, null],
      ["Sold #3", 4, 421, 105.25, 58],
      ["Split 1 to 2", 8, 421, 52.625, null],
    ]);
    expect(trailFinding(trail)).toBe("UP: 2 purchases, 1 sale, 1 split; 8 shares at €52.63 remain");
    expect(trailFinding({...trail, rows: []})).toBe("UP was never traded");
    expect(trailFinding({...trail, symbol: "", rows: []})).toBe("There is no holding to follow");
  });

  it("is drawn in shares of today, so that the split makes no step", () => {
    const rows = priceRows(trail, exchange);
    expect(rows).toHaveLength(59);
    expect(rows[29]).toMatchObject({price_eur: 64.5, average_cost_eur: 52.625});
    expect(rows[30]).toMatchObject({price_eur: 65, average_cost_eur: 52.625});
    expect(tradeMarks(trail, exchange).map(({price_eur}) => price_eur)).toEqual([50, 55, 60]);
    expect(sharesSince(exchange.splits, "US", 0)).toBe(1);
    expect(priceFinding("UP", rows)).toBe("UP stands 50.1% above what was paid for it");
  });

  it("has words for below, at cost, sold and no price", () => {
    const of = (average_cost_eur: number | null) =>
      priceFinding("UP", [{day: "2025-01-01", price_eur: 10, average_cost_eur}]);
    expect(of(20)).toBe("UP stands 50.0% below what was paid for it");
    expect(of(10)).toBe("UP stands at what was paid for it");
    expect(of(null)).toMatch(/^UP was sold/);
    expect(priceFinding("UP", [])).toBe("There is no price of UP");
    expect(priceFinding("", [])).toBe("There is no holding to follow");
  });
});

describe("the rows of the brokerage", () => {
  it("name an account whose cash was moved by something unknown", () => {
    const odd = {...row, moved_as: ["gift", "gift"]};
    expect(() => movementsOf(odd)).toThrow("unknown movement of cash on ada-brk: gift");
  });

  it("are an exchange with the days of the data where no instrument has a price", () => {
    const days = {symbol: null, first_day: "2025-05-01", last_day: "2025-05-31"};
    const empty = exchangeOf([days]);
    expect([empty.firstDay, empty.lastDay]).toEqual(["2025-05-01", "2025-05-31"].map(parseDay));
    const holder = accountOf({...nobody, name: "Ada", opening_balance_eur: 120});
    const {valueCents} = daysOf(holder, viewOf(holder, empty, "average"), empty);
    expect(valueCents).toHaveLength(32);
    expect(valueCents.at(-1)).toBe(12_000);
    expect(weekEnds(empty)).toEqual([]);
  });

  it("are an exchange where there is no day either", () => {
    for (const rows of [[], [{symbol: null, first_day: null, last_day: null}]]) {
      const {splits, dividends, market} = exchangeOf(rows);
      expect([splits.length, dividends.length, market.quotes.size]).toEqual([0, 0, 0]);
    }
  });
});

describe("points(difference)", () => {
  it("writes percentage points with their sign", () => {
    expect([0.0213, -0.01, 0, 0.01].map(points)).toEqual([
      "+2.1 points",
      "−1 point",
      "0 points",
      "+1 point",
    ]);
  });
});
