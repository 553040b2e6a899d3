import type {CellPart, PageCell, PageCells} from "../pages/cells.js";

/** A part of a page and what it is made of. */
export interface PagePart {
  /** The figure that it draws; undefined for all else that a page has: cards, sentences, choices. */
  readonly figure: string | undefined;
  /** The files that it reads, itself or by way of other cells, relative to the site's root. */
  readonly files: readonly string[];
  /** Its own queries of the published bank and those of the cells that it is made of. */
  readonly queries: readonly PageAnswer[];
}

/** A query of a page, by the name of the cell that asks it. */
export interface PageAnswer {
  readonly name: string;
  readonly sql: string;
}

/**
 * The figures of a page, and as the last part all that it reads without drawing a figure of it. What a cell draws is made
 * of the declarations whose names it uses, and of those that they use; other declarations of their cells are not.
 */
export function pageParts({cells, tables}: PageCells): PagePart[] {
  const owners = new Map<string, CellPart>();
  for (const part of cells.flatMap(({parts}) => parts))
    for (const name of part.names) owners.set(name, part);
  const behind = (own: readonly CellPart[]): Set<CellPart> => {
    const found = new Set(own);
    for (const {references} of found)
      for (const name of references) {
        const other = owners.get(name);
        if (other) found.add(other);
      }
    return found;
  };
  const made = (figure: string | undefined, parts: Iterable<CellPart>): PagePart => {
    const all = [...parts];
    return {
      figure,
      files: [...new Set(all.flatMap(({files}) => files))].sort(),
      queries: all.flatMap(({queries, names: [name = "a cell"]}) =>
        queries.map((sql) => ({name, sql})),
      ),
    };
  };
  const figures = cells.filter(({figure}) => figure !== undefined);
  const drawn = new Set(figures.flatMap(({parts}) => [...behind(parts)]));
  const isDrawing = ({figure}: PageCell) => figure !== undefined;
  // what is shown in a sentence, a card or a choice; a declaration that only figures use is theirs
  const shown = cells
    .filter((cell) => !isDrawing(cell))
    .flatMap(({parts}) => parts.filter((part) => !drawn.has(part)));
  const rest = made(undefined, behind(shown));
  return [
    ...figures.map(({figure, parts}) => made(figure, behind(parts))),
    {...rest, files: [...new Set([...rest.files, ...Object.values(tables)])].sort()},
  ];
}
