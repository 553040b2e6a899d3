import {describe, expect, it} from "vitest";
import {clientsOfAll} from "../../../src/bank/investments/clientsOfAll.js";
import {
  type CostRow,
  costRows,
  costsFinding,
  costsText,
  mostHeld,
} from "../../../src/bank/investments/costs.js";
import {
  type AssetMonth,
  assetMonths,
  assetsFinding,
  assetsText,
  changesText,
  paidMonths,
} from "../../../src/bank/investments/months.js";
import {clientsText} from "../../../src/bank/investments/spread.js";
import {
  bothEnds,
  byHolders,
  byResult,
  gainsFinding,
  gainsText,
  heldRows,
  holdersFinding,
  losersText,
  nameOf,
  type TickerRow,
  tickerRows,
  withOthers,
} from "../../../src/bank/investments/tickers.js";
import {
  boughtText,
  feeMonths,
  feesText,
  instrumentsText,
  tradedAmounts,
  type VolumeRow,
  volumeText,
} from "../../../src/bank/investments/volume.js";
import {accountOf} from "../../../src/lib/investing/account.js";
import {exchangeOf} from "../../../src/lib/investing/brokerage.js";
import {
  type ClientRow,
  clientRows,
  returnBands,
  returnsFinding,
  type TimedClient,
  timedClients,
  timingFinding,
  timingText,
} from "../../../src/lib/investing/clients.js";
import {normal} from "../../../src/lib/normal.js";
import {stream} from "../../../src/lib/stream.js";
import {account, dayAt, instrument} from "../../support/smallExchange.js";

/** A share that gains a euro a day from 100, in euros, over January and February 2025. */
const rising = instrument("UP", {days: 59, close: (offset) => 100 + offset});
const exchange = exchangeOf([rising]);
const ada = accountOf(
  account("ada", {
    cash: 1000,
    paid: [[40, 500]],
    deals: [{on: 0, symbol: "UP", quantity: 10, price: 100, fee: 0}],
  }),
);

describe("assetMonths(accounts, exchange)", () => {
  it("divides the change of a month into flow and market", () => {
    expect(assetMonths([ada], exchange)).toMatchObject([
      {month: "2025-01-01", start_eur: 1000, flow_eur: 0, market_eur: 300, end_eur: 1300},
      {month: "2025-02-01", start_eur: 1300, flow_eur: 500, market_eur: 280, end_eur: 2080},
    ]);
    expect(assetMonths([ada], exchange).at(-1)).toMatchObject({
      until: "2025-02-28",
      cash_eur: 500,
      investor_count: 1,
    });
  });

  it("is empty where nobody has an account", () => expect(assetMonths([], exchange)).toEqual([]));
});

