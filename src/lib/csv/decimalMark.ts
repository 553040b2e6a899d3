/**
 * What stands in a CSV file between a number's whole part and its cents, judged by its values. In a file whose values are
 * parted by commas it is a point: a number with a comma would be two values.
 */
export function decimalMarkOf(delimiter: string, values: readonly string[]): "." | "," {
  if (delimiter === ",") return ".";
  const commas = values.filter((value) => /^\s*-?\d+,\d+\s*$/.test(value)).length;
  return commas > values.filter((value) => /^\s*-?\d+\.\d+\s*$/.test(value)).length ? "," : ".";
}
