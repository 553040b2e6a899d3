/**
 * What an audience may see, as data: one file of `sql/editions/` each. Its header names the pages (`-- Pages:`) and the
 * tables that are the same for everybody (`-- Whole:`); then comes a SELECT over the whole bank for each other table, below a
 * line `-- Table: name`. A table or a column that is not named is not there. `$subject` is the id of whose site it is.
 */
import {join, relative} from "node:path";
import {projectRoot} from "../environment.js";
import {readSql, type SqlText} from "../sqlText.js";
import type {Audience} from "./edition.js";

export interface Rules {
  /** Patterns of markdown files, from the root of the site. */
  readonly pages: readonly string[];
  readonly whole: readonly string[];
  /** A SELECT for each table, which begins in the line of the file where it stands. */
  readonly tables: readonly SqlText[];
}

/** Reads the rules of an audience. Throws, with the line, where a table is named twice or has no SELECT. */
export function readRules(
  audience: Audience,
  folder: string = join(projectRoot, "sql/editions"),
): Rules {
  const {file, sql} = readSql(join(folder, `${audience}.sql`));
  const lines = sql.split("\n");
  const starts = lines.flatMap((line, at) => {
    const name = /^-- Table: (\w+)$/.exec(line)?.[1];
    return name === undefined ? [] : [{name, at}];
  });
  const header = lines.slice(0, starts[0]?.at ?? lines.length);
  const fail = (at: number, what: string) => {
    throw new Error(`${relative(projectRoot, file)}:${at + 1}: ${what}`);
  };
  const whole = listed(header, "Whole");
  const seen = new Set(whole);
  const tables = starts.map(({name, at}, i): SqlText => {
    const body = lines.slice(at, starts[i + 1]?.at ?? lines.length);
    if (seen.has(name)) fail(at, `${name} is named twice`);
    seen.add(name);
    if (!body.some((line) => /^\s*(select|with)\b/i.test(line)))
      fail(at, `no SELECT below ${name}`);
    return {name, file, sql: "\n".repeat(at) + body.join("\n")};
  });
  return {pages: listed(header, "Pages"), whole, tables};
}

function listed(header: readonly string[], title: string): string[] {
  const line = header.find((text) => text.startsWith(`-- ${title}: `)) ?? "";
  return line
    .slice(`-- ${title}: `.length)
    .split(",")
    .map((text) => text.trim())
    .filter((text) => text !== "");
}
