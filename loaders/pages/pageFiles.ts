import {join} from "node:path";
import {listInputs} from "../inputFiles.js";

/** The markdown files in a folder of the site and below, from the root of the site, in order. */
export function pageFiles(root: string, folder = ""): string[] {
  return listInputs(join(root, folder)).flatMap((name) => {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (name.endsWith(".md")) return [path];
    return name.includes(".") ? [] : pageFiles(root, path);
  });
}
