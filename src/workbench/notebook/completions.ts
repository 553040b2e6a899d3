/**
 * What an editor offers: what fits the place. Columns of the tables that the query reads come before all others, tables
 * where a table is expected, members after a dot; nothing within texts and comments, nor where a new name is made. The
 * language's own words and functions have to begin as typed; of other names any word may.
 */
import type {Completion, CompletionContext, CompletionResult} from "@codemirror/autocomplete";
import {measureCall, measureNames, measures} from "../../lib/measures/measures.js";
import {namesGiven, placeAtEnd} from "../../lib/notebook/sqlPlace.js";
import {statements} from "../../lib/notebook/sqlTokens.js";
import {namesMade, tableUses} from "../../lib/notebook/tablesRead.js";
import {quotedName} from "../../lib/quotedSql.js";
import type {FileTable} from "./fileTables.js";
import type {SchemaColumn} from "./schema.js";

/** Tables by database, and their columns; names as written. */
type Tables = {readonly [database: string]: {readonly [table: string]: readonly Completion[]}};

export interface Completions {
  readonly offer: (context: CompletionContext) => CompletionResult | null;
  /** All names there are, for "did you mean". */
  readonly names: readonly string[];
  /** The columns of the cells that have run, by name. */
  setCells(cells: ReadonlyMap<string, readonly {name: string; type: string}[]>): void;
  /** The tables and columns of the bank. */
  setSchema(schema: readonly SchemaColumn[]): void;
  setFiles(tables: readonly FileTable[]): void;
  setFunctions(names: readonly string[]): void;
}

const keywords =
  `select from where group by order having limit offset qualify window with recursive join left right full inner outer
  cross asof using on as distinct all union except intersect case when then else end and or not in is null between like
  ilike exists over partition rows range preceding following current row unbounded filter asc desc nulls first last
  exclude replace values pivot unpivot describe summarize show tables true false interval`.split(
    /\s+/,
  );

/** The tables of cells need no database before them. */
const bare = "main";

export function completions(): Completions {
  let bank: Tables[string] = {};
  let cells: Tables[string] = {};
  let files: Tables = {};
  let functions: readonly string[] = [];
  const tables = (): Tables => ({bank, ...files, [bare]: cells});
  const all = () => Object.values(tables()).flatMap((each) => Object.values(each).flat());
  const columnsOf = (path: readonly string[]): readonly Completion[] => {
    const [table, database = bare] = path.toReversed();
    return entry(entry(tables(), database) ?? {}, table!) ?? [];
  };

  const namedTables = (): Completion[] =>
    Object.entries(tables()).flatMap(([database, each]) =>
      Object.keys(each).map((name) => ({
        label: database === bare ? name : `${database}.${name}`,
        type: "class",
        apply: database === bare ? written(name) : `${database}.${written(name)}`,
      })),
    );

  const members = (
    of: readonly string[],
    statement: string,
    isTable: boolean,
  ): readonly Completion[] => {
    const use = of.length === 1 && tableUses(statement).find(({name}) => name === of[0]);
    if (use) return columnsOf(use.path);
    const database = of.length === 1 ? entry(tables(), of[0]!) : undefined;
    if (!database) return columnsOf(of);
    const names = Object.keys(database).map((name) => ({
      ...{label: name, type: "class", apply: written(name)},
    }));
    return of[0] === "bank" && !isTable ? [...names, ...ownMeasures.map(withoutBank)] : names;
  };

  const others = (statement: string, word: string): readonly Completion[] => {
    const uses = tableUses(statement);
    const read = uses.flatMap(({path}) => columnsOf(path));
    const called = [...uses.map(({name}) => name), ...namesGiven(statement)];
    return [
      ...(read.length > 0 ? read : all()),
      ...called.map((name) => ({label: name, type: "variable", apply: written(name)})),
      ...ownMeasures,
      ...[...keywords, ...functions]
        .filter((name) => name.startsWith(word))
        .map((name) => ({label: name, type: "keyword", apply: asCalled(name)})),
    ];
  };

  const asCalled = (name: string) => (keywords.includes(name) ? name : `${name}(`);

  return {
    offer({state, pos, explicit}) {
      const sql = state.doc.toString();
      const {wants, of, isTable, word, from} = placeAtEnd(sql.slice(0, pos));
      if (wants === "nothing" || (word === "" && wants !== "member" && !explicit)) return null;
      // with a name in the place, also where nothing is typed of it yet: the rest is read as it will be
      const whole = `${sql.slice(0, from)}${word || "_"}${sql.slice(pos)}`;
      const statement = statements(whole).find((each) => from < each.from + each.sql.length)!.sql;
      const made = namesMade(statement).map((name) => ({label: name, type: "class"}));
      const options =
        wants === "member"
          ? members(of, statement, isTable)
          : isTable
            ? [...made, ...namedTables()]
            : others(statement, word);
      return {from, options: fitting(options, word), filter: false};
    },
    get names() {
      const names = Object.values(tables()).flatMap((each) => Object.keys(each));
      return [...new Set([...names, ...all().map(({label}) => label), ...functions])];
    },
    setCells(ran) {
      cells = Object.fromEntries([...ran].map(([name, columns]) => [name, columns.map(column)]));
    },
    setSchema(schema) {
      const found: Record<string, Completion[]> = {};
      for (const {table, column: name, type, holds} of schema) {
        found[table] ??= [];
        found[table].push({...column({name, type}), ...(holds ? {info: holds} : {})});
      }
      bank = found;
    },
    setFiles(list) {
      files = {};
      for (const {database, table, columns} of list)
        files = {...files, [database]: {...files[database], [table]: columns.map(column)}};
    },
    setFunctions(names) {
      functions = names;
    },
  };
}

const ownMeasures = measureNames.map((name): Completion => {
  const {label, words} = measures[name];
  return {
    label: `bank.${name}`,
    type: "function",
    detail: label,
    info: words,
    apply: measureCall(name),
  };
});

/** As it is offered behind `bank.`. */
const withoutBank = (measure: Completion): Completion => ({
  ...measure,
  label: measure.label.slice("bank.".length),
  apply: (measure.apply as string).slice("bank.".length),
});

const column = ({name, type}: {name: string; type: string}): Completion => ({
  label: name,
  type: "property",
  detail: type,
  apply: written(name),
});

/** A name as SQL takes it there: in quotes where it has other letters. */
const written = (name: string): string => (/^[a-z_]\w*$/iu.test(name) ? name : quotedName(name));

/** What an object has under a name, in whatever case it is written. */
function entry<T>(object: {readonly [name: string]: T}, name: string): T | undefined {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** Those that begin as typed, then those of which another word does; each label once. */
function fitting(options: readonly Completion[], word: string): Completion[] {
  const begins = options.filter(({label}) => label.toLowerCase().startsWith(word));
  const inside = options.filter(({label}) =>
    label
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part.startsWith(word)),
  );
  return [...new Map([...begins, ...inside].map((each) => [each.label, each])).values()];
}
