import {parseInfo} from "@observablehq/framework/dist/info.js";

/** The live cells of a page of markdown, and the text between them. */
export interface Fence {
  /** `js` or `sql`. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly source: string;
}

/** Fences that run, and texts, in their order. What runs nothing, `run=false` and other languages, is text. */
export function pageFences(markdown: string): (Fence | string)[] {
  const parts: (Fence | string)[] = [];
  const lines = markdown.split("\n");
  let text: string[] = [];
  const endText = () => {
    if (text.some((line) => line.trim() !== "")) parts.push(text.join("\n"));
    text = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    const ticks = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (ticks === undefined) {
      text.push(line);
      continue;
    }
    const found = lines.findIndex((line, index) => index > at && line.trimEnd() === ticks);
    const end = found < 0 ? lines.length : found;
    const {tag, attributes} = parseInfo(line.slice(ticks.length).trim());
    if (!["js", "sql"].includes(tag) || attributes.run === "false")
      text.push(...lines.slice(at, end + 1));
    else {
      endText();
      parts.push({tag, attributes, source: lines.slice(at + 1, end).join("\n")});
    }
    at = end;
  }
  endText();
  return parts;
}
