import type {CompletionContext, CompletionResult} from "@codemirror/autocomplete";
import {measureCall, measureNames, measures} from "../../lib/measures/measures.js";
import type {FileTable} from "./fileTables.js";
import type {SchemaColumn} from "./schema.js";

interface Option {
  readonly label: string;
  readonly type: string;
  readonly detail?: string;
  readonly info?: string;
  readonly apply?: string;
}

/** Tables by database, as the editor's language takes them. */
type Tables = {[database: string]: {[table: string]: Option[]}};

/** What an editor offers: the bank's tables and columns, the cells' own, measures, and what the engine can call. */
export interface Completions {
  readonly tables: Tables;
  readonly functions: (context: CompletionContext) => CompletionResult | null;
  /** All names there are, for "did you mean". */
  readonly names: readonly string[];
  onChange(listener: () => void): () => void;
  /** The columns of the cells that have run, by name. */
  setCells(cells: ReadonlyMap<string, readonly {name: string; type: string}[]>): void;
  /** The tables and columns of the bank. */
  setSchema(schema: readonly SchemaColumn[]): void;
  setFiles(tables: readonly FileTable[]): void;
  setFunctions(names: readonly string[]): void;
}

const option = ({name, type}: {name: string; type: string}): Option => ({
  label: name,
  type: "property",
  detail: type,
});

export function completions(): Completions {
  const measured = measureNames.map((name): Option => {
    const {label, words} = measures[name];
    const call = measureCall(name);
    return {label: `bank.${name}`, type: "function", detail: label, info: words, apply: call};
  });
  const listeners = new Set<() => void>();
  let bank: Tables[string] = {};
  let main: Tables[string] = {};
  let files: Tables = {};
  let tables: Tables = {bank};
  let calls: readonly Option[] = measured;
  let functionNames: readonly string[] = [];
  const change = () => {
    tables = {bank, ...files, main};
    for (const listener of listeners) listener();
  };
  return {
    get tables() {
      return tables;
    },
    get names() {
      const columns = Object.values(tables).flatMap((each) => [
        ...Object.keys(each),
        ...Object.values(each).flatMap((options) => options.map(({label}) => label)),
      ]);
      return [...new Set([...columns, ...functionNames])];
    },
    functions(context) {
      const word = context.matchBefore(/(?:bank\.)?\w*$/);
      if (!word || (word.from === word.to && !context.explicit)) return null;
      return {from: word.from, options: [...calls], validFor: /^[\w.]*$/};
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setCells(cells) {
      main = Object.fromEntries([...cells].map(([name, columns]) => [name, columns.map(option)]));
      change();
    },
    setSchema(schema) {
      bank = {};
      for (const {table, column, type, holds} of schema) {
        bank[table] ??= [];
        bank[table].push({
          label: column,
          type: "property",
          detail: type,
          ...(holds ? {info: holds} : {}),
        });
      }
      change();
    },
    setFiles(all) {
      files = {};
      for (const {database, table, columns} of all)
        files[database] = {...files[database], [table]: columns.map(option)};
      change();
    },
    setFunctions(names) {
      functionNames = names;
      calls = [
        ...measured,
        ...names.map((name) => ({label: name, type: "function", apply: `${name}(`})),
      ];
    },
  };
}
