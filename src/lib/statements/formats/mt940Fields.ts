/** The fields of an MT940 file, statement by statement. */

export interface Mt940Field {
  /** `61`, `60F`, … */
  readonly tag: string;
  /** At least one; a field goes on until the next begins. */
  readonly lines: readonly string[];
  /** Where it begins, from 1. */
  readonly line: number;
}

const begin = /^(?:\{4:)?:(\d{2}[A-Z]?):(.*)$/;
const end = /^-\}?\s*$|^-\}/;

/** What a statement has once. */
const opening = new Set(["20", "25", "60F"]);

/** The fields of each statement in a text: one ends with its mark, or where the next has what it has already. */
export function mt940Fields(text: string): Mt940Field[][] {
  const statements: Mt940Field[][] = [];
  let lines: string[] | undefined;
  let isEnded = true;
  for (const [at, written] of text.split(/\r\n|\n|\r/).entries()) {
    const envelope = written.lastIndexOf("{4:");
    const [, tag, rest] = begin.exec(envelope > 0 ? written.slice(envelope) : written) ?? [];
    if (tag === undefined) {
      if (end.test(written)) [lines, isEnded] = [undefined, true];
      else if (!written.startsWith("{")) lines?.push(written);
      continue;
    }
    const isFirst =
      isEnded || (opening.has(tag) && statements.at(-1)!.some((field) => field.tag === tag));
    if (isFirst) statements.push([]);
    isEnded = false;
    lines = [rest!];
    statements.at(-1)!.push({tag, lines, line: at + 1});
  }
  return statements;
}
