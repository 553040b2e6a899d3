import {join} from "node:path";
import {projectRoot} from "../environment.js";
import {listInputs, readInput} from "../inputFiles.js";

/** The files that every page reads for what is around its text, from the root of the site. */
export function frameFiles(): string[] {
  const folder = join(projectRoot, "src/components/frame");
  const texts = listInputs(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readInput(join(folder, name)));
  return texts.flatMap((text) =>
    Array.from(text.matchAll(/FileAttachment\("(?:\.\.\/)*([^"]+)"\)/g), ([, path]) => path!),
  );
}
