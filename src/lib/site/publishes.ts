/**
 * What was published: the headline figures of each snapshot that a site was built from, so that the next site can say what
 * has changed since. `npm run build` keeps them in a file of the project, a line for each publish of another snapshot.
 */
import type {MeasureName} from "../measures/measures.js";
import type {Population, Scope} from "../measures/reading.js";

/** The measures that head the bank, in the order in which they are told. */
export const headlineMeasures = [
  "customers",
  "balances",
  "money_in",
  "money_out",
  "income",
  "savings_rate",
  "revenue",
  "result",
  "margin",
  "headcount",
  "payroll",
  "runway",
] as const satisfies readonly MeasureName[];

/** A measure of somebody over some months, in its unit; null where there was nothing to measure. */
export interface Headline {
  readonly measure: MeasureName;
  readonly of: Population;
  readonly window: Scope["window"];
  readonly value: number | null;
}

export interface Publish {
  /** Names what the bank held. */
  readonly snapshot: string;
  /** The last day of the data; empty where there are none. */
  readonly as_of: string;
  readonly headlines: readonly Headline[];
}

/** How many publishes are kept. */
export const mostPublishes = 60;

/** The publish before one: the last that was of another snapshot; undefined where there is none. */
export function publishBefore(
  {snapshot}: Publish,
  history: readonly Publish[],
): Publish | undefined {
  return history.findLast((one) => one.snapshot !== snapshot);
}

/** The history with one more publish; the same where it is of the snapshot that was published last. */
export function withPublish(publish: Publish, history: readonly Publish[]): readonly Publish[] {
  if (history.at(-1)?.snapshot === publish.snapshot) return history;
  return [...history, publish].slice(-mostPublishes);
}

/** A line for each publish, the oldest first. */
export function publishesText(history: readonly Publish[]): string {
  return history.map((publish) => `${JSON.stringify(publish)}\n`).join("");
}

/** The publishes of such a text. Throws with the line where it is none. */
export function parsePublishes(text: string): Publish[] {
  const lines = text.split("\n");
  if (lines.pop() !== "") throw new Error(`line ${lines.length + 1}: cut off`);
  return lines.map((line, at) => {
    const publish = parsedLine(line);
    if (!isPublish(publish)) throw new Error(`line ${at + 1}: no publish: ${line.slice(0, 60)}`);
    return publish;
  });
}

function parsedLine(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isPublish(value: unknown): value is Publish {
  if (typeof value !== "object" || value === null) return false;
  const {snapshot, as_of, headlines} = value as Partial<Publish>;
  return (
    typeof snapshot === "string" &&
    typeof as_of === "string" &&
    Array.isArray(headlines) &&
    headlines.every(isHeadline)
  );
}

function isHeadline(value: Partial<Headline> | null): boolean {
  return (
    typeof value?.measure === "string" &&
    typeof value.of === "string" &&
    value.window !== undefined &&
    (value.value === null || Number.isFinite(value.value))
  );
}
