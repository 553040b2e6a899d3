/**
 * What investors choose. Half of those who pick shares hold at most two or three, a few hold more than fifteen
 * (W. Goetzmann and A. Kumar, Equity Portfolio Diversification, Review of Finance 12, 2008), most of them shares of the
 * exchange at home or of the euro area (K. French and J. Poterba, American Economic Review 81, 1991). Plans buy broad
 * funds, most of them one, some two or three.
 */
import type {ExchangeCode} from "../../src/lib/bank/exchanges.js";
import {chance, pickIndex, type Stream} from "../../src/lib/stream.js";
import {instruments, type Ticker} from "./instruments.js";
import type {CountryCode} from "./places.js";

/** How much each is asked for, among shares and among funds. */
const liked: Readonly<Record<Ticker, number>> = {
  AAPL: 5,
  AD: 2,
  ADYEN: 1.5,
  ALV: 4,
  ASML: 4,
  BAS: 2.5,
  BMW: 2.5,
  DHL: 2,
  DTE: 3.5,
  EUNH: 1,
  EXSA: 1,
  HEIA: 1.5,
  INGA: 3,
  IWDA: 2.5,
  MSFT: 5,
  MUV2: 2,
  NVDA: 6,
  PHIA: 1.5,
  SAP: 4,
  SIE: 3.5,
  TSLA: 4,
  VWCE: 3.5,
  VWRL: 2.5,
  WKL: 1,
};

/** Weights of 1, 2, 3 … securities; the last ones, 16 to 22, are the tail. */
const pickedCounts = [225, 290, 160, 95, 58, 38, 25, 18, 12, 9, 7, 6, 6, 5, 5, 5, 5, 5, 5, 5, 5, 5];
const plannedCounts = [55, 35, 10];

/** The exchange at home, where the bank's securities have one of the country or its neighbour of the same language. */
const homeExchange: Readonly<Partial<Record<CountryCode, ExchangeCode>>> = {
  AT: "XETR",
  BE: "XAMS",
  DE: "XETR",
  NL: "XAMS",
};

/** How often somebody who picks securities picks a fund. */
const fundShare = 0.18;
/** How much more a share is liked for being traded at home, or elsewhere in the euro area, than one of the US. */
const nearness = {home: 4, euro: 1.5, us: 1} as const;

/** The funds of a monthly plan. */
export function plannedFunds(draw: Stream): number[] {
  return chosen(draw, 1 + pickIndex(draw, plannedCounts), (index) => fundWeights[index]!);
}

/** The securities of somebody who picks them, from a country: shares, and now and then a fund. */
export function pickedSecurities(
  draw: Stream,
  country: CountryCode,
  count = 1 + pickIndex(draw, pickedCounts),
): number[] {
  const shares = instruments.map((instrument) => shareWeight(instrument, country));
  const funds = Array.from({length: count}).filter(() => chance(draw, fundShare)).length;
  const picked = [
    ...chosen(draw, count - funds, (index) => shares[index]!),
    ...chosen(draw, funds, (index) => fundWeights[index]!),
  ];
  // In an order of their own, so that a fund is not always the last to be bought.
  return picked
    .map((index) => ({index, rank: draw()}))
    .sort((a, b) => a.rank - b.rank)
    .map(({index}) => index);
}

const fundWeights = instruments.map(({symbol, kind}) => (kind === "fund" ? liked[symbol] : 0));

function shareWeight(
  {symbol, kind, exchange}: (typeof instruments)[number],
  country: CountryCode,
): number {
  if (kind !== "share") return 0;
  if (exchange === homeExchange[country]) return nearness.home * liked[symbol];
  return (exchange === "XNAS" ? nearness.us : nearness.euro) * liked[symbol];
}

/** So many different instruments, or all that have a weight. */
function chosen(draw: Stream, count: number, weightOf: (index: number) => number): number[] {
  const weights = instruments.map((_, index) => weightOf(index));
  const picked: number[] = [];
  while (picked.length < count && weights.some((weight) => weight > 0)) {
    const index = pickIndex(draw, weights);
    weights[index] = 0;
    picked.push(index);
  }
  return picked;
}