describe("the words on assets", () => {
  const month = (start_eur: number, flow_eur: number, market_eur: number): AssetMonth => ({
    month: "2025-01-01",
    until: "2025-01-31",
    start_eur,
    paid_in_eur: Math.max(0, flow_eur),
    taken_out_eur: Math.max(0, -flow_eur),
    flow_eur,
    market_eur,
    dividend_eur: 0,
    fee_eur: 0,
    cash_eur: 10,
    end_eur: start_eur + flow_eur + market_eur,
    investor_count: 2,
  });

  it("say what clients brought and what the market did, up and down", () => {
    expect(assetsText([month(100, 50, 50)])).toBe(
      "On 31 January 2025 clients held €200 in brokerage accounts, 5% of it in cash; 2 accounts held securities. Since 1 January 2025 they paid in €50 net, and the market, dividends included and fees taken off, added €50.",
    );
    expect(assetsText([month(100, -50, -20)])).toMatch(
      /they took out €50 more than they paid in, and the market, even with dividends, took €20/,
    );
    expect(assetsText([month(100, 0, 0)])).toMatch(/the market gave nothing and took nothing\.$/);
    expect(assetsText([])).toMatch(/^Nobody here has a brokerage account/);
  });

  it("share a growth out, and have other words for a fall and for none", () => {
    expect(assetsFinding([month(100, 75, 25)])).toBe(
      "Clients brought 75% of the €100 by which assets grew, the market 25%",
    );
    expect(assetsFinding([month(100, 20, -70)])).toBe(
      "Assets fell by €50: clients brought €20, the market took €70",
    );
    expect(assetsFinding([month(100, -20, 20)])).toBe(
      "Assets ended where they began: clients took out €20, the market added €20",
    );
    expect(assetsFinding([])).toBe("No assets to show");
  });

  it("count the months in which the market took some back", () => {
    expect(changesText([month(100, 20, 1), month(100, 20, -1), month(100, 20, -30)])).toBe(
      "Money came in every month. The market took some back in 2 months, and once assets shrank.",
    );
    expect(changesText([month(100, 20, -1)])).toMatch(/in 1 month, though never more than came in/);
    expect(changesText([month(100, -20, 1)])).toBe(
      "More money left than came in during 1 of 1 month, and the market never took any back.",
    );
    expect(changesText([])).toBe("");
  });

  it("add up what clients have put in", () => {
    const rows = [month(100, 20, 5), month(125, 10, -5)];
    expect(paidMonths(rows).map((row) => [row.end_eur, row.paid_eur])).toEqual([
      [125, 120],
      [130, 130],
    ]);
  });
});

describe("tickerRows(accounts, exchange)", () => {
  it("adds up what all clients hold and have gained", () => {
    const bob = accountOf(
      account("bob", {
        cash: 500,
        deals: [
          {on: 10, symbol: "UP", quantity: 4, price: 110, fee: 1},
          {on: 20, symbol: "UP", quantity: -4, price: 120, fee: 1},
        ],
      }),
    );
    expect(tickerRows([ada, bob], exchange)).toMatchObject([
      {
        symbol: "UP",
        name: "UP",
        holder_count: 1,
        ever_count: 2,
        investor_count: 1,
        value_eur: 1580,
        cost_eur: 1000,
        realized_eur: 38, // 480 − 1 − (440 + 1)
        unrealized_eur: 580,
        fee_eur: 2,
        result_eur: 618,
        lead_chance: null,
      },
    ]);
    expect(tickerRows([], exchange)).toEqual([]);
  });
});

describe("the lead of an instrument over the next", () => {
  const two = exchangeOf([
    instrument("A", {days: 59, close: (at) => 100 + at}),
    instrument("B", {days: 59, close: () => 100}),
  ]);
  /** Twelve clients who each bought one of each at such prices. */
  const leadOf = (priceOf: (client: number, symbol: string) => number) =>
    tickerRows(
      Array.from({length: 12}, (_, client) =>
        accountOf(
          account(`c${client}`, {
            cash: 1000,
            deals: ["A", "B"].map((symbol) => {
              return {on: 0, symbol, quantity: 1, price: priceOf(client, symbol)};
            }),
          }),
        ),
      ),
      two,
    ).find((row) => row.lead_chance !== null)?.lead_chance;

  it("is no chance where every client made more with it", () => {
    expect(leadOf(() => 100)).toBeLessThan(0.01);
  });

  it("is chance where one client made it all", () => {
    const price = (client: number, symbol: string) =>
      symbol === "B" ? 100 : client === 0 ? 1 : 158;
    expect(leadOf(price)).toBeGreaterThan(0.3);
  });

  it("is chance where clients made more with the one as often as with the other", () => {
    const told = Array.from({length: 60}, (_, seed) => {
      const draw = stream(seed, "leads");
      const fair = (symbol: string) => (symbol === "A" ? 158 : 100);
      return leadOf((_, symbol) => fair(symbol) + Math.round(10 * normal(draw))) ?? 1;
    }).filter((chance) => chance < 0.05);
    expect(told.length).toBeLessThan(8); // 3 of 60 are expected
  });
});

