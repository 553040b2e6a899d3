/** The figure on the way of money, loaded when somebody comes near it: it is the only one that needs d3-sankey. */
import type {FigureElement} from "../../components/figure.js";
import type {Query} from "../../components/figureActions.js";
import {liveFigure} from "../../components/liveFigure.js";
import {sankey} from "../../components/sankey.js";
import {moneyPaths, pathsFinding} from "./paths.js";
import type {Spend} from "./spend.js";
import {ofText, partColumns} from "./spendBars.js";
import {partsOf} from "./words.js";

/** From where money comes, through which accounts, to what. */
export function spendPaths(spend: Spend, code: Query): FigureElement {
  const {element, draw} = sankey({height: 560});
  return liveFigure({
    id: "spend-paths",
    finding: (parts) => pathsFinding(parts, spend.selection),
    subtitle: () => `From income through accounts to uses, EUR; ${ofText(spend)}`,
    rows: () => partsOf(spend.data, "flow", spend.selection),
    onChange: spend.onChange,
    picture: {
      element,
      draw(parts, width) {
        const {nodes, links} = moneyPaths(parts, spend.selection);
        draw(nodes, links, width);
      },
    },
    columns: partColumns.slice(0, 2),
    note:
      "Between two accounts of one owner, the band is the difference of both ways. A payment between two customers is both " +
      "a use and an income.",
    height: 560,
    code,
  });
}
