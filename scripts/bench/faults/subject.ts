import type {DisturbanceName} from "./disturbances.js";
import type {Look, Parts} from "./look.js";
import type {Sandbox} from "./sandbox.js";

/** A command that takes what it changes from one state to another, and back. */
export interface Subject {
  readonly name: string;
  /** The script and its options that bring about a state. */
  args(state: State): readonly string[];
  /** What it changes, part by part. */
  readonly parts: Parts;
  /** Further parts, which are no files of the sandbox. */
  look?(sandbox: Sandbox): Promise<Look>;
  /** Settings of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Makes, before the first round, what the command needs beside the project; the state is then 0. */
  setUp?(sandbox: Sandbox): Promise<void>;
  /** Changes what the command reads, so that it has to bring about this state. */
  prepare?(sandbox: Sandbox, state: State): void | Promise<void>;
  /** Whether going back is done by `prepare` alone, and is not disturbed. */
  readonly isOneWay?: boolean;
  /** Whether it goes on by steps, and is whole only once it has been run to its end. */
  readonly isStepwise?: boolean;
  /** What it says, as a refusal, where all is done already. */
  readonly isDone?: RegExp;
  /** Whether its work is what it prints. */
  readonly prints?: boolean;
  /** What may run at the same time. */
  readonly beside?: readonly (readonly string[])[];
  /** Pages that its project has beside its own. */
  readonly pages?: readonly string[];
  /** How it may be disturbed. */
  readonly disturbances: readonly DisturbanceName[];
  /** Of a thousand faults, how many are its. */
  readonly share: number;
}

export type State = 0 | 1;
