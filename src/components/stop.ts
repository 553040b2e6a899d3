/** One line of a tooltip. */
export interface StopLine {
  name: string;
  value: string;
  /** The colour of the mark that it speaks of: its swatch. */
  color?: string | undefined;
  /** Where on the y axis the mark is, if it is one of several lines. */
  y?: number | undefined;
}

/** What a tooltip says at one place: a title, and names with their values. */
export interface Stop {
  /** The place, in the units of the chart's scales. */
  x: Date | number | string;
  y: number | string;
  /** The facet that it is in, where there are several. */
  fy?: string | number;
  fx?: string | number;
  title: string;
  lines: readonly StopLine[];
  /** A title that is looked up once somebody points here, and takes the place of the other when it comes. */
  lookUp?: () => Promise<string | undefined>;
}
