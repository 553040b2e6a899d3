/**
 * What a TypeScript loader asks is written in its code: in its own texts, and in those of the modules that it imports, as
 * far as it uses them. The bundler leaves out what is not used, and the texts of what is left are read here.
 */
import {parseProgram} from "@observablehq/framework/dist/javascript/parse.js";
import {bundleEach} from "../../bundle.js";
import type {InputHashes} from "../../inputFiles.js";
import {watchFiles} from "../watches/readWatches.js";

/** A text of a program; what is computed in it stands as `?`. */
export interface ProgramText {
  readonly text: string;
  readonly isWhole: boolean;
}

/** What a loader and the modules that it imports are made of, and the texts of all that it uses of them. */
export interface LoaderCode {
  readonly texts: readonly ProgramText[];
  readonly inputs: InputHashes;
}

/** The code of loaders, given by their paths from the project's root, by path. */
export async function loaderCode(
  loaders: readonly string[],
): Promise<ReadonlyMap<string, LoaderCode>> {
  const found = new Map<string, LoaderCode>();
  const known = new Map<string, ProgramText[]>();
  const watches = [...(await bundleEach(watchFiles())).values()];
  for (const [loader, {code, inputs}] of await bundleEach(loaders)) {
    // watches are imported by nothing, and asked by this
    const asked = "loaders/datasets/watches/evaluate.ts" in inputs ? watches : [];
    const made = [{code, inputs}, ...asked];
    const parts = made.flatMap(({code, inputs}) =>
      partsOf(Buffer.from(code).toString("utf8"), inputs),
    );
    for (const part of parts) if (!known.has(part)) known.set(part, textsIn(parseProgram(part)));
    found.set(loader, {
      texts: parts.flatMap((part) => known.get(part)!),
      inputs: Object.assign({}, ...made.map(({inputs}) => inputs)),
    });
  }
  return found;
}

/** The modules that make and prove the snapshot: what they ask is no question of the loader that opens it. */
const makers = /^loaders\/snapshot\/(build|legsSum)\.ts$/;

/** What a bundle has of each module, which stands below a line with its name; most of it is in many bundles. */
function partsOf(code: string, inputs: InputHashes): string[] {
  const parts: {readonly module: string; readonly lines: string[]}[] = [{module: "", lines: []}];
  for (const line of code.split("\n")) {
    const module = line.startsWith("// ") ? line.slice(3) : "";
    if (module in inputs) parts.push({module, lines: []});
    parts.at(-1)!.lines.push(line);
  }
  return parts.filter(({module}) => !makers.test(module)).map(({lines}) => lines.join("\n"));
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly quasis?: readonly {readonly value: {readonly cooked: string}}[];
}

/** The texts of a program, added to those that were found: to hand each up through all nodes above it takes most of the time. */
function textsIn(node: unknown, found: ProgramText[] = []): ProgramText[] {
  if (typeof node !== "object" || node === null) return found;
  const {type, value, quasis} = node as Node;
  if (type === "Literal" && typeof value === "string") found.push({text: value, isWhole: true});
  if (type === "TemplateLiteral" && quasis)
    found.push({
      text: quasis.map(({value}) => value.cooked).join("?"),
      isWhole: quasis.length === 1,
    });
  for (const child of Object.values(node)) textsIn(child, found);
  return found;
}
