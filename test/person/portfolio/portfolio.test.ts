import {describe, expect, it} from "vitest";
import {segmented} from "../../../src/components/segmented.js";
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
import {drawdownFinding, drawdownPath} from "../../../src/person/portfolio/drawdown.js";
import {
  accountShares,
  holdingRows,
  holdingsFinding,
  sharesFinding,
  sharesNote,
  yearly,
} from "../../../src/person/portfolio/holdingRows.js";
import {holdingTable} from "../../../src/person/portfolio/holdingTable.js";
import {methodText} from "../../../src/person/portfolio/method.js";
import {portfolioOpening} from "../../../src/person/portfolio/opening.js";
import {periodOf, stepRows, stepsFinding} from "../../../src/person/portfolio/steps.js";
import {summaryOf, summaryText} from "../../../src/person/portfolio/summary.js";
import {
  priceFinding,
  priceRows,
  tradeMarks,
  trailFinding,
  trailLines,
} from "../../../src/person/portfolio/trailRows.js";
import {type ValueRow, valueFinding, valuePath} from "../../../src/person/portfolio/valuePath.js";
import {onPage, page} from "../../support/page.js";
import {account, dayAt, instrument} from "../../support/smallExchange.js";

const split = {day: dayAt(30), shares_before: 1, shares_after: 2};
/** UP rises a euro a day and is split in two; US is flat in dollars while the dollar rises; VWRL stays as it is. */
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
      gain_eur: 269,
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
    expect(holdingsFinding(rows)).toBe("Both holdings are worth more than they cost");
    const lost = {...rows[0]!, unrealized_eur: -1};
    expect(holdingsFinding([lost, rows[1]!])).toBe(
      "One of two holdings is worth more than it cost",
    );
    expect(holdingsFinding([lost, lost])).toBe("Neither holding is worth more than it cost");
    expect(holdingsFinding([lost, lost, lost])).toMatch(/^None of the three holdings is worth/);
    expect(holdingsFinding([rows[0]!, rows[0]!, rows[1]!])).toMatch(/^All three holdings are/);
    expect(holdingsFinding([lost])).toBe("UP, the only holding, is worth no more than it cost");
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

describe("holdingTable(rows, choice)", () => {
  it("chooses the holding whose name is pressed, and links to no trades of cash", () => {
    const {document} = page();
    const choices = ["UP", "US"].map((value) => ({value, label: value}));
    const choice = onPage(segmented({label: "Holding", choices, document}));
    const table = onPage(
      holdingTable(holdingRows(average, cashCents, exchange), choice, {document}),
    );
    const links = [...table.querySelectorAll("a")];
    expect(links.map((link) => link.textContent)).toEqual(["UP", "US"]);
    links[1]!.click();
    expect(choice.value).toBe("US");
  });
});

describe("methodText(average, fifo)", () => {
  it("says what the method changes and what it does not", () => {
    expect(methodText(average, fifo)).toMatch(
      /Here €58 is realised by average cost and €78 by first in, first out, €20 more; the total gain is the same\.$/,
    );
  });

  it("has words for no sale, and for a sale that is the same either way", () => {
    const of = (deals: Parameters<typeof account>[1]["deals"]) => {
      const one = accountOf(account("one", {cash: 900, deals: deals ?? []}));
      return methodText(viewOf(one, exchange, "average"), viewOf(one, exchange, "fifo"));
    };
    const bought = {on: 0, symbol: "VWRL", quantity: 4, price: 10};
    expect(of([bought])).toMatch(/^Nothing has been sold yet/);
    expect(of([bought, {...bought, on: 3, quantity: -2}])).toMatch(/both come to the same gain/);
  });
});

