/** What the head of a page says of the site, in `<meta>`. */

/** Stands in the head of each page where the bank is simulated. */
export const simulatedMeta = "simulated";

interface Options {
  document?: Document | undefined;
}

/** Whether no person in the data of a page is real. */
export function isSimulatedBank({document = globalThis.document}: Options = {}): boolean {
  return document?.querySelector(`meta[name="${simulatedMeta}"]`) != null;
}

/** What a page calls the bank that it is made from, within a sentence. */
export function bankName(options: Options = {}): string {
  return isSimulatedBank(options) ? "the simulated bank" : "the bank";
}

/** Stands in the head of each page of an edition whose counts are rounded. */
export const countStepMeta = "count-step";

/** What the counts of a page are rounded to a multiple of: 10 in an edition for everybody, 1 where they are as they are. */
export function countStep({document = globalThis.document}: Options = {}): number {
  const meta = document?.querySelector<HTMLMetaElement>(`meta[name="${countStepMeta}"]`);
  return meta ? Number(meta.content) : 1;
}

/** Names all pages of an edition; the site of the whole bank is without it. */
export const pagesMeta = "pages";

/** Whether the site has a page, `guide/method`: an edition is without those that are not for its audience. */
export function siteHas(page: string, {document = globalThis.document}: Options = {}): boolean {
  const pages = document.querySelector<HTMLMetaElement>(`meta[name="${pagesMeta}"]`);
  return !pages || pages.content.split(" ").includes(page);
}
