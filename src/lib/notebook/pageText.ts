/**
 * A text of a notebook as it stands on a page, and back. What a page would run is text in a notebook: `${…}`, HTML, and
 * fences with a language. Such a sign gets a backslash, and such a fence `run=false`. What has been written is read again
 * as a page reads it: it shows what the notebook shows, or it stands there as code, as somebody has written it.
 *
 * An own `\<b>` of the text cannot be told from one that was made here: it becomes `&#60;b>`, and an own `&#60;` gets a
 * zero more.
 */
import {textMarkdown} from "./textMarkdown.js";
import {type TextSign, textSigns} from "./textSigns.js";

/** The line between two texts of a page that follow each other. */
export const partedTexts = "<!-- cell -->";

/** What the fence says that holds a whole text as it was written. */
const whole = "markdown run=false whole";

/** The text for a page, of which no word runs; with `\n` between its lines. */
export function toPageText(text: string): string {
  const source = withoutMarks(text.replace(/\r\n?/g, "\n"));
  const written = changed(source, pageSign);
  const isRight = isShown(source, written) && changed(written, ownSign) === source;
  return isRight ? written : asCode(source);
}

/** The text that `toPageText` was given, with what has been written into the page since. */
export function fromPageText(text: string): string {
  return withMarks(changed(text.replace(/\r\n?/g, "\n"), ownSign));
}

/**
 * The texts of one page. An address that one of them names, `[bank]: https://…`, is known to all: where they would show
 * something else together than each by itself, those that name one stand there as code.
 */
export function toPageTexts(texts: readonly string[]): string[] {
  const written = texts.map(toPageText);
  const together = page.render(written.join(`\n\n${partedTexts}\n\n`));
  if (together === written.map((text) => page.render(text)).join(`${partedTexts}\n`))
    return written;
  return written.map((text) => (namesAddress(text) ? asCode(changed(text, ownSign)) : text));
}

const notebook = textMarkdown();
const page = textMarkdown({html: true});
page.inline.ruler.push("placeholder", (state, isSilent) => {
  if (isSilent || !state.src.startsWith("${", state.pos)) return false;
  state.push("placeholder", "placeholder", 0);
  state.pos += "${".length;
  return true;
});

/** Whether a page shows the text as the notebook does, and ends with it. */
const isShown = (text: string, written: string) =>
  page.render(`${written}\n\n${partedTexts}\n`) === `${notebook.render(text)}${partedTexts}\n`;

function namesAddress(text: string): boolean {
  const read: {references?: object} = {};
  notebook.parse(text, read);
  return Object.keys(read.references ?? {}).length > 0;
}

/** In a fence that is longer than any within. */
function asCode(text: string): string {
  const lengths = Array.from(text.matchAll(/`{3,}/g), ([ticks]) => ticks.length);
  const ticks = "`".repeat(Math.max(2, ...lengths) + 1);
  return `${ticks}${whole}\n${text}\n${ticks}`;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function changed(text: string, change: (sign: TextSign) => Change): string {
  let end = 0;
  let done = "";
  for (const {from, to, text: by} of textSigns(text).map(change)) {
    done += text.slice(end, from) + by;
    end = to;
  }
  return done + text.slice(end);
}

const letters: Readonly<Record<string, string>> = {
  "\\<": "&#60;",
  "\\$": "&#36;",
  "&#60;": "\\<",
  "&#36;": "\\$",
};

function pageSign({kind, from, to, text}: TextSign): Change {
  switch (kind) {
    case "plain":
      return {from, to, text: `\\${text}`};
    case "escaped":
      return {from, to, text: letters[text]!};
    case "reference":
      return {from, to, text: text.replace("&#", "&#0")};
    case "fence":
      return {from, to, text: pageInfo(text)};
  }
}

function ownSign({kind, from, to, text, block}: TextSign): Change {
  switch (kind) {
    case "plain":
      return {from, to, text};
    case "escaped":
      return {from, to, text: text.slice(1)};
    case "reference":
      return {from, to, text: letters[text] ?? text.replace("&#0", "&#")};
    case "fence":
      return block && text === whole ? block : {from, to, text: ownInfo(text)};
  }
}

/**
 * The words of a fence that does not run. What stands behind its language is in one word: attributes of the text could
 * say otherwise, or take ours into a quote.
 */
function pageInfo(info: string): string {
  const language = /^[ \t\f]*[^ \t\f]+/.exec(info)![0];
  const rest = info.slice(language.length);
  return `${language} run=false${rest === "" ? "" : ` info=${escapedWord(rest)}`}`;
}

/** Pages that were kept before have `run=false` behind all words. */
function ownInfo(info: string): string {
  const [, language, rest] =
    /^([ \t\f]*[^ \t\f]+) run=false(?: info=([^ \t\f]+))?$/.exec(info) ?? [];
  return language === undefined
    ? info.replace(/ run=false$/, "")
    : language + decodedWord(rest ?? "");
}

/** Signs of ASCII by their numbers, `%20` for a blank. */
const escapedWord = (text: string) =>
  text.replace(
    /[^\w.\u0080-\uffff]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
const decodedWord = (word: string) =>
  word.replace(/%([0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );

/**
 * The marks of words that are true of the simulated bank only (`loaders/pages/simulatedWords.ts`) are taken out of a page
 * before it is read, also from code. In a text they are none: a joiner, which nobody sees, parts them.
 */
const withoutMarks = (text: string) => text.replace(/<(?=\u2060*\/?simulated>)/g, "<\u2060");
const withMarks = (text: string) => text.replace(/<\u2060(?=\u2060*\/?simulated>)/g, "<");
