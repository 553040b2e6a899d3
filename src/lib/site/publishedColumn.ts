/** What is known of the columns of the published bank. */

/** A row of `published-schema.json`. */
export interface PublishedColumn {
  readonly table: string;
  readonly row_count: number;
  readonly column: string;
  readonly type: string;
  readonly null_count: number;
  readonly least: string | null;
  readonly most: string | null;
}

/** The least or largest value of a column: days without their midnight, and no long tail of digits. */
export const shortValue = (text: string): string =>
  text.replace(/ 00:00:00$/, "").replace(/(\.\d{4})\d+$/, "$1");
