/** Why a loader failed, in a line for who wrote it. */
import {relative} from "node:path";

/** A line of a stack that is in a file of the project: its path from the root, and the line there. */
interface Place {
  readonly file: string;
  readonly line: string;
}

/**
 * What a loader has thrown, behind its path from the root and the line of it that was at work. Where the error comes from a module
 * that is not about datasets, its place comes last.
 */
export function failureText(error: unknown, loader: string, root: string): string {
  if (!(error instanceof Error)) return `${loader}: threw ${JSON.stringify(error) ?? "undefined"}`;
  const places = placesIn(error.stack ?? "", root);
  const own = places.find(({file}) => file === loader);
  const inner = places[0]?.file.startsWith("src/") && places[0] !== own ? places[0] : undefined;
  const words = error.name === "Error" ? error.message : `${error.name}: ${error.message}`;
  const from = inner ? ` (at ${inner.file}:${inner.line})` : "";
  return `${loader}${own ? `:${own.line}` : ""}: ${words}${from}`;
}

function placesIn(stack: string, root: string): Place[] {
  return Array.from(
    stack.matchAll(/^ {4}at .*?\(?(\/[^():]+):(\d+):\d+\)?$/gm),
    ([, path, line]) => ({
      file: relative(root, path!),
      line: line!,
    }),
  ).filter(({file}) => !file.startsWith("..") && !file.startsWith("node_modules/"));
}
