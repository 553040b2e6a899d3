import type {PageCell, PageCells} from "../pages/cells.js";

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
 * The figures of a page, and as the last part all that it reads without drawing a figure of it. A cell is made of the
 * cells whose names it uses, and those of theirs.
 */
export function pageParts({cells, tables}: PageCells): PagePart[] {
  const owner = new Map(cells.flatMap((cell) => cell.names.map((name) => [name, cell] as const)));
  const askedTables = Object.values(tables);
  const behind = (cell: PageCell): Set<PageCell> => {
    const found = new Set([cell]);
    for (const {references} of found)
      for (const name of references) {
        const other = owner.get(name);
        if (other) found.add(other);
      }
    return found;
  };
  const partOf = (figure: string | undefined, made: ReadonlySet<PageCell>): PagePart => ({
    figure,
    files: [...new Set([...made].flatMap(({files}) => files))].sort(),
    queries: [...made].flatMap(({names, queries, line}) =>
      queries.map((sql, at) => ({name: names[at] ?? `line ${line}`, sql})),
    ),
  });
  const drawing = cells.filter(({figure}) => figure !== undefined);
  const figures = drawing.map((cell) => partOf(cell.figure, behind(cell)));
  const drawn = new Set(drawing.flatMap((cell) => [...behind(cell)]));
  const others = cells.filter((cell) => !drawn.has(cell));
  // a cell that shows what a figure is made of, in a sentence or a card
  const shown = new Set(others.flatMap((cell) => [...behind(cell)]));
  const rest = partOf(undefined, shown);
  return [...figures, {...rest, files: [...new Set([...rest.files, ...askedTables])].sort()}];
}
