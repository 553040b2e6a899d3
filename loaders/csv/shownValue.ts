/** A value as a message shows it: as it stands, shortened where it is long. */
export function shownValue(value: string): string {
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
}
