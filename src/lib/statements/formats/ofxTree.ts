/**
 * OFX as elements: the SGML of 1.x, where values have no closing tags, and the XML of 2.x, which banks write with
 * bare ampersands and other faults that a strict parser stops at. One tolerant reader takes both. Entities are
 * letters and numbers, and nothing else is expanded.
 */
import {type Element, newElement} from "./element.js";

const markup = /<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z][\w.:-]*)[^<>]*?(\/?)>/g;

const letters: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

/** The elements of the text from its `<OFX>` on, within one that holds them. */
export function ofxTree(text: string): Element {
  const root = newElement("", 1);
  const open = [root];
  const counts = new Map<string, number>();
  const addText = (added: string) => {
    if (added.trim() !== "") open.at(-1)!.text += plainText(added).trim();
  };
  let [from, line, lineEnd] = [0, 1, text.indexOf("\n")];
  const lineAt = (at: number) => {
    for (; lineEnd >= 0 && lineEnd < at; lineEnd = text.indexOf("\n", lineEnd + 1)) line++;
    return line;
  };
  const close = (isClosed: boolean) => {
    const element = open.pop()!;
    element.isClosed = isClosed;
    counts.set(element.name, counts.get(element.name)! - 1);
  };
  for (const match of text.matchAll(markup)) {
    const [whole, cdata, slash, written = "", isEmpty] = match;
    addText(text.slice(from, match.index));
    from = match.index + whole.length;
    if (cdata !== undefined) {
      open.at(-1)!.text += cdata.trim();
      continue;
    }
    const name = written.toUpperCase();
    if (slash === "/") {
      if (!counts.get(name)) continue;
      while (open.at(-1)!.name !== name) {
        flatten(open);
        close(true);
      }
      close(true);
      continue;
    }
    // what has a value is at its end
    if (open.length > 1 && open.at(-1)!.text !== "") close(true);
    // no element of OFX holds one of its own kind
    if (counts.get(name)) {
      while (open.at(-1)!.name !== name) {
        flatten(open);
        close(true);
      }
      close(true);
    }
    const element = newElement(name, lineAt(match.index));
    open.at(-1)!.children.push(element);
    if (isEmpty === "/") element.isClosed = true;
    else {
      open.push(element);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  addText(text.slice(from));
  if (open.at(-1)!.text !== "" && open.length > 1) close(false);
  return root;
}

/** What has neither value nor closing tag holds nothing: what seemed to be in it stands behind it. */
function flatten(open: readonly Element[]): void {
  const [parent, element] = open.slice(-2) as [Element, Element];
  if (element.children.length === 0) return;
  for (const child of element.children) parent.children.push(child);
  element.children.length = 0;
}

const plainText = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,4}));/gi, (whole, ten, hex, name) => {
        if (name !== undefined) return letters[name.toLowerCase()] ?? whole;
        const code = ten === undefined ? Number.parseInt(hex, 16) : Number(ten);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;
