/**
 * What a TypeScript loader asks is written in its code: in its own texts, and in those of the modules that it imports, as
 * far as it uses them. The bundler leaves out what is not used, and the texts of what is left are read here.
 */
import {join} from "node:path";
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {bundle} from "../bundle.js";
import {projectRoot} from "../environment.js";
import {readInput} from "../inputFiles.js";

/** A text of a program; what is computed in it stands as `?`. */
export interface ProgramText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** The texts of a loader, given by its path from the project's root, and of all that it uses. */
export async function loaderTexts(loader: string): Promise<ProgramText[]> {
  const {code, inputs} = await bundle(loader);
  // what the lineage is made of: the loader, and its modules
  for (const path of Object.keys(inputs)) readInput(join(projectRoot, path));
  return [...textsIn(parseProgram(Buffer.from(code).toString("utf8")))];
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly quasis?: readonly {readonly value: {readonly cooked: string}}[];
}

function* textsIn(node: unknown): Generator<ProgramText> {
  if (typeof node !== "object" || node === null) return;
  const {type, value, quasis} = node as Node;
  if (type === "Literal" && typeof value === "string") yield {text: value, isWhole: true};
  if (type === "TemplateLiteral" && quasis)
    yield {
      text: quasis.map(({value}) => value.cooked).join("?"),
      isWhole: quasis.length === 1,
    };
  for (const child of Object.values(node)) yield* textsIn(child);
}
