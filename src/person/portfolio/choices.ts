/** The choices of the page. */
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import type {AccountView} from "../../lib/investing/account.js";
import {type Exchange, instrumentText} from "../../lib/investing/brokerage.js";
import type {Method} from "../../lib/investing/trade.js";
import type {Division} from "./holdingRows.js";
import {periods} from "./steps.js";

const methods = [
  {value: "average", label: "Average cost"},
  {value: "fifo", label: "First in, first out"},
] as const satisfies readonly {value: Method; label: string}[];

/** What an account can be divided by. */
const divisions = [
  {value: "instrument", label: "Instrument"},
  {value: "currency", label: "Currency"},
  {value: "sector", label: "Sector"},
] as const satisfies readonly {value: Division; label: string}[];

/** The choice of which cost a sale takes away. */
export function methodChoice(): SegmentedElement {
  return segmented({label: "Cost of a sale", param: "method", choices: methods});
}

/** The choice of the period that the figures of the page cover. */
export function periodChoice(): SegmentedElement {
  return segmented({label: "Period", param: "period", choices: periods});
}

/** The choice of what the account is divided by. */
export function divisionChoice(): SegmentedElement {
  return segmented({label: "Divided by", param: "by", choices: divisions});
}

/** So many holdings are named in the choice of one; where there are more, their tickers do. */
const mostNamed = 6;

/** The choice of a holding among those ever held, the most valuable first; they are the same by every method. */
export function holdingChoice({holdings}: AccountView, exchange: Exchange): SegmentedElement {
  const symbols = holdings
    .toSorted((a, b) => b.valueCents - a.valueCents || (a.symbol < b.symbol ? -1 : 1))
    .map(({symbol}) => symbol);
  const isNamed = symbols.length <= mostNamed;
  return segmented({
    label: "Holding",
    param: "holding",
    value: symbols[0] ?? "",
    choices: symbols.map((symbol) => ({
      value: symbol,
      label: isNamed ? instrumentText(exchange, symbol) : symbol,
    })),
  });
}