describe("the words on tickers", () => {
  const ticker = (
    symbol: string,
    holder_count: number,
    result_eur: number,
    lead_chance: number | null = null,
  ): TickerRow => ({
    symbol,
    name: `${symbol} Inc.`,
    holder_count,
    ever_count: holder_count,
    investor_count: 40,
    value_eur: 100,
    cost_eur: 90,
    realized_eur: 0,
    realized_currency_eur: 0,
    unrealized_eur: result_eur - 1,
    unrealized_currency_eur: symbol === "US" ? -5 : 0,
    dividend_eur: 1,
    fee_eur: 0,
    result_eur,
    lead_chance,
  });
  const rows = [ticker("EU", 10, 10), ticker("US", 30, -20), ticker("CH", 10, 30, 0.01)];

  it("name the most held", () => {
    expect(byHolders(rows)[0]?.symbol).toBe("US");
    expect(holdersFinding(rows)).toBe("75% of investors hold US; it makes up 33% of all holdings");
    expect(holdersFinding([ticker("EU", 11, 1), ticker("CH", 10, 1)])).toBe(
      "28% of investors hold EU, within chance of CH",
    );
    expect(holdersFinding([])).toBe("Nobody holds a security");
  });

  it("have beside the holders what was bought and sold", () => {
    const held = heldRows(rows, [{symbol: "US", bought_eur: 50, sold_eur: 20}]);
    expect(held[0]).toMatchObject({holder_share: 0.75, bought_eur: 50, sold_eur: 20});
    expect(held.map(({bought_eur}) => bought_eur)).toEqual([50, 0, 0]);
    expect(heldRows([{...rows[0]!, investor_count: 0}], [])[0]?.holder_share).toBe(0);
    expect(withOthers(held, 1).at(-1)).toEqual({
      name: "2 others",
      holder_share: null,
      value_eur: 200,
      bought_eur: 0,
      sold_eur: 0,
    });
    expect(withOthers(held, 2)).toEqual(held);
  });

  it("are shown from both ends", () => {
    expect(bothEnds([1, 2, 3, 4, 5], 2)).toEqual([1, 2, 4, 5]);
    expect(bothEnds([1, 2, 3, 4], 2)).toEqual([1, 2, 3, 4]);
  });

  it("name the winner", () => {
    expect(gainsFinding(rows)).toBe("CH made clients €30, more than any other instrument");
    expect(gainsFinding([ticker("CH", 1, 30, 0.4), ticker("EU", 1, 10)])).toBe(
      "CH made clients €30, within chance of EU",
    );
    expect(gainsFinding([ticker("EU", 1, 5)])).toMatch(/^EU made clients €5, more than any/);
    expect(gainsFinding([ticker("EU", 1, -5)])).toBe("No instrument has made money");
    expect(gainsFinding([])).toMatch(/^Nobody has gained/);
    expect(byResult(rows).map(({symbol}) => symbol)).toEqual(["CH", "EU", "US"]);
    expect(nameOf(rows)("CH")).toBe("CH");
    expect(nameOf([])("CH")).toBe("CH");
  });

  it("name the losers, and count them where they are many", () => {
    expect(losersText(rows)).toBe("US lost €20.");
    const many = ["A", "B", "C", "D"].map((symbol) => ticker(symbol, 1, -5));
    expect(losersText([ticker("CH", 1, 30), ...many])).toBe(
      "4 of 5 instruments lost €20 together.",
    );
    expect(losersText([ticker("EU", 1, 5)])).toBe("None of them has lost money.");
    expect(losersText([])).toBe("");
  });

  it("tell what exchange rates did, where there are any", () => {
    expect(gainsText(rows)).toMatch(/Exchange rates took €5: 1 of 3 instruments trade/);
    expect(gainsText([ticker("EU", 1, 5)])).toBe(
      "Clients have realised gains of €0, hold unrealised gains of €4, and were paid €1 in dividends. None of them has lost money.",
    );
    expect(gainsText([ticker("EU", 1, -5)])).toMatch(/hold unrealised losses of €6/);
    expect(gainsText([])).toBe("");
  });
});

