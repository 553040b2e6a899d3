/** What a written text says to those who read it as HTML, or as JSON and JavaScript. */
import MarkdownIt from "markdown-it";

const {unescapeAll} = new MarkdownIt().utils;

/**
 * A text as it stands, and as it reads once its entities, its escapes, or those within the others stand for what they mean; each
 * only where it differs from the one that it is made of.
 */
export function* readings(text: string): Generator<string> {
  yield text;
  const ways = [withoutEntities, withoutEscapes];
  for (const [at, way] of ways.entries()) {
    const read = way(text);
    if (read === text) continue;
    yield read;
    const within = ways[1 - at]!(read);
    if (within !== read) yield within;
  }
}

/** Entities of HTML, by name and by number; one that is none stays. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#\d{1,8}|#x[\da-f]{1,8}|[a-z][a-z\d]{1,30});/gi, unescapeAll);
}

const controls: Readonly<Record<string, string>> = {
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  0: "\0",
  "\n": "",
};

/** Escapes with a backslash; a letter that needs none stands for itself. */
function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:u\{0*([\da-fA-F]{1,5}|10[\da-fA-F]{4})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2})|((?!u\{).))/gs,
    (_, point?: string, unit?: string, byte?: string, letter?: string) => {
      if (letter !== undefined) return controls[letter] ?? letter;
      if (point !== undefined) return String.fromCodePoint(Number.parseInt(point, 16));
      return String.fromCharCode(Number.parseInt((unit ?? byte)!, 16));
    },
  );
}
