import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/** What the frame of a page says of the data. */
export interface SiteData {
  /** The last day. */
  readonly asOf: string | undefined;
  /** Whether no person in them is real. */
  readonly isSimulated: boolean;
}

/** As the dataset `freshness` has it; as long as that was never made, nothing is claimed. */
export function siteData(projectRoot: string): SiteData {
  const file = join(projectRoot, "src/.observablehq/cache/data/freshness.json");
  if (!existsSync(file)) return {asOf: undefined, isSimulated: false};
  const {as_of, is_simulated} = JSON.parse(readFileSync(file, "utf8")) as {
    as_of: string;
    is_simulated?: boolean;
  };
  return {asOf: as_of, isSimulated: is_simulated === true};
}

/** The site's name, above its pages. */
export function homeWords(projectRoot: string): string {
  const {isSimulated} = siteData(projectRoot);
  return `Countinghouse${isSimulated ? "<small>A simulated bank</small>" : ""}`;
}

/** The last line of each page, which says for whom it is where that is not everybody. */
export function footerWords(projectRoot: string, audience?: {readonly words: string}): string {
  const {isSimulated} = siteData(projectRoot);
  const bank = isSimulated
    ? "Countinghouse is a simulated bank. No person, company or account in it is real."
    : "Made with Countinghouse.";
  return audience ? `${bank} This edition is for ${audience.words}` : bank;
}
