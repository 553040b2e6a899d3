/** Elements of a marked-up file, each with the line on which it begins. */

export interface Element {
  /** Without the prefix of its namespace. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** Its own text, not that of its children. */
  text: string;
  readonly line: number;
  /** Whether the file goes on to its end. */
  isClosed: boolean;
}

/** An element without anything in it. */
export const newElement = (
  name: string,
  line: number,
  attributes: Element["attributes"] = {},
): Element => ({name, attributes, children: [], text: "", line, isClosed: false});

/** The children of this name. */
export const childrenOf = (element: Element | undefined, name: string): Element[] =>
  element ? element.children.filter((child) => child.name === name) : [];

/** The first element down a path of names. */
export function elementAt(from: Element | undefined, ...path: readonly string[]) {
  let element = from;
  for (const name of path) element = element?.children.find((child) => child.name === name);
  return element;
}

/** The text at the end of a path; empty where there is none. */
export const textAt = (from: Element | undefined, ...path: readonly string[]): string =>
  elementAt(from, ...path)?.text.trim() ?? "";

/** The first text that is there, of several paths such as `Pty/Nm`. */
export function firstText(from: Element | undefined, ...paths: readonly string[]): string {
  for (const path of paths) {
    const text = textAt(from, ...path.split("/"));
    if (text !== "") return text;
  }
  return "";
}

/** The elements of these names wherever they stand, in the order of the file; none is looked for inside one. */
export function elementsNamed(root: Element, names: readonly string[]): Element[] {
  const found: Element[] = [];
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (names.includes(element.name)) found.push(element);
    else for (const child of element.children.toReversed()) waiting.push(child);
  }
  return found;
}
