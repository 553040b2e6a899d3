import {projectRoot} from "../../loaders/environment.js";
import {fontHead} from "./fonts.js";
import {lockedVersions} from "./vendor/packages.js";

/** A ledger page with three rules, as the icon of the browser's tab. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="2" width="22" height="28" rx="3" fill="#0f766e"/><path d="M10 10h12M10 16h12M10 22h7" stroke="#fbfaf7" stroke-width="2.5" stroke-linecap="round"/></svg>`;

const versions = lockedVersions(projectRoot);

/**
 * What stands in each page's `<head>` besides Framework's own. The icon is part of the page, because Framework
 * does not move a linked one below the base path; in base 64, because it would encode a per cent sign again.
 */
export function documentHead({path}: {path: string}): string {
  return [
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${btoa(icon)}">`,
    `<meta name="color-scheme" content="light dark">`,
    fontHead(path, versions),
  ].join("\n");
}
