/**
 * About how wide a text in Inter is, in pixels: a document in Node cannot measure, and a chart needs its margins
 * before it is on a page. Errs on the wide side.
 */
export function textWidth(text: string, size = 12): number {
  let ems = 0;
  for (const letter of text) {
    if (/[ilj.,:;'|!()[\] ]/.test(letter)) ems += 0.3;
    else if (/[mwMW€%–−+]/.test(letter)) ems += 0.82;
    else if (/[A-Z0-9]/.test(letter)) ems += 0.66;
    else ems += 0.57;
  }
  return Math.ceil(ems * size);
}
