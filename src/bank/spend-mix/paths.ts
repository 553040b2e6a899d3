/** The way of the money: from where it comes, over the accounts, to what it is used for. */
import {color, groupColor} from "../../components/palette.js";
import type {PathLink, PathNode} from "../../components/sankey.js";
import {money} from "../../lib/format.js";
import {type AccountClass, accountClasses, type Flow, type FlowName, flows} from "./axes.js";
import type {Selection} from "./cubes.js";
import {noPayments, type Part} from "./words.js";

export interface MoneyPaths {
  readonly nodes: readonly PathNode[];
  readonly links: readonly PathLink[];
}

const classes = Object.keys(accountClasses) as AccountClass[];

/** The colour of a flow: that of the account that it enters or leaves. */
export const flowColor = ({account}: Pick<Flow, "account">) =>
  ({
    person: color("accent"),
    company: groupColor("operating"),
    savings: groupColor("saving"),
    brokerage: groupColor("investing"),
  })[account];

/**
 * The flows of a selection as nodes and bands. Transfers between two accounts of one owner are one band, of what went one way
 * more than the other. Where both sides of the books are there, what stayed in an account, or was drawn from it, is a band too.
 */
export function moneyPaths(parts: readonly Part[], {focus}: Selection): MoneyPaths {
  const sums = new Map(parts.map(({key, sum}) => [key as FlowName, sum]));
  const all = Object.entries(flows) as [FlowName, Flow][];
  const outer = all.filter(([, {to}]) => to === undefined);
  const isPale = (key: string) => focus?.axis === "flow" && focus.value !== key;
  const sides: PathLink[] = outer.map(([key, {account, direction}]) => ({
    source: direction === "in" ? key : account,
    target: direction === "in" ? account : key,
    value: sums.get(key) ?? 0,
    isPale: isPale(key),
  }));
  const own = all.flatMap(([key, {account, to}]): PathLink[] => {
    if (to === undefined) return [];
    const back = all.find(([, other]) => other.account === to && other.to === account)?.[0];
    const net = (sums.get(key) ?? 0) - ((back && sums.get(back)) ?? 0);
    return net > 0 ? [{source: account, target: to, value: net, isPale: isPale(key)}] : [];
  });
  const links = [...sides, ...own];
  return {
    nodes: [
      ...outer.map(([id, flow]) => ({id, label: flow.label, color: flowColor(flow)})),
      ...classes.map((id) => ({id, label: accountClasses[id], color: flowColor({account: id})})),
      {id: "kept", label: "Left in accounts", color: color("context")},
      {id: "drawn", label: "Drawn from balances", color: color("context")},
    ],
    links: [...links, ...(isWhole(focus) ? balances(links) : [])],
  };
}

/** Whether what came in and what went out are both in the selection. */
const isWhole = (focus: Selection["focus"]) =>
  focus === undefined || focus.axis === "city" || focus.axis === "owner";

function balances(links: readonly PathLink[]): PathLink[] {
  return classes.map((account) => {
    const left = links.reduce(
      (sum, {source, target, value}) =>
        sum + (target === account ? value : 0) - (source === account ? value : 0),
      0,
    );
    return left < 0
      ? {source: "drawn", target: account, value: -left}
      : {source: account, target: "kept", value: left};
  });
}

/** What came in, what went out, and what that did to the balances. */
export function pathsFinding(parts: readonly Part[], selection: Selection): string {
  const sum = (direction: Flow["direction"]) =>
    parts.reduce((sum, {key, sum: euros}) => {
      const {direction: way, to} = {to: undefined, ...flows[key as FlowName]};
      return way === direction && to === undefined ? sum + euros : sum;
    }, 0);
  const [inflow, outflow] = [sum("in"), sum("out")];
  if (inflow + outflow === 0) return noPayments;
  if (!isWhole(selection.focus)) {
    return inflow < 0.005
      ? `${money(outflow)} went out, nothing came in this way`
      : `${money(inflow)} came in this way and ${money(outflow)} went out`;
  }
  const left = inflow - outflow;
  const result = left < 0 ? `balances fell by ${money(-left)}` : `${money(left)} stayed`;
  return `${money(inflow)} came in, ${money(outflow)} went out, ${result}`;
}
