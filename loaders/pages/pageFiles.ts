import {join} from "node:path";
import {listInputs} from "../inputFiles.js";

/** What a server shows for an address that it does not find: no page of the site leads there. */
export const lostPageFile = "404.md";

/** The markdown files in a folder of the site and below that a reader may look for, from the root of the site, in order. */
export function pageFiles(root: string, folder = ""): string[] {
  return listInputs(join(root, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name.endsWith(".md")) return path === lostPageFile ? [] : [path];
    return name.includes(".") ? [] : pageFiles(root, path);
  });
}
