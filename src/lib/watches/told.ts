/** What is told of a watch: a row of `src/data/watches.json`. */
import type {Reading} from "./reading.js";
import {type Severity, severities, type WatchUnit} from "./watch.js";

/** It fires, it does not, or there is nothing to say. */
export type WatchState = "fires" | "quiet" | "silent";

export interface ToldWatch {
  /** The name of its file: `cash-runway`. */
  readonly name: string;
  readonly title: string;
  readonly severity: Severity;
  readonly state: WatchState;
  /** What the last complete month is told as, or why there is nothing to say. */
  readonly sentence: string;
  readonly subtitle: string;
  readonly unit: WatchUnit;
  /** When it fires, in words. */
  readonly condition: string;
  /** Each complete month, the oldest first. */
  readonly history: readonly Reading[];
  /** The SELECT, or what stands for one. */
  readonly sql: string;
}

/** Those that fire first, and the most urgent of them before others; then in the order of their names. */
export function urgentFirst(watches: readonly ToldWatch[]): ToldWatch[] {
  const states: readonly WatchState[] = ["fires", "quiet", "silent"];
  return watches.toSorted(
    (a, b) =>
      states.indexOf(a.state) - states.indexOf(b.state) ||
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (a.name < b.name ? -1 : 1),
  );
}
