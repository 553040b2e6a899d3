import {
  type Lineage,
  type LineageKind,
  type LineageNode,
  lineageKinds,
  type Neighbour,
  tableOf,
} from "../../lib/site/lineage.js";

/** One layer of the picture: the names of a kind that the chosen one depends on, or that depend on it. */
export interface Layer {
  readonly kind: LineageKind;
  readonly items: readonly LayerItem[];
}

export interface LayerItem extends Neighbour {
  readonly isChosen: boolean;
}

/** The layers around a name, from pages to columns, the chosen name first in its own. */
export function layersAround(lineage: Lineage, chosen: LineageNode): Layer[] {
  const {made, uses} = lineage.around(chosen.id);
  return lineageKinds.map((kind) => {
    const near = [...uses[kind], ...made[kind]].map((neighbour) => ({
      ...neighbour,
      isChosen: false,
    }));
    const own = kind === chosen.kind ? [{node: chosen, isNear: true, isChosen: true}] : [];
    const ordered = near.sort((a, b) => Number(b.isNear) - Number(a.isNear));
    return {kind, items: [...own, ...ordered.filter(({node}) => node.id !== chosen.id)]};
  });
}

/** The ids of a layer that a name is drawn with a line to; a dataset reaches its tables by way of columns. */
export function linesFrom({id, kind, reads}: LineageNode, to: LineageKind): string[] {
  if (kind === "dataset" && to === "table") return [...new Set(reads.map(tableOf))];
  if (kind === "table") return [];
  return reads.filter((read) => read.startsWith(`${to}:`) && read !== id);
}

/** A row of the picture's data: a name around the chosen one. */
export interface AroundRow {
  readonly kind: LineageKind;
  readonly name: string;
  readonly what_it_is: string;
  readonly is_behind_derived_table: boolean;
  readonly file: string;
}

export function aroundRows(layers: readonly Layer[]): AroundRow[] {
  return layers.flatMap(({kind, items}) =>
    items.map(({node, isNear}) => ({
      kind,
      name: node.name,
      what_it_is: node.text ?? "",
      is_behind_derived_table: !isNear,
      file: node.file ?? "",
    })),
  );
}
