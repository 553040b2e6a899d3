/**
 * The signs of a text of a notebook that a page would take for more, and those that keep it from it. They are found where
 * a parser of markdown meets them: whether a sign stands in code, in an address or in words is decided by all that is
 * before it, and by the blocks that it is in.
 */
import type {StateInline, Token} from "markdown-it";
import {textMarkdown} from "./textMarkdown.js";

export interface TextSign {
  /**
   * `<` before a tag or `$` before a brace; the same behind a backslash; or as a reference, `&#60;`, with any number of
   * zeros; or the words behind the marks of a fence.
   */
  readonly kind: "plain" | "escaped" | "reference" | "fence";
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** The whole fence, and what it holds; not of one in a list or a quote. */
  readonly block?: {readonly from: number; readonly to: number; readonly text: string};
}

const plain = /<(?=[A-Za-z/!?])|\$(?=\{)/y;
const escaped = /\\(?:<(?=[A-Za-z/!?])|\$(?=\{))/y;
const reference = /&#0*(?:60|36);/y;

/** What a reading of one inline text finds, by its place in that text. */
interface Found {
  readonly signs: TextSign[];
  /** Where the texts begin that are read: the words of an image are read by themselves. */
  readonly starts: Map<StateInline, number>;
  /** Where the words of the next image begin. */
  words: number;
}

const md = textMarkdown();

/** A rule of the parser that takes nothing, and sees what is met in words. */
function seen(pattern: RegExp, see: (found: Found, start: number, text: string) => void) {
  return (state: StateInline, isSilent: boolean) => {
    pattern.lastIndex = state.pos;
    const text = isSilent ? undefined : pattern.exec(state.src)?.[0];
    if (text === undefined) return false;
    const found = state.env as Found;
    const start = found.starts.get(state) ?? found.words;
    found.starts.set(state, start);
    see(found, start + state.pos, text);
    return false;
  };
}

const signsOf = (kind: "plain" | "escaped" | "reference", pattern: RegExp) =>
  seen(pattern, ({signs}, from, text) => signs.push({kind, from, to: from + text.length, text}));

const {ruler} = md.inline;
ruler.before("escape", "escaped_signs", signsOf("escaped", escaped));
ruler.before("entity", "references_of_signs", signsOf("reference", reference));
ruler.before(
  "image",
  "words_of_images",
  seen(/!\[/y, (found, from) => {
    found.words = from + "![".length;
  }),
);
// what no other rule takes is words
ruler.push("plain_signs", signsOf("plain", plain));

// the block rules alone: each inline text is read below, where its lines are known
md.core.ruler.enableOnly(["normalize", "block"]);

/** The signs of a text whose lines end with `\n`, in its order. */
export function textSigns(text: string): TextSign[] {
  const lines = text.split("\n");
  const starts = lineStarts(lines);
  const env = {};
  const signs: TextSign[] = [];
  /** How much of each line its inline texts have had: the cells of a table share one. */
  const had = new Map<number, string>();
  let line = 0;
  for (const token of md.parse(text, env)) {
    line = token.map?.[0] ?? line;
    if (token.type === "fence" && token.info.trim() !== "")
      signs.push(signOfFence(token, lines, starts));
    if (token.type !== "inline") continue;
    const found: Found = {signs: [], starts: new Map(), words: 0};
    md.inline.parse(token.content, md, Object.assign(Object.create(env), found), []);
    for (const sign of found.signs) {
      const above = token.content.slice(0, sign.from).split("\n");
      const at = line + above.length - 1;
      const from = starts[at]! + placeOf(sign, above.at(-1)!, had.get(at) ?? "", lines[at]!);
      signs.push({...sign, from, to: from + sign.text.length});
    }
    for (const [at, part] of token.content.split("\n").entries())
      had.set(line + at, (had.get(line + at) ?? "") + part);
  }
  return signs.sort((a, b) => a.from - b.from);
}

const lineStarts = (lines: readonly string[]): number[] => {
  const starts = [0];
  for (const {length} of lines) starts.push(starts.at(-1)! + length + 1);
  return starts;
};

/**
 * Where a sign of an inline text stands in its line. What the line has besides, marks of lists and quotes, blanks and the
 * bars of a table, has none of these letters, so that they are counted.
 */
function placeOf({text}: TextSign, before: string, had: string, line: string): number {
  const letter = text.startsWith("\\") ? text[1]! : text[0]!;
  let left = (had + before).split(letter).length;
  let at = -1;
  while (left-- > 0) at = line.indexOf(letter, at + 1);
  return text.startsWith("\\") ? at - 1 : at;
}

function signOfFence(
  {info, content, map, level}: Token,
  lines: readonly string[],
  starts: readonly number[],
): TextSign {
  const [first, end] = map!;
  const to = starts[first]! + lines[first]!.length;
  const sign: TextSign = {kind: "fence", from: to - info.length, to, text: info};
  if (level > 0) return sign;
  const block = {from: starts[first]!, to: starts[end]! - 1, text: content.replace(/\n$/, "")};
  return {...sign, block};
}