describe("stepRows(days)", () => {
  it("leads from start to end, gains before fees", () => {
    const rows = stepRows(days);
    expect(Object.fromEntries(rows.map(({step, amount_eur}) => [step, amount_eur]))).toEqual({
      "Value at the start": 2000,
      "Money in": 300,
      "Money out": -100,
      "Realised gains": 60,
      "Change in unrealised gains": 231,
      Dividends: 0,
      Fees: -3,
      "Value at the end": 2488,
    });
    expect(stepsFinding(rows)).toBe("€200 was added, and the holdings made €288");
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
    expect(of(-5, -7)).toBe("€5 was taken out, and the holdings lost €7");
    expect(of(0, 0)).toBe("No money was added, and the holdings neither made nor lost anything");
  });
});

describe("valuePath(days, exchange)", () => {
  const ends = (rows: readonly ValueRow[]) => {
    const {value_eur, paid_eur, benchmark_eur} = rows.at(-1)!;
    return [value_eur, paid_eur, benchmark_eur];
  };

  it("has value, money put in and the same money in a benchmark that stays as it is, by trading day", () => {
    const rows = valuePath(days, exchange);
    expect(ends(rows)).toEqual([2488, 2200, 2200]);
    expect(rows).toHaveLength(59);
  });

  it("begins a period with the value that was there at its start", () => {
    const own = daysOf(ada, average, exchange, periodOf("1", exchange));
    const [first] = valuePath(own, exchange);
    expect(first?.day).toBe("2025-02-01");
    expect(first?.paid_eur).toBe(days.valueCents[31]! / 100);
    expect(ends(valuePath(own, exchange))[0]).toBe(2488);
  });

  it("gives the benchmark its dividends: as shares of it, on the day that it goes ex", () => {
    const dividends = [{ex_on: dayAt(40), paid_on: dayAt(58), amount: 1}];
    const vwrl = instrument("VWRL", {days: 59, close: (at) => (at < 40 ? 10 : 9), dividends});
    const paying = exchangeOf([vwrl]);
    const saver = accountOf(account("saver", {cash: 900}));
    const own = daysOf(saver, viewOf(saver, paying, "average"), paying);
    // 90 shares at 10, whose price then falls by the dividend of 1 that buys 10 more at 9
    expect(ends(valuePath(own, paying))).toEqual([900, 900, 900]);
    expect(valueFinding(valuePath(own, paying))).toBe(
      "€900 is still €900, as it would have in the world fund VWRL",
    );
  });

  it("lets the money wait where the benchmark has no price yet", () => {
    const late = instrument("VWRL", {days: 59, close: () => 10});
    const opening = exchangeOf([
      instrument("UP", {days: 59, close: () => 1}),
      {
        ...late,
        day: late.day.slice(2),
        close_steps: [10, ...late.close_steps.slice(3)],
        rate: late.rate.slice(2),
      },
    ]);
    const saver = accountOf(account("saver", {cash: 900, paid: [[1, 100]]}));
    const own = daysOf(saver, viewOf(saver, opening, "average"), opening);
    const rows = valuePath(own, opening);
    expect(rows[0]).toMatchObject({day: dayAt(0), benchmark_eur: 900});
    expect(new Set(rows.slice(1).map((row) => row.benchmark_eur))).toEqual(new Set([1000]));
  });

  it("has no benchmark where the exchange has no price of it", () => {
    const without = exchangeOf([instrument("UP", {close: () => 1})]);
    const empty = accountOf(account("none", {cash: 5}));
    const own = daysOf(empty, viewOf(empty, without, "average"), without);
    expect(ends(valuePath(own, without))).toEqual([5, 5, null]);
    expect(valueFinding(valuePath(own, without))).toBe("€5 is still €5");
    expect(drawdownFinding(own)).toBe("The account was never below an earlier high");
  });

  it("is empty for an account without anything", () => {
    const none = accountOf(nobody);
    const own = daysOf(none, viewOf(none, exchange, "average"), exchange);
    expect(valuePath(own, exchange)).toEqual([]);
    expect(drawdownPath(own, exchange)).toEqual([]);
    expect(drawdownFinding(own)).toBe("Nothing was invested that could fall");
  });
});

