/**
 * Loaders publish what they write. One that reads a column that may not leave the house (`privateColumns.ts`) is run only
 * where its header says so (`privateHeader.ts`), and what it writes is looked through for the column's values. What
 * TypeScript writes is looked through for identifiers in any case, since not all that it asks can be told from its code.
 */
import {join} from "node:path";
import {projectRoot} from "../../environment.js";
import {readInput} from "../../inputFiles.js";
import {readRows} from "../../rows.js";
import {openSnapshot, type SnapshotReader} from "../../snapshot/reader.js";
import type {Snapshot} from "../../snapshot/snapshot.js";
import {isSimulated} from "../../source.js";
import {openColumnsRead} from "../reads/columnsRead.js";
import {privateColumns} from "./privateColumns.js";
import {type PrivateUse, privateUses} from "./privateHeader.js";
import {type LoaderFile, privateReads} from "./privateReads.js";
import {plainText, valueSearch} from "./valueSearch.js";
import {writtenPieces, writtenTexts} from "./writtenTexts.js";

export interface Privacy {
  /** Throws, with file and line, where a loader reads what is private and does not say so. */
  assertSaid(dataset: LoaderFile): Promise<void>;
  /** Throws where what a loader wrote, of which `assertSaid` holds, has something private in it. */
  assertKept(dataset: LoaderFile, bytes: Uint8Array): Promise<void>;
  close(): void;
}

type Search = (plain: string) => string | undefined;

/** The privacy of a snapshot, for the loaders of `stale` among all that there are. */
export function openPrivacy(
  {file, description}: Pick<Snapshot, "file" | "description">,
  stale: readonly LoaderFile[],
  datasets: readonly LoaderFile[],
): Privacy {
  let reader: Promise<SnapshotReader> | undefined;
  const open = () => {
    reader ??= openSnapshot(file);
    return reader;
  };
  // not the connection of those who make datasets: to tell what is read makes all of its database slow
  let plans: ReturnType<typeof openColumnsRead> | undefined;
  const openPlans = () => {
    plans ??= open().then(({connection}) => openColumnsRead(connection));
    return plans;
  };
  let reads: ReturnType<typeof privateReads> | undefined;
  const headers = new Map<string, readonly PrivateUse[]>();
  const opened = new Map<string, Promise<Search>>();
  const searchOf = (name: string, values: string) => {
    const made =
      opened.get(name) ??
      open()
        .then(({connection}) => connection.run(values))
        .then(readRows)
        .then((rows) => valueSearch(rows.map((row) => String(Object.values(row)[0] ?? ""))));
    opened.set(name, made);
    return made;
  };
  return {
    async assertSaid({loader}) {
      reads ??= privateReads(stale, datasets, openPlans);
      const text = readInput(join(projectRoot, loader));
      // what it says when it is run: somebody may remove it meanwhile
      headers.set(loader, privateUses(text));
      const said = headers.get(loader)!.map(({column}) => column);
      const silent = (await reads).get(loader)?.filter((column) => !said.includes(column)) ?? [];
      if (silent.length > 0) throw new Error(silentMessage(loader, text, silent));
    },
    async assertKept({loader, language, target}, bytes) {
      const uses = headers.get(loader) ?? [];
      const searched = privateColumns.flatMap(({name, isIdentifier, values}) => {
        const use = uses.find(({column}) => column === name);
        const isSearched = use
          ? !(use.isShown && isSimulated(description))
          : isIdentifier && language === "ts";
        return isSearched ? [{name, use, values}] : [];
      });
      const searches = await Promise.all(
        searched.map(async (each) => ({...each, search: await searchOf(each.name, each.values)})),
      );
      if (searches.length === 0) return;
      // an identifier is found in the midst of a piece, and most loaders write much
      const texts = uses.length > 0 ? writtenTexts : writtenPieces;
      for await (const text of texts(target, bytes)) {
        const plain = plainText(text);
        for (const {name, use, search} of searches) {
          const found = search(plain);
          if (found !== undefined) throw new Error(heldMessage(loader, name, found, use));
        }
      }
    },
    close() {
      void reader?.then((reader) => reader.close());
    },
  };
}

function silentMessage(loader: string, text: string, columns: readonly string[]): string {
  const line = lineOf(text, columns[0]!);
  const mark = loader.endsWith(".sql") ? "--" : "//";
  const header = columns.map((column) => `\n${mark} Private: ${column}, because …`).join("");
  return (
    `${loader}${line > 0 ? `:${line}` : ""}: ${columns.join(" and ")} may not leave the house (leave it out, or write ` +
    `into the header why it is read; what the loader writes is then searched for it):${header}`
  );
}

/** The value itself is not told: what a build says is kept in logs. */
function heldMessage(loader: string, column: string, value: string, use: PrivateUse | undefined) {
  const step = use?.isShown
    ? "only what is simulated may be shown: leave it out where the bank is not"
    : "leave it out or mask it";
  return `${loader}: wrote a private value of ${column}, of ${value.length} letters (${step})`;
}

/** The line that names the column, or at least its table, below the header; 0 where none does. */
function lineOf(text: string, name: string): number {
  const [table, column] = name.split(".");
  const lines = text.split("\n").map((line) => line.replace(/^\s*(?:--|\/\/).*/, ""));
  const at = [column, table].map(
    (word) => 1 + lines.findIndex((line) => new RegExp(`\\b${word}\\b`).test(line)),
  );
  return at.find((line) => line > 0) ?? 0;
}
