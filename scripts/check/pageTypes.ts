/** What a page may name without an import, and what it knows of its datasets, as declarations in TypeScript. */
import type {DatasetColumns} from "./datasetColumns.js";

/** The name of the type of a dataset's rows: `CustomersByCityCsv` for `data/customers-by-city.csv`. */
export function rowTypeName(target: string): string {
  return target
    .replace(/^data\//, "")
    .replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^\d/, "_$&");
}

/** The declarations of all datasets, and of Framework's own names. */
export function pageTypes(datasets: readonly DatasetColumns[]): string {
  const known = datasets.filter(({columns}) => columns !== undefined);
  const rows = known.map(({target, columns}) => {
    const isCsv = target.endsWith(".csv");
    const keyed = target.endsWith(".keyed");
    const entries = Object.entries(columns!)
      .filter(([name]) => !(keyed && name === "key"))
      .map(([name, type]) => `  ${JSON.stringify(name)}: ${valueType(type, isCsv)};`);
    return `interface ${rowTypeName(target)} {\n${entries.join("\n")}\n}`;
  });
  const entries = known.map(({target}) => `  ${JSON.stringify(target)}: ${rowTypeName(target)};`);
  return `${rows.join("\n")}\ninterface __Datasets {\n${entries.join("\n")}\n}\n${framework}`;
}

/** Texts are left open, since code asks for some words only; so are days in JSON, which are texts there. */
function valueType(type: string, isCsv: boolean): string {
  if (/\[|^(STRUCT|MAP|UNION)/.test(type)) return "any";
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|DOUBLE|FLOAT)\b/.test(type)) return "number";
  if (type === "BOOLEAN") return "boolean";
  return isCsv && /^(DATE|TIMESTAMP)/.test(type) ? "Date" : "any";
}

/** What a page may ask a file for. */
export const fileMethods: readonly string[] = [
  "csv",
  "json",
  "text",
  "arrow",
  "url",
  "blob",
  "image",
  "html",
  "xml",
  "tsv",
  "dsv",
  "parquet",
  "xlsx",
  "zip",
  "sqlite",
];

const libraries = [
  "_",
  "aq",
  "Arrow",
  "dot",
  "duckdb",
  "DuckDBClient",
  "echarts",
  "htl",
  "html",
  "svg",
  "md",
  "Inputs",
  "L",
  "mapboxgl",
  "mermaid",
  "React",
  "ReactDOM",
  "sql",
  "SQLite",
  "SQLiteDatabaseClient",
  "tex",
  "topojson",
  "vg",
  "vl",
  "observable",
  "resize",
  "display",
  "now",
  "dark",
  "invalidation",
];

const framework = `
type __Path<Name> = Name extends \`../\${infer Rest}\` ? __Path<Rest> : Name extends \`./\${infer Rest}\` ? __Path<Rest> : Name;
type __RowOf<Name> = __Path<Name> extends keyof __Datasets ? __Datasets[__Path<Name>] : any;
interface __Attachment<Row> {
  readonly name: string;
  readonly href: string;
  readonly mimeType: string;
  readonly lastModified: number;
  readonly size: number;
  readonly holds: Row;
  url(): Promise<string>;
  text(encoding?: string): Promise<string>;
  json(): Promise<any extends Row ? any : Row[]>;
  csv(options: {typed: true | "auto"; array?: false}): Promise<Row[]>;
  csv(options?: {typed?: boolean; array?: boolean}): Promise<{[Key in keyof Row]: any}[]>;
  tsv(options?: object): Promise<any>;
  dsv(options?: object): Promise<any>;
  arrow(): Promise<any>;
  arquero(options?: object): Promise<any>;
  parquet(): Promise<any>;
  arrayBuffer(): Promise<ArrayBuffer>;
  blob(): Promise<Blob>;
  stream(): Promise<ReadableStream>;
  image(properties?: object): Promise<HTMLImageElement>;
  html(): Promise<Document>;
  xml(mimeType?: string): Promise<Document>;
  sqlite(): Promise<any>;
  xlsx(): Promise<any>;
  zip(): Promise<any>;
}
declare function FileAttachment<const Name extends string>(name: Name): __Attachment<__RowOf<Name>>;
type __Value<T> = Awaited<T> extends AsyncGenerator<infer V, any, any> | Generator<infer V, any, any> ? V : Awaited<T>;
declare function __values<T extends object>(cell: () => Promise<T>): {[Key in keyof T]: __Value<T[Key]>};
declare function view<V>(element: {readonly value: V}): AsyncGenerator<V, void, unknown>;
declare function Mutable<V>(value?: V): AsyncGenerator<V, void, unknown> & {value: V};
declare const Generators: {
  input<V>(element: {readonly value: V}): AsyncGenerator<V, void, unknown>;
  width(element: Element): AsyncGenerator<number, void, unknown>;
  observe(change: (notify: (value: any) => void) => unknown): AsyncGenerator<any, void, unknown>;
  queue(change: (notify: (value: any) => void) => unknown): AsyncGenerator<any, void, unknown>;
  now(): Generator<number, void, unknown>;
  dark(): AsyncGenerator<boolean, void, unknown>;
};
declare function visibility(): Promise<void>;
declare const width: number;
declare const Plot: typeof import("@observablehq/plot");
declare const d3: typeof import("d3");
declare const ${libraries.map((name) => `${name}: any`).join(", ")};
declare module "npm:*";
declare module "observablehq:*";
`;
