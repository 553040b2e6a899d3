import type {Rules} from "./classifyRows.js";
import type {ReadFile} from "./readFiles.js";

/** What is asked of an import. */
export interface ImportRequest {
  readonly files: readonly ReadFile[];
  /** The id of the account. */
  readonly account: string;
  readonly rules: Rules;
  /** Plan, and write nothing. */
  readonly dryRun: boolean;
}
