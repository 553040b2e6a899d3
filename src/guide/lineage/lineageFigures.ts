import {type FigureElement, figure} from "../../components/figure.js";
import {type PickerElement, picker} from "../../components/picker.js";
import {rankedBars} from "../../components/rankedBars.js";
import {count} from "../../lib/format.js";
import type {Lineage} from "../../lib/site/lineage.js";
import {aroundRows, layersAround} from "./layers.js";
import {lineageMap, lineageParam} from "./lineageMap.js";
import {aroundFinding, tableUses, usesFinding} from "./words.js";

const source = "the code of this site, read when it was built";

/** The choice of a name out of all; it is in the address. */
export function lineagePicker(lineage: Lineage): PickerElement {
  return picker({
    label: "A page, figure, dataset, table or column",
    choices: lineage.nodes.map(({id, kind, name, text}) => ({
      value: id,
      label: name,
      detail: text ? `${kind}: ${text}` : kind,
    })),
    value: "table:transactions",
    param: lineageParam,
  });
}

/** All that the chosen name is made of, to its right, and all that is made of it, to its left. */
export function lineageAround(lineage: Lineage, id: string): FigureElement {
  const chosen = lineage.node(id);
  const layers = chosen ? layersAround(lineage, chosen) : [];
  return figure({
    id: "lineage-around",
    finding: chosen ? aroundFinding(lineage, chosen) : "Nothing to show",
    subtitle: [chosen?.text, chosen?.file].filter(Boolean).join(" · "),
    rows: aroundRows(layers),
    chart: (_, options) => lineageMap(layers, options),
    note:
      "What is to the left is made of what is to the right. A name in grey is reached by way of a derived table. " +
      "Choose a name to see what is around it; ↗ opens it.",
    source,
    height: 460,
  });
}

/** The tables by how many figures are made of them. */
export function lineageTables(lineage: Lineage): FigureElement {
  return figure({
    id: "lineage-tables",
    finding: (uses) => usesFinding(uses, lineage),
    subtitle: "Figures made of each table, by way of derived tables too",
    rows: tableUses(lineage),
    chart: (uses, {width, document}) =>
      rankedBars(uses, {
        width,
        document,
        label: "table",
        value: "figure_count",
        name: "Figures",
        format: count,
        href: ({table}) => `?${lineageParam}=table:${table}`,
      }),
    source,
    height: 780,
  });
}
