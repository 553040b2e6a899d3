import {
  ageSeconds,
  type Published,
  parsePublished,
  publishedFile,
  spanText,
} from "../../src/lib/site/siteAge.js";

export interface SiteFreshness {
  readonly isFresh: boolean;
  /** One line for a monitor. */
  readonly line: string;
}

/** So long may a site take to answer, in milliseconds. */
const patienceMs = 10_000;

/**
 * How fresh the site at `url` is against its own promise, or one of `after` seconds. What does not answer, or does not say when
 * it was confirmed, is not fresh.
 */
export async function freshnessAt(
  url: string,
  {after, now}: {after?: number | undefined; now: () => Date},
): Promise<SiteFreshness> {
  let published: Published;
  try {
    published = await readPublished(new URL(publishedFile, url));
  } catch (error) {
    return {isFresh: false, line: `unknown: ${url}: ${reasonOf(error as Error)}`};
  }
  const promise = after ?? published.stale_after_seconds;
  const age = ageSeconds(published, now());
  const isFresh = age <= promise;
  return {
    isFresh,
    line: `${isFresh ? "fresh" : "stale"}: ${url}: confirmed ${spanText(Math.max(0, age))} ago, at ${published.confirmed_at}, no older than ${spanText(promise)} is promised`,
  };
}

/** A request that fails says why in its cause. */
function reasonOf({message, cause}: Error): string {
  return cause instanceof Error ? cause.message : message;
}

async function readPublished(file: URL): Promise<Published> {
  const response = await fetch(file, {
    cache: "no-store",
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.status === 404)
    throw new Error(`no ${publishedFile} (a build with SITE_STALE_AFTER=2d writes it)`);
  if (!response.ok) throw new Error(`${publishedFile} is answered with ${response.status}`);
  return parsePublished(await response.text());
}
