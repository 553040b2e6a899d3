import {problemText} from "../../src/lib/statements/problemText.js";
import type {Statement} from "../../src/lib/statements/statement.js";

/** What of a file could not be read, then what is doubtful, a line each: `bank.csv:3: left out: no such day in Date: "…"`. */
export function doubtText(file: string, {problems, doubts}: Statement): string {
  const lines = [
    ...problems.map((problem) => `:${problem.line}: left out: ${problemText(problem)}`),
    ...doubts.map((doubt) => {
      const [, line, said] = /^line (\d+): (.+)$/.exec(doubt) ?? [];
      return line === undefined ? `: doubtful: ${doubt}` : `:${line}: doubtful: ${said}`;
    }),
  ];
  return lines.map((line) => `${file}${line}\n`).join("");
}
