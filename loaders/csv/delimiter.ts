/** What parts the names in the header of a CSV file: a comma, a semicolon or a tab; a comma where they are not parted. */
export function delimiterOf(text: string): string {
  const header = /[^\r\n]+/.exec(text)?.[0] ?? "";
  const counts = [",", ";", "\t"].map((mark) => ({mark, count: header.split(mark).length}));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}
