/** What a person can do about a mistake that DuckDB finds: its own ways out are for programs and for other engines. */

interface Advice {
  readonly of: RegExp;
  /** What stays of the engine's words: its first line, unless told. */
  readonly message?: string;
  readonly hint: string;
}

const dropIt =
  "Nothing is fetched here: drop the file on this page, and it is a table of files (Parquet as CSV or Arrow).";

const advice: readonly Advice[] = [
  {
    of: /No files found that match|NetworkError|Table with name \S+\.(parquet|csv|tsv|json|jsonl|arrow|txt|xlsx) does|No extension found that is capable/,
    hint: dropIt,
  },
  {of: /exists in the (parquet|json|excel|httpfs|sqlite|spatial) extension/, hint: dropIt},
  {
    of: /exists in the \w+ extension|^(IO|HTTP) Error: .*extension|Failed to download extension|Extension .* (not found|could not be loaded)/i,
    hint: "This engine has no extensions, as nothing is fetched: ask without it.",
  },
  {
    of: /No function matches the given name and argument types '[^']*VARCHAR/,
    hint: "A text is no number: write try_cast(… as double), which is null where there is none.",
  },
  {
    of: /Could not convert string|invalid (timestamp|date) field|field value out of range/,
    hint: "Where some texts are none, try_cast(… as …) gives null; days are written '2025-12-17'.",
  },
  {
    of: /attached in read-only mode/,
    hint: "The bank is only read: make a table of your own, with create table my_table as select …",
  },
  {
    of: /WHERE clause cannot contain aggregates/,
    hint: "Write what counts groups behind having, after group by.",
  },
  {
    of: /WHERE clause cannot contain window/,
    hint: "Write it behind qualify in place of where.",
  },
  {
    of: /More than one row returned by a subquery/,
    hint: "A query in place of a value gives one row: add limit 1, or take max(…).",
  },
  {
    of: /unterminated quoted/,
    hint: "A quote is opened and not closed.",
  },
  {
    of: /syntax error at end of input/,
    hint: "It ends too early: write the rest, a name, a value or a parenthesis.",
  },
  {
    of: /^Out of Memory Error|bad_alloc|Allocation failure/i,
    hint: "The answer is larger than the memory of a tab: group it, or take fewer rows with where or limit.",
  },
];

/** The engine's words without its ways out, and what to do in their place; undefined where the words are clear. */
export function adviceOn(words: string): {message: string; hint: string} | undefined {
  const found = advice.find(({of}) => of.test(words));
  if (!found) return undefined;
  const [message = words] = words.split("\n");
  return {
    message: message
      .replace(/ You might need to add explicit type casts\.$/, "")
      .replace(/ (\(Candidate|Candidate functions).*$/, ""),
    hint: found.hint,
  };
}
