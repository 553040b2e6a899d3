import type {DateOrder} from "./dateText.js";

/** What is asked, and known, beside the dates themselves. */
export interface DateQuestion {
  /** The answer of the person, where they were asked. */
  readonly asked: DateOrder | undefined;
  /** Headings and lines before them. */
  readonly words: string;
}
