/**
 * The room that each part of a page will take, so that nothing jumps when it arrives. A cell is empty until its data are
 * there, and how high it will be depends on its words and rows: so `npm run rooms` measures the built site at three
 * widths and keeps what it found in `rooms.json`, and each page holds it as styles for the parts that it waits for. A
 * figure is named by its anchor, wherever it stands; another part by its place among the children of `main`, which says
 * something as long as the page has the shape that it had when it was measured.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";

/** The widths that are measured, and from which width of the window each counts. */
export const roomWidths = [
  {width: 375, from: 0},
  {width: 768, from: 640},
  {width: 1440, from: 1200},
] as const;

/** Of one part at one width, in pixels: its height, and the gaps above and below. */
export type Room = readonly [height: number, above: number, below: number];

/** Of one page: by the name of a part, a room for each width. */
export interface PageRooms {
  /** The page's `pageShape` when it was measured. */
  readonly shape: string;
  readonly parts: Readonly<Record<string, readonly Room[]>>;
}

/** By page. */
export type Rooms = Readonly<Record<string, PageRooms>>;

/** A part that has nothing yet, or that holds a cell that has nothing yet. */
const waiting =
  ":is(:not(:has(*)),:has(observablehq-loading,[aria-busy=true],.observablehq:empty))";

/** The rooms that are kept. */
export function readRooms(projectRoot: string): Rooms {
  return JSON.parse(readFileSync(join(projectRoot, "scripts/site/rooms.json"), "utf8"));
}

/**
 * The styles of a page whose path begins with a slash, and of this shape now; empty for a page that was never measured.
 */
export function roomStyle(path: string, rooms: Rooms, shape: string | undefined): string {
  const page = path.slice(1).replace(/(^|(?<=\/))index$/, "");
  const measured = rooms[page];
  const parts = Object.entries(measured?.parts ?? {}).filter(
    ([name]) => !isPlace(name) || shape === measured?.shape,
  );
  if (parts.length === 0) return "";
  const sheets = roomWidths.map(({from}, at) => {
    const rules = parts.flatMap(([name, sizes]) => {
      const room = sizes[at];
      if (!room) return [];
      const [height, above, below] = room;
      const box = `min-height:${height}px;margin-block:${above}px ${below}px`;
      return `${partOf(name)}${waiting}{${box}}`;
    });
    return from === 0 ? rules.join("") : `@media(min-width:${from}px){${rules.join("")}}`;
  });
  // of a figure that was measured counts that, not what it reserves for a picture that it has not drawn
  const pictures = parts
    .filter(([name, sizes]) => !isPlace(name) && sizes.some(([height]) => height > 0))
    .map(([name]) => `${partOf(name)}>.figure[aria-busy=true]>.picture`);
  const own = pictures.length > 0 ? `${pictures.join()}{min-height:1px!important}` : "";
  return `<style data-rooms>${sheets.join("")}${own}${belowPictures}</style>`;
}

/** What is below a picture that is not drawn has no place yet: it would be seen to move to it. */
const belowPictures = ".figure[aria-busy=true]>:is(.note-line,footer){display:none}";

const isPlace = (name: string) => /^\d+$/.test(name);

const partOf = (name: string) =>
  `#observablehq-main${isPlace(name) ? `>:nth-child(${name})` : ` [data-anchor="${name}"]+*`}`;
