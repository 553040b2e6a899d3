/**
 * How the size of a dataset depends on the bank's: each loader says it in its header, and a test holds it to that.
 *
 *     -- Size: bounded by months and categories.
 *     -- Size: by key, a person each.
 *     -- Size: by person; loaders read it, no page does.
 */

const sizes = ["bounded", "by key", "by person", "by company", "by posting"] as const;

/**
 * `bounded`: as large in a bank of any size. `by key`: what a key has is, and a page fetches one. The others grow with
 * customers or postings: a page may ask for ranges of their bytes, but not for all of them.
 */
export type Size = (typeof sizes)[number];

/** The size that the header of a loader's text says; undefined where it says none that there is. */
export function sizeOf(text: string): Size | undefined {
  const said = /^(?:--|\/\/) Size: (.*)$/m.exec(text)?.[1] ?? "";
  return sizes.find((size) => said.startsWith(size) && !/\w/.test(said.charAt(size.length)));
}
