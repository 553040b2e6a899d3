import type {Format, Time, Value} from "../lib/format.js";
import type {Channel} from "./channel.js";
import type {OptionNames} from "./options.js";
import {type ChartOptions, chartOptions} from "./plotDefaults.js";

export interface BarOptions<Row> extends ChartOptions {
  /** A month (a date) or a name; names keep the order of the rows. */
  x: Channel<Row, Time>;
  y: Channel<Row, Value>;
  /** Parts of each bar: what is positive stacks up from zero, what is negative down. */
  series?: Channel<Row, string>;
  // methods, not properties: these take a function of some names only
  colors?(series: string): string;
  names?(series: string): string;
  /** A colour for one bar, where there are no series. */
  color?: (row: Row) => string;
  format?: Format;
  formatX?: (x: Time) => string;
  /** Whether the bars are the sums of the parts, and the parts thin ones below; a name for that sum, "Net" unless told. */
  net?: boolean | string;
  /** What a bar without parts is called in the tooltip. */
  name?: string;
  /** A level line with a word to compare with: an average, a limit. */
  level?: {value: number; text: string} | undefined;
  /** Values that the axis spans as well, so that charts side by side can be compared. */
  extent?: readonly number[];
}

export const barOptions: OptionNames<BarOptions<object>> = {
  ...chartOptions,
  x: true,
  y: true,
  series: true,
  colors: true,
  names: true,
  color: true,
  format: true,
  formatX: true,
  net: true,
  name: true,
  level: true,
  extent: true,
};
