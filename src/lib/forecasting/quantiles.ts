/** A month's forecast, in the unit of the series: with even chances above p50, in 8 of 10 cases in p10 to p90. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}
