const daysPerYear = 365;

/**
 * A return over a number of days as a rate per year; null up to a year, where it would extrapolate (GIPS 2020,
 * provision 2.A.12: returns of less than a year are not annualized).
 */
export function annualize(periodReturn: number, days: number): number | null {
  return days > daysPerYear ? (1 + periodReturn) ** (daysPerYear / days) - 1 : null;
}