describe("clientRows(accounts, exchange)", () => {
  it("has no yearly return for less than a year", () => {
    expect(clientRows([ada], exchange)).toMatchObject([
      {user_id: "ada", value_eur: 2080, cash_eur: 500, day_count: 59, twr_share: null},
    ]);
  });

  it("has the same two returns where no money comes or goes after the start", () => {
    const year = exchangeOf([
      instrument("UP", {
        days: 731,
        close: (offset) => Math.round(1e4 * 1.21 ** (offset / 730)) / 100,
      }),
    ]);
    const eva = account("eva", {
      cash: 1000,
      deals: [{on: 0, symbol: "UP", quantity: 10, price: 100}],
    });
    const [row] = clientRows([accountOf(eva)], year);
    expect(row?.twr_share).toBeCloseTo(0.1, 3);
    expect(row?.xirr_share).toBeCloseTo(0.1, 3);
  });
});

describe("the words on clients", () => {
  const client = (
    value_eur: number,
    twr_share: number | null,
    xirr_share = twr_share,
  ): ClientRow => ({
    user_id: `c${value_eur}`,
    name: `Client ${value_eur}`,
    value_eur,
    cash_eur: 0,
    trade_count: 1,
    day_count: 400,
    twr_share,
    xirr_share,
  });
  const timed = (...pairs: [number, number][]): TimedClient[] =>
    timedClients(pairs.map(([twr, xirr], i) => client(i + 1, twr, xirr)));

  it("leave out who has no return, and who never traded", () => {
    expect(timedClients([client(1, null), {...client(2, 0.1), trade_count: 0}])).toEqual([]);
    expect(timed([0.1, 0.08])[0]?.gap_share).toBeCloseTo(-0.02, 12);
  });

  it("give the median and who lost", () => {
    expect(returnsFinding(timed([0.1, 0.1], [0.2, -0.1], [0.3, 0.3]))).toBe(
      "The median client earned 10.0% a year; 33% lost money",
    );
    expect(returnsFinding(timed([0.1, 0.1]))).toMatch(/; nobody lost money$/);
    expect(returnsFinding(timed([0.1, -0.1]))).toMatch(/^The median client lost 10\.0% a year/);
    expect(returnsFinding([])).toMatch(/^No client has been invested/);
  });

  it("weigh whom timing helped against whom it hurt", () => {
    const many = Array.from({length: 12}, (): [number, number] => [0.1, 0.2]);
    expect(timingFinding(timed(...many, [0.1, 0], [0.1, 0.1], [0.1, 0.1], [0.1, 0.1]))).toBe(
      "On these prices, timing helped more clients than it hurt: 75% against 6.3%",
    );
    expect(timingFinding(timed([0.1, 0.2], [0.1, 0.2], [0.1, 0], [0.1, 0.1]))).toBe(
      "Timing helped 50% of clients and hurt 25%, a difference within chance",
    );
    expect(timingFinding(timed([0.1, 0.2], [0.1, 0]))).toMatch(/^Timing hurt as many/);
    expect(timingFinding(timed([0.1, 0.1]))).toBe("Timing neither helped nor hurt anyone");
    expect(timingFinding([])).toBe("No gap to show");
    expect(timingText(timed([0.1, 0.12]))).toMatch(/^For the median client the gap is \+2 points/);
    expect(timingText([])).toBe("");
  });

  it("call nobody favoured where a coin decides whom timing helped", () => {
    const told = Array.from({length: 200}, (_, seed) => {
      const draw = stream(seed, "timing");
      return timingFinding(
        timed(
          ...Array.from({length: 300}, (): [number, number] => [0.1, 0.1 + 0.05 * (draw() - 0.5)]),
        ),
      );
    }).filter((said) => said.startsWith("On these prices"));
    expect(told.length).toBeLessThan(0.1 * 200); // 5 % are expected
  });

  it("put each client into one band of each measure, the ends being open", () => {
    const bands = returnBands(timed([-0.9, 0.05], [0.1, 2]));
    const of = (measure: string, from: number) =>
      bands.find((row) => row.measure === measure && row.band_from === from)?.client_count;
    expect([of("twr", -0.25), of("twr", 0.1), of("xirr", 0.05), of("xirr", 0.5)]).toEqual([
      1, 1, 1, 1,
    ]);
    expect(bands.reduce((sum, row) => sum + row.client_count, 0)).toBe(4);
    expect(returnBands([])).toEqual([]);
  });

  it("say how much the largest matters", () => {
    const equal = (count: number) => Array.from({length: count}, () => client(5, null));
    expect(clientsText(equal(2))).toBe("The largest client alone holds 50.0% of assets.");
    expect(clientsText(equal(40))).toBe(
      "The largest tenth of clients holds 10% of assets. No client matters much: the largest holds 2.5% of them.",
    );
    expect(clientsText([])).toBe("");
  });
});

