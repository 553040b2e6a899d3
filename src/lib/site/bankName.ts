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
