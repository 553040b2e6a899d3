/**
 * Whether the files of a bank are still those that one began to read. A new bank takes the place of the old one as a
 * folder, between two looks at its files; who then goes on has some tables of one and some of the other.
 */
import {statSync} from "node:fs";
import {join} from "node:path";
import {tables} from "../../src/lib/bank/schema.js";
import {BankChanged} from "../source.js";

export interface BankStamp {
  /** Throws `BankChanged` where a file has been exchanged, edited, added or removed since. */
  assertUnchanged(): void;
  /** Does the work; an error of it, where the bank has changed since, is that it has. */
  during<T>(work: () => Promise<T>): Promise<T>;
}

/** Notes what the files of the bank in a folder are, before the first of them is read. */
export function stampBank(folder: string): BankStamp {
  const before = stampOf(folder);
  const isChanged = () => stampOf(folder) !== before;
  return {
    assertUnchanged() {
      if (isChanged()) throw new BankChanged(folder);
    },
    async during(work) {
      try {
        return await work();
      } catch (error) {
        throw isChanged() ? new BankChanged(folder, error) : error;
      }
    },
  };
}

/** What the file system changes with the content of each file. */
function stampOf(folder: string): string {
  const files = [...tables.map(({name}) => `${name}.csv`), "manifest.json"];
  return files
    .map((file) => {
      const stats = statSync(join(folder, file), {bigint: true, throwIfNoEntry: false});
      return stats ? [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join() : "";
    })
    .join("\n");
}
