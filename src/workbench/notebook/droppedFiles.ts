import type {FileKind} from "../../lib/notebook/fileKind.js";
import {fileDatabase, filesRead, missingFiles} from "../../lib/notebook/filesRead.js";
import {fileTableName} from "../../lib/notebook/fileTableName.js";
import type {Cell, CellProblem, NotebookFile} from "../../lib/notebook/notebook.js";
import {bankName} from "../../lib/site/siteMeta.js";
import {list, plural} from "../../lib/words.js";
import type {FileEngine} from "./fileMakers.js";
import {type FileTable, fileCsv, kindOf, putFile, takeFile} from "./fileTables.js";

export interface DroppedFile extends NotebookFile {
  readonly kind: FileKind;
  readonly content: File;
  readonly tables: readonly FileTable[];
}

export interface DroppedFilesOptions {
  /** Work in the engine, between queries. */
  readonly use: <T>(work: (engine: FileEngine) => Promise<T>) => Promise<T>;
  /** Names that no file may have: cells and the bank's tables. */
  readonly taken: () => readonly string[];
  /** The files are others now. */
  readonly onChange: () => void;
  /** What there is to tell of one: that it is read, what came of it, or why nothing did. */
  readonly onWords: (words: string, isError: boolean) => void;
}

/** Databases of the engine, beside which those of files stand. */
const databases = [
  "bank",
  "memory",
  "main",
  "temp",
  "system",
  "pg_catalog",
  "information_schema",
  fileDatabase,
];

/** The files of this tab: each is kept as long as the page, and its tables are made again in a new engine. */
export class DroppedFiles {
  readonly #options: DroppedFilesOptions;
  #files: readonly DroppedFile[] = [];
  /** What the notebook was written with. */
  #known: readonly NotebookFile[] = [];

  constructor(options: DroppedFilesOptions) {
    this.#options = options;
  }

  get files(): readonly DroppedFile[] {
    return this.#files;
  }

  /** The files that an opened notebook names. */
  set known(files: readonly NotebookFile[]) {
    this.#known = files;
  }

  /** Reads files one after the other; one of the same name takes the place of the one before. */
  async add(contents: Iterable<File>): Promise<void> {
    for (const content of contents) await this.#addOne(content);
  }

  async #addOne(content: File): Promise<void> {
    const {use, onChange, onWords} = this.#options;
    onWords(`Reading ${content.name} …`, false);
    const before = this.#files.find(({file}) => file === content.name);
    const name = before?.name ?? this.#nameFor(content.name);
    try {
      const kind = await kindOf(content);
      const tables = await use((engine) => this.#replace(engine, before, {name, kind, content}));
      const file = {name, file: content.name, kind, content, tables};
      this.#files = [...this.#files.filter((other) => other !== before), file];
      onChange();
      onWords(
        `${content.name} is now ${list(tables.map(tableWords))}, in this browser only.`,
        false,
      );
    } catch (error) {
      onWords(error instanceof Error ? error.message : String(error), true);
    }
  }

  /** Where the new file cannot be read, the one before stays. */
  async #replace(
    engine: FileEngine,
    before: DroppedFile | undefined,
    {name, kind, content}: Pick<DroppedFile, "name" | "kind" | "content">,
  ): Promise<readonly FileTable[]> {
    if (before) await takeFile(engine, before);
    try {
      return await putFile(engine, content, {name, kind});
    } catch (error) {
      if (before) await putFile(engine, before.content, before);
      throw error;
    }
  }

  async remove(file: DroppedFile): Promise<void> {
    this.#files = this.#files.filter((other) => other !== file);
    this.#options.onChange();
    await this.#options.use((engine) => takeFile(engine, file));
  }

  /** Makes all tables again, in an engine that has just started. A file that is gone says so, and is listed no more. */
  async restore(engine: FileEngine): Promise<void> {
    const {onChange, onWords} = this.#options;
    for (const file of this.#files) {
      try {
        await putFile(engine, file.content, file);
      } catch (error) {
        this.#files = this.#files.filter((other) => other !== file);
        onChange();
        onWords(error instanceof Error ? error.message : String(error), true);
      }
    }
  }

  /** Those that a notebook reads, here or not. */
  readBy(cells: readonly Cell[]): readonly NotebookFile[] {
    const here = this.#files.map(({name, file}) => ({name, file}));
    const names = new Set(here.map(({name}) => name));
    return filesRead(cells, [...here, ...this.#known.filter(({name}) => !names.has(name))]);
  }

  /** Whose rows the answers of these cells have. */
  sourceOf(cells: readonly Cell[]): string {
    const names = this.readBy(cells).map(({file}) => file);
    return `${list([bankName(), ...names])}, asked in this browser`;
  }

  /** The rows of those that cells read, as CSV, by what queries call them. Throws where one cannot be written so. */
  async textsReadBy(cells: readonly Cell[]): Promise<ReadonlyMap<string, string>> {
    const texts = new Map<string, string>();
    for (const file of filesRead(cells, this.#files))
      texts.set(file.name, await this.#options.use((engine) => fileCsv(engine, file)));
    return texts;
  }

  /** What cells read that is not here. */
  problems(cells: readonly Cell[]): readonly CellProblem[] {
    return missingFiles(cells, {
      here: new Set(this.#files.map(({name}) => name)),
      known: this.#known,
    });
  }

  /** The name that the notebook knows the file by, or a free one. */
  #nameFor(file: string): string {
    const names = this.#files.map(({name}) => name);
    const known = this.#known.find((known) => known.file === file && !names.includes(known.name));
    const taken = new Set([...this.#options.taken(), ...databases, ...names]);
    return known?.name ?? fileTableName(file, taken);
  }
}

const tableWords = (table: FileTable) =>
  `the table ${pathOf(table)} with ${plural(table.rowCount, "row")}`;

/** How a query names a table. */
export const pathOf = ({database, table}: FileTable): string => `${database}.${table}`;
