/** For whom a site is made: an edition holds what its audience may see, and nothing else. */
import {existsSync, readFileSync} from "node:fs";
import {basename, relative, resolve} from "node:path";
import {projectRoot} from "../environment.js";

/** Each has its rules in `sql/editions/`. */
export const audiences = ["company", "person", "public"] as const;

export type Audience = (typeof audiences)[number];

/** What is asked for is no edition: one line for a person. */
export class EditionError extends Error {
  override readonly name = "EditionError";
}

/** What is asked for. */
export interface EditionRequest {
  /** `company:com-00012`, `person:ind-000017`, `group:clients` or `public`. */
  readonly name: string;
  /** What the ids must be; undefined for a group, whose ids say it. */
  readonly audience: Audience | undefined;
  /** The ids of whose site it is, in order; none for the public. */
  readonly subjects: readonly string[];
}

export interface Edition extends EditionRequest {
  readonly audience: Audience;
}

const usage = "use admin, public, company:ID, person:ID or group:FILE";

/**
 * The edition that somebody asks for; undefined for `admin`, who sees the whole bank. The file of a group holds an id in each
 * line; what follows a `#` is a remark. Throws on what is none of these, and with file and line on an id that cannot be one.
 */
export function editionOf(text: string): EditionRequest | undefined {
  if (text === "admin") return undefined;
  if (text === "public") return {name: text, audience: "public", subjects: []};
  const [, kind, rest = ""] = /^(company|person|group):(.+)$/.exec(text) ?? [];
  if (kind === "group") return groupOf(rest);
  if (kind !== "company" && kind !== "person")
    throw new EditionError(`unknown edition: ${JSON.stringify(text)} (${usage})`);
  assertId(rest, text);
  return {name: text, audience: kind, subjects: [rest]};
}

/** What an edition is called in a path: `company-com-00012`. */
export function editionFolder({name}: EditionRequest): string {
  return name.replace(":", "-");
}

function groupOf(path: string): EditionRequest {
  const file = resolve(projectRoot, path);
  const shown = relative(projectRoot, file);
  if (!existsSync(file)) throw new EditionError(`no file ${shown} (an id in each line)`);
  const lines = readFileSync(file, "utf8").split(/\r?\n/);
  const ids = lines.flatMap((line, at) => {
    const id = line.replace(/#.*/, "").trim();
    if (id !== "") assertId(id, `${shown}:${at + 1}`);
    return id === "" ? [] : [id];
  });
  if (ids.length === 0) throw new EditionError(`${shown}: it holds no id (one in each line)`);
  const name = basename(file)
    .replace(/\.\w+$/, "")
    .replace(/[^\w-]+/g, "-");
  return {name: `group:${name}`, audience: undefined, subjects: [...new Set(ids)].sort()};
}

/** An id of the bank: it becomes part of file names. */
function assertId(id: string, place: string): void {
  if (!/^[\w-]{1,32}$/.test(id))
    throw new EditionError(`${place}: ${JSON.stringify(id)} cannot be an id (as in com-00012)`);
}