describe("valueFinding(rows)", () => {
  const row = (value_eur: number, benchmark_eur: number | null = null, paid_eur = 100) => ({
    day: dayAt(0),
    value_eur,
    paid_eur,
    benchmark_eur,
  });
  /** An account that gains so much a day against its benchmark. */
  const leading = (lead: number) => [0, 1, 2, 3, 4, 5].map((at) => row(200 + lead * at, 200));

  it("says what the money became, and where it was taken out again", () => {
    expect(valueFinding([row(120)])).toBe("€100 has become €120");
    expect(valueFinding([row(100)])).toBe("€100 is still €100");
    expect(valueFinding([row(20, null, -5)])).toBe(
      "More was taken out than put in, and €20 is left",
    );
    expect(valueFinding([])).toBe("There is no money in the account");
  });

  it("names a winner beyond chance, either way", () => {
    expect(valueFinding(leading(5))).toBe("The account beat the world fund VWRL by €25");
    expect(valueFinding(leading(-5))).toBe(
      "The same money in the world fund VWRL would be worth €25 more",
    );
    expect(valueFinding([row(120, 120.2)])).toBe(
      "€100 has become €120, as it would have in the world fund VWRL",
    );
  });

  it("calls no winner where nothing but noise parts the account from the benchmark", () => {
    const verdicts = Array.from({length: 200}, (_, seed) => {
      const draw = stream(seed, "paths");
      let [own, other] = [10_000, 10_000];
      const rows = Array.from({length: 78}, () => {
        own *= 1 + 0.025 * normal(draw);
        other *= 1 + 0.02 * normal(draw);
        return row(own, other);
      });
      return valueFinding(rows);
    });
    const told = verdicts.filter((said) => /beat|would be worth/.test(said));
    expect(told.length).toBeLessThan(0.1 * verdicts.length); // 5 % are expected
    expect(verdicts.find((said) => said.includes("chance"))).toMatch(
      /^€100 has become €[\d.,km]+, within chance of the world fund VWRL$/,
    );
  });
});

describe("drawdownFinding(days)", () => {
  it("follows the deepest fall", () => {
    const close = (offset: number) => (offset < 10 ? 100 : offset < 20 ? 80 : 110);
    const dip = exchangeOf([instrument("DIP", {close})]);
    const eva = accountOf(
      account("eva", {cash: 100, deals: [{on: 0, symbol: "DIP", quantity: 1, price: 100}]}),
    );
    const own = daysOf(eva, viewOf(eva, dip, "average"), dip);
    expect(Math.min(...drawdownPath(own, dip).map(({loss_share}) => loss_share))).toBeCloseTo(-0.2);
    expect(drawdownFinding(own)).toBe(
      "The account fell 20.0% by 11 January 2025 and took 10 days to recover",
    );
  });
});

