/**
 * How far the readers of a stream have come. The generator removes old batches when the folder is full, but none that a
 * reader has not read, and waits where nothing can be removed.
 */
import {existsSync, readdirSync, readFileSync, rmSync, statSync} from "node:fs";
import {basename, join} from "node:path";
import {isAlive} from "../../loaders/abandoned.js";
import {writeAside} from "../../loaders/writeAside.js";
import {batchName, batchNumbers, readManifest, segmentFile, segmentNumbers} from "./layout.js";

export interface ReaderPlace {
  readonly name: string;
  /** The last batch that was read. */
  readonly batch: number;
  /** The process that reads, where its place counts only while it runs; else the place counts until it is removed. */
  readonly pid?: number | undefined;
}

/** A folder of their own: a place is written with each batch, and the stream's has thousands of entries. */
const readersFolder = "readers";

/** Notes that a reader has read all batches up to one. */
export function notePlace(folder: string, {name, ...place}: ReaderPlace): void {
  writeAside(join(folder, readersFolder, `${name}.json`), `${JSON.stringify(place)}\n`);
}

/** Forgets all places. Their folder stays, for a reader may be noting one. */
export function forgetPlaces(folder: string): void {
  for (const file of placeFiles(folder)) rmSync(file, {force: true});
}

/** The places that count. */
export function readerPlaces(folder: string): ReaderPlace[] {
  return placeFiles(folder).flatMap((file) => {
    const name = basename(file, ".json");
    const place = JSON.parse(readFileSync(file, "utf8")) as Omit<ReaderPlace, "name">;
    return place.pid === undefined || isAlive(place.pid) ? [{name, ...place}] : [];
  });
}

function placeFiles(folder: string): string[] {
  const places = join(folder, readersFolder);
  if (!existsSync(places)) return [];
  const names = readdirSync(places).filter((name) => /^[\w-]+\.json$/.test(name));
  return names.map((name) => join(places, name));
}

/** The bytes of the batches in a folder, their lines of the live file included, as they come and go. */
export class StreamRoom {
  readonly #folder: string;
  readonly #limit: number;
  /** By batch, the oldest first. */
  readonly #sizes = new Map<number, {bytes: number; segment: number}>();
  #total = 0;

  /** `limit` in bytes. */
  constructor(folder: string, limit: number) {
    this.#folder = folder;
    this.#limit = limit;
    for (const batch of batchNumbers(folder)) this.add(batch);
  }

  /** Counts a batch that was written. */
  add(batch: number): void {
    const {files, live} = readManifest(this.#folder, batch);
    const manifest = statSync(join(this.#folder, batchName(batch), "manifest.json")).size;
    const bytes = files.reduce((sum, file) => sum + file.bytes, manifest + live.to - live.from);
    this.#sizes.set(batch, {bytes, segment: live.segment});
    this.#total += bytes;
  }

  /**
   * Removes the oldest batches that all readers have read until the limit is met; the last one stays, since the stream
   * goes on from it. Returns whether it is met.
   */
  make(): boolean {
    if (this.#total <= this.#limit) return true;
    const places = readerPlaces(this.#folder).map(({batch}) => batch);
    const read = places.length === 0 ? 0 : Math.min(...places);
    for (const [batch, {bytes}] of this.#sizes) {
      if (this.#total <= this.#limit || this.#sizes.size === 1 || batch > read) break;
      rmSync(join(this.#folder, batchName(batch)), {recursive: true});
      this.#sizes.delete(batch);
      this.#total -= bytes;
    }
    const [oldest] = this.#sizes.values();
    for (const segment of segmentNumbers(this.#folder)) {
      if (oldest && segment < oldest.segment) rmSync(segmentFile(this.#folder, segment));
    }
    return this.#total <= this.#limit;
  }
}
