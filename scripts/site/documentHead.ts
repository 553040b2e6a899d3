import {eventsMeta} from "../../src/lib/live/events.js";
import {keepMeta, notebookMeta} from "../../src/lib/notebook/pageMeta.js";
import {figureScript} from "../../src/lib/site/figureAddress.js";
import {openedAsFileScript} from "../../src/lib/site/openedAsFile.js";
import {promiseMeta} from "../../src/lib/site/siteAge.js";
import {countStepMeta, pagesMeta, simulatedMeta} from "../../src/lib/site/siteMeta.js";
import {themeScript} from "../../src/lib/site/theme.js";
import {fontHead} from "./fonts.js";
import {type Rooms, roomStyle} from "./rooms.js";

/** A ledger page with three rules, as the icon of the browser's tab. */
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect x="5" y="2" width="22" height="28" rx="3" fill="#0f766e"/><path d="M10 10h12M10 16h12M10 22h7" stroke="#fbfaf7" stroke-width="2.5" stroke-linecap="round"/></svg>`;

/** What brings the parts to life that all pages have, by its path from the root of the sources. */
export const frameModule = "/components/frame/frame.js";

/** At the foot of each sheet (src/style/print.css). */
const simulatedPaper = `<style>@page{@bottom-left{content:"Countinghouse, a simulated bank"}}</style>`;

/**
 * What stands in the `<head>` of the page at `path` besides Framework's own. The icon is part of the page,
 * because Framework does not move a linked one below the base path, and in base 64, because Framework would encode
 * a per cent sign again. The kept theme is set before anything is drawn, and a page that was opened as a file says so. `asOf` is the last day of the data, for the
 * sources of figures, `isSimulated` whether these may call it the simulated bank, `style` the page's own, `shape` that of its markdown, and `notebook` the letters of the notebook that the page was kept from. With `devPage`, the
 * address of the script of `npm run dev`, the page shows what that has to say; `liveEvents` is the address of its live
 * events, and `keep` the one that takes the page of a notebook. `staleAfter` is how old the site promises to be at most, in
 * seconds; `pages` are all that an edition has, and `countStep` what its counts are rounded to a multiple of.
 */
export function documentHead(
  path: string,
  {
    versions,
    asOf,
    isSimulated = false,
    style = "",
    rooms = {},
    shape,
    notebook,
    devPage,
    liveEvents,
    keep,
    staleAfter,
    pages,
    countStep = 1,
  }: {
    versions: ReadonlyMap<string, string>;
    asOf?: string | undefined;
    isSimulated?: boolean;
    style?: string;
    rooms?: Rooms;
    shape?: string | undefined;
    notebook?: string | undefined;
    devPage?: string | undefined;
    liveEvents?: string | undefined;
    keep?: string | undefined;
    staleAfter?: number | undefined;
    pages?: readonly string[] | undefined;
    countStep?: number | undefined;
  },
): string {
  return [
    `<link rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${btoa(icon)}">`,
    `<meta name="color-scheme" content="light dark">`,
    ...(asOf === undefined ? [] : [`<meta name="as-of" content="${asOf}">`]),
    ...(isSimulated ? [`<meta name="${simulatedMeta}" content="">`, simulatedPaper] : []),
    `<script>${themeScript};${figureScript};${openedAsFileScript}</script>`,
    fontHead(path, versions),
    style,
    roomStyle(path, rooms, shape),
    `<script type="module" src="${frameModule}"></script>`,
    ...(notebook === undefined ? [] : [`<meta name="${notebookMeta}" content="${notebook}">`]),
    ...(pages === undefined ? [] : [`<meta name="${pagesMeta}" content="${pages.join(" ")}">`]),
    ...(countStep === 1 ? [] : [`<meta name="${countStepMeta}" content="${countStep}">`]),
    ...(staleAfter === undefined ? [] : [`<meta name="${promiseMeta}" content="${staleAfter}">`]),
    ...(keep === undefined ? [] : [`<meta name="${keepMeta}" content="${keep}">`]),
    ...(liveEvents === undefined ? [] : [`<meta name="${eventsMeta}" content="${liveEvents}">`]),
    ...(devPage === undefined ? [] : [`<script type="module" src="${devPage}"></script>`]),
  ].join("\n");
}
