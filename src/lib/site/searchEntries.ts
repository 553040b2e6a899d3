/**
 * What the search of the site finds besides names: its pages, the figures on them, and the measures. The entries are
 * read from the pages' text when the site is built (`src/data/search-entries.json.ts`); a figure's title is computed
 * from its rows later, so it is found by the heading above it (or its id, where a heading has several) and the question
 * that its data answer.
 */
import {foldedText, foldedWords} from "../foldedText.js";
import {type MeasureName, measures} from "../measures/measures.js";
import {list, lowerFirst, sentence} from "../words.js";
import {storyNameOf} from "./stories.js";

export type EntryKind = "page" | "figure" | "measure";

export interface SearchEntry {
  readonly kind: EntryKind;
  readonly title: string;
  /** One line on what is there. */
  readonly text: string;
  /** From the root of the site: `people/savings#savings-shares`; empty for the first page. */
  readonly path: string;
}

/** A fence that names a figure, and what it calls. */
const figureFence = /^```js (?:echo )?figure=([\w-]+).*\n([\s\S]*?)^```$/gm;
/** A file by the name that the page gives it, or where it is handed over. */
const namedFile = /(?:\b(\w+) = (?:[^;`]*?=> )?)?FileAttachment\("([^"]+)"\)/g;
const heading = /^(#{1,3}) (.+)$/gm;

/**
 * The page and its figures. `questionOf` gives the question that a dataset answers, by its path from the page
 * (`../data/savings-shares.csv`), or undefined.
 */
export function pageEntries(
  path: string,
  markdown: string,
  questionOf: (file: string) => string | undefined,
): SearchEntry[] {
  const heads = headingsOf(markdown);
  const files = Array.from(markdown.matchAll(namedFile), ([, name, file]) => ({name, file: file!}));
  const title = /^title: *(.+)$/m.exec(markdown)?.[1] ?? heads[0]?.text ?? path;
  const head = heads.find(({level, text}) => level === 1 && !text.includes("${"))?.text ?? title;
  // "Savings: who saves?" is found as "Savings", and asks "Who saves?"
  const question = sentence(head.startsWith(`${title}: `) ? head.slice(title.length + 2) : head);
  const story = storyNameOf(path);
  // a page of a profile is called by what it tells, which says little alone
  const name = /^(?:person|company)\//.test(path) ? `${story}: ${lowerFirst(title)}` : title;
  const parts = heads.filter(({level, text}) => level === 2 && !/^What this page/.test(text));
  const page: SearchEntry = {
    kind: "page",
    title: name,
    text: head === title ? list(parts.map(({text}) => text)) : question,
    path,
  };
  const headAbove = (at: number) => heads.findLast(({index, level}) => index < at && level > 1);
  const fences = [...markdown.matchAll(figureFence)];
  const figures = fences.map(({1: id, 2: code, index}) => {
    const above = headAbove(index);
    const used = new Set(code!.match(/"[^"]*"|\w+/g));
    const asked = files
      .filter(({name, file}) => used.has(`"${file}"`) || (name && used.has(name)))
      .flatMap(({file}) => questionOf(file) ?? [])[0];
    const isAlone = fences.filter((fence) => headAbove(fence.index) === above).length === 1;
    const own = sentence(id!.replaceAll("-", " "));
    return {
      kind: "figure",
      title: isAlone ? (above?.text ?? name) : own,
      text: `${name}: ${isAlone ? (asked ?? own) : above?.text}`,
      path: `${path}#${id}`,
    } as const;
  });
  return [page, ...figures];
}

function headingsOf(markdown: string) {
  const prose = markdown.replace(/^(```+)[\s\S]*?^\1$/gm, (code) => code.replace(/[^\n]/g, " "));
  return Array.from(prose.matchAll(heading), ({1: marks, 2: text, index}) => ({
    level: marks!.length,
    text: text!,
    index,
  }));
}

/** Each measure, with its definition. */
export function measureEntries(): SearchEntry[] {
  return Object.entries(measures).map(([name, {label, words}]) => ({
    kind: "measure",
    title: label,
    text: words,
    path: `guide/method#${name satisfies string as MeasureName}`,
  }));
}

/**
 * The entries in which each word of the query begins a word, best first: those whose title begins with the query, those
 * whose title has all of its words, the others; at most `limit` of each kind.
 */
export function findEntries(
  entries: readonly SearchEntry[],
  query: string,
  {limit = 6}: {readonly limit?: number} = {},
): SearchEntry[] {
  const words = foldedWords(query);
  if (words.length === 0) return [];
  const ranked = entries
    .map((entry) => ({entry, rank: rankOf(entry, words, foldedText(query.trim()))}))
    .filter(({rank}) => rank > 0)
    .sort((a, b) => b.rank - a.rank);
  const counts = new Map<EntryKind, number>();
  return ranked.flatMap(({entry}) => {
    const count = (counts.get(entry.kind) ?? 0) + 1;
    counts.set(entry.kind, count);
    return count > limit ? [] : [entry];
  });
}

/** 3, 2 or 1 as above; 0 where a word of the query is missing. */
function rankOf({title, text, path}: SearchEntry, words: readonly string[], query: string): number {
  const begins = (own: readonly string[]) =>
    words.every((word) => own.some((other) => other.startsWith(word)));
  const titleWords = foldedWords(title);
  if (foldedText(title).startsWith(query)) return 3;
  if (begins(titleWords)) return 2;
  return begins([...titleWords, ...foldedWords(`${text} ${path}`)]) ? 1 : 0;
}
