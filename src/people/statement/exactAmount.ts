import {moneyExact} from "../../lib/format.js";

/** An amount to the cent in its own currency: `€1,229.18`, `1,229.18 SEK`; without a currency the bare number. */
export function exactAmount(amount: number, currency: string): string {
  const euro = moneyExact(amount);
  return currency === "EUR" ? euro : `${euro.replace("€", "")} ${currency}`.trim();
}
