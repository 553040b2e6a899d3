/**
 * How each price moves: the world's shares move together, those of the US and of Europe once more among themselves, and
 * each firm on its own, most of all on the days of its results. Levels are those of the spring of 2025, volatilities
 * those usual for such firms (about 15 % a year for a telecom, 50 % for a car maker of fashion).
 */
import type {Ticker} from "./instruments.js";

export interface PriceModel {
  /** Price at the start, in the currency of the instrument. */
  readonly price: number;
  /** Total return to expect in a year, dividends included. */
  readonly drift: number;
  /** How much of the world's move it takes. */
  readonly beta: number;
  readonly region: "us" | "eu";
  /** How much of its region's move it takes. */
  readonly regional: number;
  /** Its own daily deviation, in the long run. */
  readonly own: number;
}

/** Daily deviations of the moves that many share, in the long run. */
export const sharedDeviation = {world: 0.0072, us: 0.0045, eu: 0.0045} as const;

/** What a share gains a year, usually: a premium for its risk above what savings bring. */
const usualDrift = 0.07;

const share =
  (region: PriceModel["region"]) =>
  (price: number, beta: number, own: number, drift = usualDrift): PriceModel => ({
    ...{price, drift, beta, own, region},
    regional: 1,
  });
const us = share("us");
const eu = share("eu");

export const priceModels: Readonly<Record<Ticker, PriceModel>> = {
  AAPL: us(205, 1.1, 0.012),
  AD: eu(36.2, 0.35, 0.0095),
  ADYEN: eu(1560, 1.4, 0.021, 0.1),
  ALV: eu(362, 0.85, 0.008),
  ASML: eu(600, 1.4, 0.015, 0.09),
  BAS: eu(43.6, 0.95, 0.012, 0.05),
  BMW: eu(75.4, 1, 0.012, 0.05),
  DHL: eu(37.8, 0.9, 0.011),
  DTE: eu(31.7, 0.5, 0.009),
  EUNH: {price: 112, drift: 0.025, beta: 0.02, region: "eu", regional: 0, own: 0.003},
  EXSA: {price: 53.2, drift: 0.07, beta: 0.85, region: "eu", regional: 1, own: 0.001},
  HEIA: eu(78.6, 0.5, 0.0105, 0.05),
  INGA: eu(17.3, 1, 0.0105),
  IWDA: {price: 96.4, drift: 0.07, beta: 0.97, region: "us", regional: 0.7, own: 0.0006},
  MSFT: us(430, 1, 0.01, 0.09),
  MUV2: eu(588, 0.7, 0.01),
  NVDA: us(115, 1.7, 0.018, 0.14),
  PHIA: eu(22.4, 0.8, 0.015, 0.05),
  SAP: eu(256, 1.1, 0.0115, 0.09),
  SIE: eu(204, 1.15, 0.011),
  TSLA: us(280, 1.6, 0.025, 0.04),
  VWCE: {price: 121.6, drift: 0.07, beta: 0.95, region: "us", regional: 0.6, own: 0.0004},
  VWRL: {price: 118.2, drift: 0.07, beta: 0.95, region: "us", regional: 0.6, own: 0.0004},
  WKL: eu(155.8, 0.6, 0.0105),
};
