/**
 * The securities of the bank as their exchanges list them, and its currencies. US shares are those of Nasdaq; the
 * others trade in euros in Frankfurt and Amsterdam, where a firm is at home on the exchange that lists it here.
 */
import type {ExchangeCode} from "../../src/lib/bank/exchanges.js";

const listed = [
  ["AAPL", "Apple Inc.", "XNAS", "Technology hardware"],
  ["AD", "Koninklijke Ahold Delhaize N.V.", "XAMS", "Food retail"],
  ["ADYEN", "Adyen N.V.", "XAMS", "Payments"],
  ["ALV", "Allianz SE", "XETR", "Insurance"],
  ["ASML", "ASML Holding N.V.", "XAMS", "Semiconductors"],
  ["BAS", "BASF SE", "XETR", "Chemicals"],
  ["BMW", "Bayerische Motoren Werke AG", "XETR", "Automobiles"],
  ["DHL", "Deutsche Post AG", "XETR", "Logistics"],
  ["DTE", "Deutsche Telekom AG", "XETR", "Telecommunications"],
  ["EUNH", "iShares Core € Govt Bond UCITS ETF (Dist)", "XETR", "Government bonds"],
  ["EXSA", "iShares STOXX Europe 600 UCITS ETF (DE)", "XETR", "European equity"],
  ["HEIA", "Heineken N.V.", "XAMS", "Beverages"],
  ["INGA", "ING Groep N.V.", "XAMS", "Banking"],
  ["IWDA", "iShares Core MSCI World UCITS ETF (Acc)", "XAMS", "Global equity"],
  ["MSFT", "Microsoft Corporation", "XNAS", "Software"],
  ["MUV2", "Münchener Rückversicherungs-Gesellschaft AG", "XETR", "Insurance"],
  ["NVDA", "NVIDIA Corporation", "XNAS", "Semiconductors"],
  ["PHIA", "Koninklijke Philips N.V.", "XAMS", "Medical technology"],
  ["SAP", "SAP SE", "XETR", "Software"],
  ["SIE", "Siemens AG", "XETR", "Industrial goods"],
  ["TSLA", "Tesla, Inc.", "XNAS", "Automobiles"],
  ["VWCE", "Vanguard FTSE All-World UCITS ETF (Acc)", "XETR", "Global equity"],
  ["VWRL", "Vanguard FTSE All-World UCITS ETF (Dist)", "XAMS", "Global equity"],
  ["WKL", "Wolters Kluwer N.V.", "XAMS", "Information services"],
] as const satisfies readonly (readonly [string, string, ExchangeCode, string])[];

export type Ticker = (typeof listed)[number][0];

export interface Instrument {
  readonly symbol: Ticker;
  readonly name: string;
  readonly kind: "share" | "fund";
  readonly currency: "USD" | "EUR";
  readonly sector: string;
  readonly exchange: ExchangeCode;
}

/** In the order of their symbols; the other files speak of an instrument by its place in this list. */
export const instruments: readonly Instrument[] = listed.map(
  ([symbol, name, exchange, sector]) => ({
    symbol,
    name,
    kind: name.includes("UCITS") ? "fund" : "share",
    currency: exchange === "XNAS" ? "USD" : "EUR",
    sector,
    exchange,
  }),
);

/** The place of a symbol in the list. */
export function instrumentOf(symbol: Ticker): number {
  return instruments.findIndex((instrument) => instrument.symbol === symbol);
}

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
