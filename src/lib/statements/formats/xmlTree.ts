/**
 * An XML text as elements. The parser, saxes, is strict, knows lines, runs in browser and Node without a DOM, and
 * knows no entities but the five of XML: what a document type declares is neither read nor expanded, and such a
 * file, which no bank writes, is refused.
 */
import {SaxesParser} from "saxes";
import {StatementError} from "../statementError.js";
import {type Element, newElement} from "./element.js";

/** The parser is fed by parts, so that a long text does not stand in memory twice. */
const partLetters = 1_000_000;
/** No statement nests deeper. */
const mostDepth = 100;

export interface XmlTree {
  /** Holds the elements of the file. */
  readonly root: Element;
  /** The line on which the file breaks off. */
  readonly cutLine: number | undefined;
}

/** The elements of a text. Throws `StatementError`, naming the line, where it is no XML. */
export function xmlTree(text: string): XmlTree {
  const root = newElement("", 1);
  const open = [root];
  const parser = new SaxesParser({xmlns: false, position: true});
  let [line, isAtEnd] = [1, false];
  const fail = (reason: string): never => {
    throw new StatementError(`line ${parser.line}: ${reason}`);
  };
  parser.on("doctype", () => fail("a document type of its own is not read (no bank writes one)"));
  parser.on("opentagstart", () => {
    line = parser.line;
  });
  parser.on("opentag", ({name, attributes}) => {
    const element = newElement(name.slice(name.indexOf(":") + 1), line, attributes);
    open.at(-1)!.children.push(element);
    open.push(element);
    if (open.length > mostDepth) fail("elements within elements without end");
  });
  parser.on("closetag", () => {
    open.pop()!.isClosed = true;
  });
  const addText = (added: string) => {
    open.at(-1)!.text += added;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("error", ({message}) => {
    if (!isAtEnd) fail(`broken XML: ${message.replace(/^\d+:\d+: /, "").replace(/\.$/, "")}`);
  });
  for (let at = 0; at < text.length; at += partLetters)
    parser.write(text.slice(at, at + partLetters));
  const isWhole = open.length === 1 && root.children.length > 0;
  const cutLine = isWhole ? undefined : parser.line;
  isAtEnd = true;
  parser.close();
  return {root, cutLine};
}
