import type {KeyedFile} from "../../components/keyed.js";
import type {PublishedColumn} from "../../lib/site/publishedColumn.js";
import type {LineageFile} from "./tableUses.js";

/** The files that the notebook is over. */
export interface NotebookSources {
  /** The published bank; its columns, a row each; the names of customers; and what is made of what. */
  readonly bank: {url(): Promise<string>};
  readonly schema: readonly PublishedColumn[];
  readonly names: KeyedFile;
  readonly lineage: LineageFile;
}
