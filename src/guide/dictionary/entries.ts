/** The entries of the dictionary: what the schema, the published copy and the lineage know of each table and measure. */
import {type Column, tables} from "../../lib/bank/schema.js";
import {type MeasureName, measureNames, measures} from "../../lib/measures/measures.js";
import type {Lineage, LineageNode} from "../../lib/site/lineage.js";
import type {PublishedColumn} from "../../lib/site/publishedColumn.js";

export interface TableEntry {
  readonly name: string;
  readonly grain: string | null;
  /** The file that makes it. */
  readonly file: string | null;
  /** Whether it is made of other tables of the bank. */
  readonly isDerived: boolean;
  /** In the published copy; undefined where it is not published. */
  readonly rowCount: number | undefined;
  readonly columns: readonly ColumnEntry[];
  readonly figures: readonly LineageNode[];
}

export interface ColumnEntry {
  readonly id: string;
  readonly name: string;
  readonly meaning: string | null;
  /** As the schema has it: its kind, its unit, what it may hold. */
  readonly defined: Column | undefined;
  readonly isKey: boolean;
  /** As the published copy has it; undefined where it is withheld. */
  readonly published: PublishedColumn | undefined;
  readonly figureCount: number;
}

export interface MeasureEntry {
  readonly name: MeasureName;
  readonly figures: readonly LineageNode[];
}

export function tableEntries(
  lineage: Lineage,
  published: readonly PublishedColumn[],
): TableEntry[] {
  const columns = lineage.nodes.filter(({kind}) => kind === "column");
  return lineage.nodes
    .filter(({kind}) => kind === "table")
    .map(({id, name, text, file, reads}) => {
      const schema = tables.find((table) => table.name === name);
      const rows = published.filter(({table}) => table === name);
      return {
        name,
        grain: text,
        file,
        isDerived: reads.length > 0,
        rowCount: rows[0]?.row_count,
        figures: lineage.madeOf(id, "figure"),
        columns: columns
          .filter((column) => column.name.startsWith(`${name}.`))
          .map(({id, name: full, text}) => {
            const own = full.slice(name.length + 1);
            return {
              id,
              name: own,
              meaning: text,
              defined: schema?.columns.find((column) => column.name === own),
              isKey: schema?.key.includes(own) ?? false,
              published: rows.find(({column}) => column === own),
              figureCount: lineage.madeOf(id, "figure").length,
            };
          }),
      };
    });
}

/** The measures, each with the figures whose datasets call it or read the column that holds it. */
export function measureEntries(lineage: Lineage): MeasureEntry[] {
  return measureNames.map((name) => {
    const {column} = measures[name] as {readonly column?: string};
    const holders = lineage.nodes.filter(
      ({kind, measures, name: full}) =>
        (kind === "dataset" && measures.includes(name)) ||
        (kind === "column" &&
          column !== undefined &&
          /^(person|company)_months\./.test(full) &&
          full.endsWith(`.${column}`)),
    );
    const figures = holders.flatMap(({id}) => lineage.madeOf(id, "figure"));
    return {name, figures: [...new Set(figures)]};
  });
}

/** The unit of a column, which its name carries last; undefined where it has none. */
export function unitOf(name: string): string | undefined {
  if (/_eur$/.test(name)) return "euro";
  if (/_at$/.test(name)) return "instant, UTC";
  if (/_on$|^(day|month|quarter)$|_month$/.test(name)) return "day";
  if (/(^|_)share$/.test(name)) return "share, 0 to 1";
  if (/_count$/.test(name)) return "number";
  if (/^(close|price|amount)$/.test(name)) return "the instrument’s currency";
  if (/rate$/.test(name)) return "euro per unit of a currency";
  return /_months$/.test(name) ? "months" : undefined;
}

/** What a value must be, in words: `one of buy, sell`, `at least 0`, `a key of users`. */
export function rulesOf({defined, isKey, published}: ColumnEntry): string[] {
  const {values, min, references, nullable, length} = defined ?? {};
  return [
    isKey ? "key" : "",
    values ? `one of ${values.join(", ")}` : "",
    min === undefined ? "" : `at least ${min}`,
    length === undefined || values ? "" : `at most ${length} characters`,
    references ? `must be in ${references.table}.${references.column}` : "",
    nullable ? "may be null" : "",
    defined && !published ? "not published" : "",
  ].filter(Boolean);
}