describe("summaryOf(account, days, exchange)", () => {
  const summary = summaryOf(ada, days, exchange);

  it("sums the account up", () => {
    expect(summary).toMatchObject({value_eur: 2488, paid_eur: 2200, result_eur: 288});
    expect(summary.idleShare).toBeCloseTo(1427 / 2488, 12);
    expect(summaryText(summary)).toMatch(
      /^On 28 February 2025 ada’s account was worth €2,488\. Since 1 January 2025 it has gained €288 on €2,200 put in\. The account returned 13\.\d%\. Each euro earned 13\.\d% while it was there\.$/,
    );
  });

  it("counts from the value at the start of a period", () => {
    const own = daysOf(ada, average, exchange, periodOf("1", exchange));
    expect(summaryText(summaryOf(ada, own, exchange))).toMatch(
      /Since 1 February 2025 it has gained €\d+ on €[\d,.]+ there at the start or paid in since\./,
    );
  });

  it("has words for a loss, for nothing, and for rates that are none or several", () => {
    const none = {kind: "none", reason: "-"} as const;
    const several = {kind: "several", yearlyRates: [0.1, 2]} as const;
    const text = (changes: Partial<typeof summary>) => summaryText({...summary, ...changes});
    expect(text({result_eur: -5, byTime: none, byMoney: none})).toMatch(
      /it has lost €5 on €2,200 put in\.$/,
    );
    expect(text({result_eur: 0, byMoney: several})).toMatch(
      /neither gained nor lost anything .* Money came and went too often/,
    );
    const lost = {...summary.byMoney, kind: "rate", annualized: -0.009} as typeof summary.byMoney;
    expect(text({byMoney: lost})).toMatch(/Each euro lost 0\.9% a year\.$/);
  });

  it("reads timing off the gap of two yearly returns", () => {
    const yearlong = (time: number, money: number) =>
      summaryText({
        ...summary,
        byTime: {...summary.byTime, annualized: time} as typeof summary.byTime,
        byMoney: {...summary.byMoney, annualized: money} as typeof summary.byMoney,
      });
    expect(yearlong(0.1, 0.08)).toMatch(
      /Each euro earned 8\.0% a year, 2 points less, because more of the money was there before the falls than before the rises\.$/,
    );
    // Shown as 32.2% and 30.8%, which are 1.4 points apart, though the rates are 1.3.
    expect(yearlong(0.3215, 0.3084)).toMatch(/a year, 1\.4 points less/);
    expect(yearlong(0.1, 0.12)).toMatch(/2 points more, .* before the rises than before the falls/);
    expect(yearlong(0.1, 0.1)).toMatch(/a year too: timing neither helped nor hurt\.$/);
  });
});

describe("portfolioOpening(name, account, summary)", () => {
  const openingOf = (row: typeof nobody) => {
    const held = accountOf(row);
    const own = daysOf(held, viewOf(held, exchange, "average"), exchange);
    const {document} = page();
    return portfolioOpening("Eva", held, summaryOf(held, own, exchange), {document});
  };

  it("is the summary of an account that has traded", () =>
    expect(openingOf(row).className).toBe(""));

  it.each([
    ["no account", nobody, /^Eva has no brokerage account at this bank/],
    ["an empty one", account("eva", {}), /has not bought anything yet: it is empty\.$/],
    ["one with cash", account("eva", {cash: 120}), /anything yet: it holds €120 in cash\.$/],
  ] as const)("is one sentence that ends the page for %s", (_, row, words) => {
    const opening = openingOf(row);
    expect(opening.className).toBe("no-portfolio");
    expect(opening.textContent).toMatch(words);
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
      "57% is in cash: as diversified as 2.4 equal holdings",
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
    expect(trailFinding(trail, "Up")).toBe(
      "2 purchases, 1 sale and 1 split left 8 shares at €52.63 on average",
    );
    expect(trailFinding({...trail, rows: []}, "Up")).toBe("Up was never traded");
    expect(trailFinding({...trail, symbol: "", rows: []}, "")).toBe(
      "There is no holding to follow",
    );
  });

  it("is drawn in shares of today, so that the split makes no step", () => {
    const rows = priceRows(trail, exchange);
    expect(rows).toHaveLength(59);
    expect(priceRows(trail, exchange, {from: parseDay("2025-02-01")})).toEqual(rows.slice(31));
    expect(rows[29]).toMatchObject({price_eur: 64.5, average_cost_eur: 52.625});
    expect(rows[30]).toMatchObject({price_eur: 65, average_cost_eur: 52.625});
    expect(tradeMarks(trail, exchange).map(({price_eur}) => price_eur)).toEqual([50, 55, 60]);
    expect(sharesSince(exchange.splits, "US", 0)).toBe(1);
    expect(priceFinding("UP", rows)).toBe("UP is worth 50.1% more than was paid for it");
  });

  it("has words for below, at cost, sold and no price", () => {
    const of = (average_cost_eur: number | null) =>
      priceFinding("UP", [{day: "2025-01-01", price_eur: 10, average_cost_eur}]);
    expect(of(20)).toBe("UP is worth 50.0% less than was paid for it");
    expect(of(10)).toBe("UP is worth what was paid for it");
    expect(of(null)).toBe("UP was sold");
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
