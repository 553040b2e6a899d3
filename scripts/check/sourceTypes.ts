/** Where the types of components stand, and which options they have: read in the source, for messages. */
import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {projectRoot} from "../../loaders/environment.js";

/** The names of the options of `RankedOptions<Row>`, those that it extends included; none where it is not found. */
export function optionNames(root: string, type: string): string[] {
  const name = /^\w+/.exec(type)?.[0];
  for (const file of name ? sources(root) : []) {
    const text = readFileSync(file, "utf8");
    const found = new RegExp(
      `^export interface ${name}\\b[^{]*?(?:extends (?<base>\\w+)[^{]*)?\\{\\n(?<body>[\\s\\S]*?)^\\}`,
      "m",
    ).exec(text)?.groups;
    if (!found) continue;
    const own = Array.from(found.body!.matchAll(/^ {2}(\w+)\??[:(<]/gm), ([, option]) => option!);
    return [...own, ...(found.base ? optionNames(root, found.base) : [])];
  }
  return [];
}

/** The file that declares a type, from the project's root. */
export function typeFile(root: string, type: string): string | undefined {
  if (!/^\w+$/.test(type)) return undefined;
  const declares = new RegExp(`^export (?:type|interface) ${type}\\b`, "m");
  const file = sources(root).find((file) => declares.test(readFileSync(file, "utf8")));
  return file && relative(projectRoot, file);
}

function sources(root: string): string[] {
  return ["components", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
      .filter((file) => file.endsWith(".ts"))
      .map((file) => join(root, folder, file)),
  );
}
