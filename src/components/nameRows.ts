import type {FoundName, NameRows} from "../lib/site/searchNames.js";
import {type KeyedFile, keyedRows} from "./keyed.js";

const known = new Map<string, Promise<readonly FoundName[]>>();

/** How names are looked up in the dataset `search-names.keyed`: each key is fetched once a page. */
export function nameRows(file: KeyedFile): NameRows {
  return (key) => {
    const rows = known.get(key) ?? keyedRows<FoundName>(file, key);
    known.set(key, rows);
    rows.catch(() => known.delete(key)); // to be asked again
    return rows;
  };
}