describe("clientsOfAll(rows)", () => {
  it("says of all clients what it says, and has a part of them for the picture", () => {
    const rows = Array.from(
      {length: 2000},
      (_, at): ClientRow => ({
        user_id: `c${at}`,
        name: `Client ${at}`,
        value_eur: 3000 - at,
        cash_eur: 0,
        trade_count: at % 4,
        day_count: 400,
        twr_share: 0.1,
        xirr_share: at < 1000 ? 0.2 : 0.05,
      }),
    );
    const all = clientsOfAll(rows);
    const timed = timedClients(rows);
    expect(all).toMatchObject({
      traded_count: 1500,
      timed_count: 1500,
      timing: timingFinding(timed),
    });
    expect(all.dots).toHaveLength(450);
    expect(new Set(all.dots.map(({user_id}) => user_id)).size).toBe(450);
    expect(timed).toEqual(expect.arrayContaining(all.dots.slice(0, 20)));
    expect(clientsOfAll(rows.slice(0, 8)).dots).toEqual(timedClients(rows.slice(0, 8)));
  });
});

describe("costRows(accounts, exchange)", () => {
  const split = {day: dayAt(30), shares_before: 1, shares_after: 2};
  const halved = exchangeOf([
    instrument("UP", {days: 45, close: (offset) => (offset < 30 ? 100 : 50), splits: [split]}),
  ]);
  const rows = costRows(
    [accountOf(account("a", {cash: 900, deals: [{on: 3, symbol: "UP", quantity: 2, price: 90}]}))],
    halved,
  );

  it("has the last trading day of each week, and prices of today's shares across a split", () => {
    expect(rows.map(({day}) => day).slice(0, 2)).toEqual(["2025-01-05", "2025-01-12"]);
    expect(rows.at(-1)?.day).toBe(dayAt(44));
    expect(rows.every((row) => row.price_eur === 50 && row.average_cost_eur === 45)).toBe(true);
  });

  it("has no cost where nobody holds any", () => {
    expect(costRows([], halved).every((row) => row.average_cost_eur === null)).toBe(true);
  });
});

