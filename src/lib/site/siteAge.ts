/**
 * How old a site may be, and how old it is. A site that was built with a promise (`SITE_STALE_AFTER=2d`) has a file at its
 * root that says when it was last found to show what its source says. Each build writes that file, also one that finds
 * nothing to change, and each page asks for it.
 */
import {instant} from "../format.js";
import {plural} from "../words.js";

/** The file at the root of the site. */
export const publishedFile = "published.json";

/** The `<meta>` of a page of a site that promises something. */
export const promiseMeta = "stale-after";

export interface Published {
  /** When a build last found the site to be what its source says; an instant in UTC, `2026-11-29T21:00:00Z`. */
  readonly confirmed_at: string;
  /** The promise. */
  readonly stale_after_seconds: number;
}

/** Throws where a text is not what a build writes. */
export function parsePublished(text: string): Published {
  const {confirmed_at, stale_after_seconds} = JSON.parse(text) as Partial<Published>;
  if (Number.isNaN(Date.parse(String(confirmed_at))) || !(Number(stale_after_seconds) > 0))
    throw new Error(`invalid ${publishedFile}: ${JSON.stringify(text.slice(0, 80))}`);
  return {confirmed_at: confirmed_at!, stale_after_seconds: stale_after_seconds!};
}

/** The seconds since a site was confirmed. */
export function ageSeconds({confirmed_at}: Pick<Published, "confirmed_at">, now: Date): number {
  return (now.getTime() - Date.parse(confirmed_at)) / 1000;
}

/** `3 days`, `36 hours`, `90 minutes`: whole ones, of the largest unit of which there are two. */
export function spanText(seconds: number): string {
  const [size, unit] = units.find(([size]) => seconds >= 2 * size) ?? units.at(-1)!;
  return plural(Math.floor(seconds / size), unit);
}

const units = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
] as const;

/** What a page says of a site that is older than promised; undefined of one that is not. */
export function staleText(published: Published, now: Date): string | undefined {
  const age = ageSeconds(published, now);
  const {confirmed_at, stale_after_seconds} = published;
  if (age <= stale_after_seconds) return undefined;
  return `This site is out of date: it was last confirmed on ${instant(new Date(confirmed_at))}, ${spanText(age)} ago, and should be no older than ${spanText(stale_after_seconds)}.`;
}
