/** The securities and currencies of the bank, with how their prices behave. */

export interface Instrument {
  readonly symbol: string;
  readonly name: string;
  readonly kind: "share" | "fund";
  readonly currency: "USD" | "EUR";
  readonly sector: string;
  /** Price at the start, in the currency. */
  readonly price: number;
  /** Yearly drift; how much of the common move it takes; its own daily deviation. */
  readonly drift: number;
  readonly beta: number;
  readonly deviation: number;
  /** Calendar months of its ex days, and the yearly dividend as a share of the price. */
  readonly exMonths: readonly number[];
  readonly yield: number;
}

export const instruments: readonly Instrument[] = [
  {
    symbol: "AAPL",
    name: "Apple Inc.",
    kind: "share",
    currency: "USD",
    sector: "Technology hardware",
    price: 208,
    drift: 0.09,
    beta: 1.1,
    deviation: 0.011,
    exMonths: [2, 5, 8, 11],
    yield: 0.005,
  },
  {
    symbol: "ASML",
    name: "ASML Holding N.V.",
    kind: "share",
    currency: "EUR",
    sector: "Semiconductors",
    price: 596,
    drift: 0.1,
    beta: 1.3,
    deviation: 0.014,
    exMonths: [2, 4, 7, 10],
    yield: 0.009,
  },
  {
    symbol: "MSFT",
    name: "Microsoft Corporation",
    kind: "share",
    currency: "USD",
    sector: "Software",
    price: 418,
    drift: 0.11,
    beta: 1.0,
    deviation: 0.009,
    exMonths: [2, 5, 8, 11],
    yield: 0.008,
  },
  {
    symbol: "NVDA",
    name: "NVIDIA Corporation",
    kind: "share",
    currency: "USD",
    sector: "Semiconductors",
    price: 612,
    drift: 0.24,
    beta: 1.6,
    deviation: 0.019,
    exMonths: [3, 6, 9, 12],
    yield: 0.0003,
  },
  {
    symbol: "TSLA",
    name: "Tesla, Inc.",
    kind: "share",
    currency: "USD",
    sector: "Automobiles",
    price: 281,
    drift: 0.02,
    beta: 1.5,
    deviation: 0.024,
    exMonths: [],
    yield: 0,
  },
  {
    symbol: "VWRL",
    name: "Vanguard FTSE All-World UCITS ETF",
    kind: "fund",
    currency: "EUR",
    sector: "Global equity",
    price: 118,
    drift: 0.07,
    beta: 0.8,
    deviation: 0.002,
    exMonths: [3, 6, 9, 12],
    yield: 0.017,
  },
];

/** Units of a currency start at this many euros; the deviation is daily. */
export const currencies = [
  {currency: "EUR", rate: 1, deviation: 0},
  {currency: "CHF", rate: 1.0671, deviation: 0.002},
  {currency: "GBP", rate: 1.1748, deviation: 0.0028},
  {currency: "USD", rate: 0.8812, deviation: 0.0036},
] as const;

/** The currency of each instrument, by number. */
export const currencyOf: readonly number[] = instruments.map((instrument) =>
  currencies.findIndex(({currency}) => currency === instrument.currency),
);
