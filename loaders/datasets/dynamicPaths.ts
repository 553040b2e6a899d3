import {pagePaths, pathQueries} from "./pagePaths.js";

/** The addresses of the pages with brackets in their names, for Framework; without such pages nothing is loaded or opened. */
export async function* dynamicPaths(): AsyncGenerator<string> {
  if (pathQueries().length === 0) return;
  const {openSnapshot} = await import("../snapshot/reader.js");
  const {ensureSnapshot} = await import("../snapshot/snapshot.js");
  const reader = await openSnapshot((await ensureSnapshot()).file);
  try {
    for (const {path} of await pagePaths(reader)) yield path;
  } finally {
    reader.close();
  }
}
