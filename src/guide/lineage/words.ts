/** What the page on lineage says, in numbers. */
import type {Lineage, LineageKind, LineageNode} from "../../lib/site/lineage.js";
import {agree, list, plural} from "../../lib/words.js";

/** What each layer is called. */
export const layerNames: Readonly<Record<LineageKind, readonly [one: string, many: string]>> = {
  page: ["page", "pages"],
  figure: ["figure", "figures"],
  dataset: ["dataset", "datasets"],
  table: ["table", "tables"],
  column: ["column", "columns"],
};

const counted = (amount: number, kind: LineageKind) => plural(amount, ...layerNames[kind]);

/** A table, and how much is made of it. */
export interface TableUse {
  readonly table: string;
  readonly figure_count: number;
  readonly dataset_count: number;
}

/** The tables by how many figures are made of them, by way of derived tables too. */
export function tableUses(lineage: Lineage): TableUse[] {
  return ofKind(lineage, "table")
    .map(({id, name}) => ({
      table: name,
      figure_count: lineage.madeOf(id, "figure").length,
      dataset_count: lineage.madeOf(id, "dataset").length,
    }))
    .sort((a, b) => b.figure_count - a.figure_count || (a.table < b.table ? -1 : 1));
}

/** `transactions feeds most: 96 of 117 figures` */
export function usesFinding(uses: readonly TableUse[], lineage: Lineage): string {
  const [first] = uses;
  const figures = ofKind(lineage, "figure").length;
  if (!first || first.figure_count === 0) return "No table feeds a figure";
  const most = uses.filter(({figure_count}) => figure_count === first.figure_count);
  const names = list(most.map(({table}) => table));
  return `${names} ${agree(most.length, "feeds", "feed")} most: ${first.figure_count} of ${plural(figures, "figure")}`;
}

/** `94 datasets feed 117 figures on 28 pages` */
export function lineageText(lineage: Lineage): string {
  const figures = ofKind(lineage, "figure");
  const feeding = ofKind(lineage, "dataset").filter(
    ({id}) => lineage.madeOf(id, "figure").length > 0,
  );
  const pages = new Set(figures.map(({file}) => file));
  return `${counted(feeding.length, "dataset")} ${agree(feeding.length, "feeds", "feed")} ${counted(figures.length, "figure")} on ${counted(pages.size, "page")}`;
}

/** The columns that no figure is made of, as `email of users`. */
export function idleColumns(lineage: Lineage): string[] {
  return ofKind(lineage, "column")
    .filter(({id}) => lineage.madeOf(id, "figure").length === 0)
    .map(({name}) => name);
}

export function idleText(lineage: Lineage): string {
  const idle = idleColumns(lineage);
  const all = ofKind(lineage, "column").length;
  return idle.length === 0
    ? "Each column of the bank feeds a figure."
    : `${idle.length} of ${plural(all, "column")} ${agree(idle.length, "feeds", "feed")} no figure: ${list(idle, {limit: 12})}.`;
}

/** What the chosen name has around it: `transactions feeds 96 figures on 24 pages`. */
export function aroundFinding(lineage: Lineage, chosen: LineageNode): string {
  const {made, uses} = lineage.around(chosen.id);
  const {name, kind} = chosen;
  if (kind === "page") {
    return made.dataset.length === 0
      ? `${name} reads no dataset`
      : `${name}: ${counted(made.figure.length, "figure")}, made of ${counted(made.dataset.length, "dataset")} and ${counted(made.table.length, "table")}`;
  }
  if (kind === "figure") {
    const read = `${counted(made.dataset.length, "dataset")}, ${counted(made.table.length, "table")} and ${counted(made.column.length, "column")}`;
    return made.dataset.length === 0 ? `${name} is made on the page` : `${name} is made of ${read}`;
  }
  return uses.figure.length === 0
    ? `${name} feeds no figure${uses.page.length > 0 ? `, and ${counted(uses.page.length, "page")} without one` : ""}`
    : `${name} feeds ${counted(uses.figure.length, "figure")} on ${counted(uses.page.length, "page")}`;
}

export const ofKind = ({nodes}: Lineage, kind: LineageKind): LineageNode[] =>
  nodes.filter((node) => node.kind === kind);