describe("the words on costs", () => {
  const row = (symbol: string, price_eur: number, average_cost_eur: number | null): CostRow => ({
    symbol,
    name: symbol,
    day: "2025-01-05",
    price_eur,
    average_cost_eur,
    holder_count: 1,
  });

  it("name what is below its cost", () => {
    expect(costsFinding([row("A", 2, 1), row("B", 1, 2)])).toBe(
      "The average holder is in profit, except with B",
    );
    const below = ["B", "C", "D", "E"].map((symbol) => row(symbol, 1, 2));
    expect(costsFinding([row("A", 2, 1), ...below])).toBe(
      "The average holder is in profit with 1 of 5 instruments",
    );
    expect(costsFinding([row("A", 2, 1), row("B", 3, 2)])).toMatch(/with all two instruments$/);
    expect(costsFinding([row("A", 2, 1)])).toBe("The average holder of A is in profit");
    expect(costsFinding([row("A", 1, 2)])).toMatch(/under water with every instrument$/);
    expect(costsFinding([row("A", 1, null)])).toMatch(/^Nobody holds/);
  });

  it("draw those that most accounts hold", () => {
    const held = [
      row("A", 2, 1),
      {...row("B", 1, 2), holder_count: 5},
      {...row("C", 1, 2), holder_count: 3},
    ];
    expect(mostHeld(held, 2).map(({symbol}) => symbol)).toEqual(["B", "C"]);
  });

  it("give the best and the worst", () => {
    expect(costsText([row("A", 2, 1), row("B", 1, 2)])).toBe(
      "A is 100% above what its holders paid, B is 50% below what its holders paid.",
    );
    expect(costsText([row("A", 2, 1)])).toBe("A is 100% above what its holders paid.");
    expect(costsText([])).toBe("");
  });
});

describe("the words on volume", () => {
  const row = (month: number, symbol: string, bought_eur: number, sold_eur = 0): VolumeRow => ({
    month: new Date(Date.UTC(2025, month)),
    symbol,
    bought_eur,
    sold_eur,
    net_eur: bought_eur - sold_eur,
    fee_eur: 1,
    trade_count: 1,
  });
  const rows = [row(0, "A", 100), row(0, "B", 300, 100), row(1, "B", 600, 100)];

  it("name what most was bought of", () => {
    const name = (symbol: string) => `${symbol}!`;
    expect(boughtText(rows, name)).toBe(
      "90% of purchases went into B!; for each €100 bought, €20 was sold.",
    );
    expect(boughtText([row(0, "A", 10)], name)).toMatch(/and nothing was sold\.$/);
    expect(boughtText([], name)).toBe("Nothing was bought or sold.");
    expect(tradedAmounts(rows)).toEqual([
      {symbol: "B", bought_eur: 900, sold_eur: 200},
      {symbol: "A", bought_eur: 100, sold_eur: 0},
    ]);
  });

  it("count the instruments, each of them once", () => {
    expect(instrumentsText(rows)).toBe("2 instruments");
    expect(instrumentsText([])).toBe("No instruments");
  });

  it("name the busiest month", () => {
    const busy = {...row(2, "A", 800), trade_count: 20};
    expect(volumeText([...rows, busy])).toBe(
      "The busiest month was March 2025 with 20 trades worth €800. The monthly volume moved within chance from January 2025 to March 2025.",
    );
    const growing = Array.from({length: 12}, (_, month) =>
      row(month, "A", 100 + 10 * month + (month % 2)),
    );
    expect(volumeText(growing)).toBe(
      "No month was the busiest: the most trades in one, 1 in January 2025, are within chance of the next. The monthly volume rose 111% from January 2025 to December 2025.",
    );
    expect(volumeText([])).toBe("");
  });

  it("call no month busy and no rise a rise where nothing but noise parts the months", () => {
    const texts = Array.from({length: 200}, (_, seed) => {
      const draw = stream(seed, "volume");
      return volumeText(
        Array.from({length: 18}, (_, month) => ({
          ...row(month, "A", 100_000 * (1 + 0.15 * normal(draw))),
          trade_count: Math.round(300 + 17 * normal(draw)),
        })),
      );
    });
    expect(texts.filter((said) => said.startsWith("The busiest")).length).toBeLessThan(20);
    expect(texts.filter((said) => /rose|fell/.test(said)).length).toBeLessThan(20);
  });

  it("add the fees up", () => {
    expect(feeMonths(rows).map(({fee_eur}) => fee_eur)).toEqual([2, 1]);
    expect(feesText(rows)).toMatch(
      /^Trading earned the bank €3 in commissions, €0\.25 of each €100 traded;/,
    );
    expect(feesText([{...row(0, "A", 10), fee_eur: 0}])).toMatch(/charged nothing/);
    expect(feesText([])).toBe("No trades, no fees.");
  });
});
