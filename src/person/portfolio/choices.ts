/** The choices of the page. */
import {type SegmentedElement, segmented} from "../../components/segmented.js";
import type {AccountView} from "../../lib/investing/account.js";
import type {Method} from "../../lib/investing/trade.js";
import {divisions} from "./holdingRows.js";
import {periods} from "./steps.js";

const methods = [
  {value: "average", label: "Average cost"},
  {value: "fifo", label: "First in, first out"},
] as const satisfies readonly {value: Method; label: string}[];

/** The choice of which cost a sale takes away. */
export function methodChoice(): SegmentedElement {
  return segmented({label: "Cost of a sale", param: "method", choices: methods});
}

/** The choice of the months over which the steps go. */
export function periodChoice(): SegmentedElement {
  return segmented({label: "Period", param: "period", choices: periods});
}

/** The choice of what the account is divided by. */
export function divisionChoice(): SegmentedElement {
  return segmented({label: "Divided by", param: "by", choices: divisions});
}

/** The choice of a holding among those ever held, which are the same by every method. */
export function holdingChoice({trails}: AccountView): SegmentedElement {
  const symbols = trails.map(({symbol}) => symbol);
  return segmented({
    label: "Holding",
    param: "holding",
    value: symbols[0] ?? "",
    choices: symbols.map((symbol) => ({value: symbol, label: symbol})),
  });
}
