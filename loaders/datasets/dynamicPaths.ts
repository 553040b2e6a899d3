import {openSnapshot} from "../snapshot/reader.js";
import {ensureSnapshot} from "../snapshot/snapshot.js";
import {pagePaths, pathQueries} from "./pagePaths.js";

/** The addresses of the pages with brackets in their names, for Framework; without such pages nothing is opened. */
export async function* dynamicPaths(): AsyncGenerator<string> {
  if (pathQueries().length === 0) return;
  const reader = await openSnapshot((await ensureSnapshot()).file);
  try {
    for (const {path} of await pagePaths(reader)) yield path;
  } finally {
    reader.close();
  }
}
