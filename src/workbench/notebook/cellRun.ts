import type {EngineError} from "../../lib/notebook/engineError.js";
import type {Answer} from "./answers.js";

/** How a cell is doing. What a run does not say stays as it was. */
export type CellRun =
  | {readonly state: "running"; readonly isWhole: boolean}
  | {readonly state: "done"; readonly isWhole: boolean; readonly answer: Answer}
  | {readonly state: "failed"; readonly isWhole: boolean; readonly error: EngineError}
  | {readonly state: "stopped"}
  /** Its answer is of before a cell that it reads was changed; undefined where it is of now, again. */
  | {readonly state: "answered"; readonly before: string | undefined};
