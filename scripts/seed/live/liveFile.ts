import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync} from "node:fs";
import {join} from "node:path";
import {tableNamed} from "../../../src/lib/bank/schema.js";
import {type LiveLines, liveFileName, segmentFile, segmentNumbers} from "../../stream/layout.js";
import {forgetPlaces} from "../../stream/readers.js";
import {CsvFile} from "../csvFile.js";
import type {Texts} from "../texts.js";

const header = tableNamed("transactions").columns.map(({name}) => name);
/** Bytes of the header's line. */
const headerBytes = header.join(",").length + 1;

/**
 * The file that card payments are appended to, `transactions_live.csv`. Rows reach it whole. It goes on behind the lines of
 * the last batch that is complete: what a killed run wrote behind them is cut off, and written again the same.
 */
export class LiveFile {
  /** Where rows go. */
  rows: CsvFile;
  readonly #folder: string;
  readonly #texts: Texts;
  readonly #segmentBytes: number;
  #segment: number;
  #to: number;
  #line: number;

  /** Opens the file behind the lines of a batch, or a new one. It is rotated beyond `segmentBytes`. */
  constructor(
    folder: string,
    texts: Texts,
    {after, segmentBytes}: {after?: LiveLines | undefined; segmentBytes: number},
  ) {
    this.#folder = folder;
    this.#texts = texts;
    this.#segmentBytes = segmentBytes;
    const file = join(folder, liveFileName);
    const rotated = segmentNumbers(folder).at(-1) ?? 0;
    this.#segment = rotated + 1;
    const isSame = after?.segment === this.#segment;
    this.#to = isSame ? after.to : headerBytes;
    this.#line = isSame ? after.line + after.rows : 2;
    if (existsSync(file) && isSame) {
      truncateSync(file, after.to);
      this.rows = CsvFile.append(file, texts);
    } else {
      rmSync(file, {force: true});
      this.rows = this.#create();
    }
  }

  /** Ends a batch: writes its rows out, and says which lines they are. */
  cut(): LiveLines {
    const {rows, bytes, sha256} = this.rows.cut();
    const lines = {
      segment: this.#segment,
      from: this.#to,
      to: this.#to + bytes,
      line: this.#line,
      rows,
      sha256,
    };
    this.#to = lines.to;
    this.#line += rows;
    return lines;
  }

  /** Begins the next part of the file where this one is long enough. To be called once the batch is complete. */
  rotate(): void {
    if (this.#to < this.#segmentBytes) return;
    this.close();
    renameSync(join(this.#folder, liveFileName), segmentFile(this.#folder, this.#segment));
    this.#segment++;
    this.#to = headerBytes;
    this.#line = 2;
    this.rows = this.#create();
  }

  close(): void {
    this.rows.close();
  }

  #create(): CsvFile {
    const created = CsvFile.create(join(this.#folder, liveFileName), header, this.#texts);
    created.cut();
    return created;
  }
}

/** Removes what an earlier stream left in the folder. */
export function clearStream(folder: string): void {
  mkdirSync(folder, {recursive: true});
  forgetPlaces(folder);
  const isOurs = /^stream\.json$|^transactions_live(\.\d+)?\.csv$|^\.?batch-\d+(\.partial)?$/;
  for (const name of readdirSync(folder)) {
    if (isOurs.test(name)) rmSync(join(folder, name), {recursive: true});
  }
}
