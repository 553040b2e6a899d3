import {formatScaled} from "../../src/lib/investing/decimal.js";
import {averageCostE6, type Holding} from "../../src/lib/investing/holdings.js";
import {formatEur} from "../../src/lib/money.js";

/**
 * Holdings as a JSON array, one position a line. Numbers are JSON numbers whose text is the exact decimal: the
 * quantity with up to six decimals, money with two, the average cost of a share rounded to six (null when
 * nothing is held).
 */
export function holdingsJson(holdings: readonly Holding[]): string {
  const lines = holdings.map(({accountId, symbol, quantityE6, basis, realized}) => {
    const average = averageCostE6(quantityE6, basis);
    const members = {
      account: JSON.stringify(accountId),
      symbol: JSON.stringify(symbol),
      quantity: formatScaled(quantityE6, 6),
      cost_eur: formatEur(basis.costCents),
      average_cost_eur: average === null ? "null" : formatScaled(average, 6),
      realized_eur: formatEur(realized.gainCents),
    };
    const pairs = Object.entries(members).map(([name, value]) => `"${name}": ${value}`);
    return `  {${pairs.join(", ")}}`;
  });
  return lines.length === 0 ? "[]\n" : `[\n${lines.join(",\n")}\n]\n`;
}
