import type {ValueRow, Watch} from "../lib/watches/watch.js";
import {agree, allOf, someOf} from "../lib/words.js";

interface Row extends ValueRow {
  /** Rules that were tried. */
  readonly total: number;
}

/** Whether the books break a rule. */
export const brokenRules: Watch<Row> = {
  title: "Rules of the books",
  severity: "critical",
  measured: {rules: "broken"},
  subtitle:
    "Rules of the books that are broken; tried on all data, so known of the last month only",
  unit: "count",
  condition: {kind: "threshold", above: 0},
  sentence: ({row: {value, total}}) => {
    const all = `${allOf(total, "rule")} of the books ${agree(total, "is", "are")}`;
    if (value === 0) return `${all} kept.`;
    if (value === total) return `${all} broken.`;
    return `${someOf(value, total, "rule")} of the books ${agree(value, "is", "are")} broken.`;
  },
  silence: "no rule has been tried",
};
