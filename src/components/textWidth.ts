/**
 * About how wide a text in Inter is, in pixels: a document in Node cannot measure, and a chart needs its margins
 * before it is on a page. Errs on the wide side.
 */
export function textWidth(text: string, size = 12): number {
  let ems = 0;
  for (const letter of text) {
    if (letter === "\u2060") continue;
    if (/[ilj.,:;'|!()[\] ]/.test(letter)) ems += 0.29;
    else if (/[rtf]/.test(letter)) ems += 0.38;
    else if (/[mwMW%]/.test(letter)) ems += 0.92;
    else if (/[A-Z0-9€–−+]/.test(letter)) ems += 0.66;
    else ems += 0.58;
  }
  return Math.ceil(ems * size);
}

/** The text, cut with an ellipsis where it would be wider than the room in pixels. */
export function fitted(text: string, room: number, size = 12): string {
  if (textWidth(text, size) <= room) return text;
  let end = text.length - 1;
  while (end > 1 && textWidth(`${text.slice(0, end)}…`, size) > room) end--;
  return `${text.slice(0, end).trimEnd()}…`;
}
