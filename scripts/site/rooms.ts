/**
 * The room that each part of a page will take, so that nothing jumps when it arrives. A cell is empty until its data are
 * there, and how high it will be depends on its words and rows: so `npm run rooms` measures the built site at three
 * widths and keeps what it found in `rooms.json`, and each page holds it as styles for the parts that it waits for. A
 * figure is named by its anchor, wherever it stands; another part by its place among the children of `main`, which says
 * something as long as the page has the shape that it had when it was measured.
 */
import {readFileSync} from "node:fs";
import {join} from "node:path";
import type {Browser} from "playwright-core";
import {newPage} from "./browser.js";
import {readThrough} from "./readThrough.js";

/** The widths that are measured, and from which width of the window each counts. */
const roomWidths = [
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

/** Measures the parts of a page that come late, by their names. */
export async function measureRooms(
  browser: Browser,
  address: string,
): Promise<Record<string, Room[]>> {
  const found: Map<string, Room>[] = [];
  for (const {width} of roomWidths) {
    const page = await newPage(browser, {viewport: {width, height: 900}});
    try {
      await page.goto(address);
      await readThrough(page);
      // what was kept before says nothing of what it takes now
      await page.evaluate(() => document.querySelector("style[data-rooms]")?.remove());
      const late = lateParts(await (await page.request.get(address)).text());
      found.push(new Map(await page.evaluate(sizesOf, late)));
    } finally {
      await page.close();
    }
  }
  const names = new Set(found.flatMap((rooms) => [...rooms.keys()]));
  return Object.fromEntries(
    Array.from(names, (name) => [name, found.map((rooms) => rooms.get(name) ?? [0, 0, 0])]),
  );
}

/** The names of the parts that the page as it is served does not hold yet, and of the figures within them. */
export function lateParts(html: string): string[] {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? "";
  const parts: string[] = [];
  let [place, depth, from] = [0, 0, 0];
  let [anchor, before]: (string | undefined)[] = [];
  for (const {0: tag, 1: close, 2: name, index} of main.matchAll(/<(\/?)([a-z][\w-]*)[^>]*>/g)) {
    const isVoid = /^(area|br|col|hr|img|input|link|meta|source|wbr)$/.test(name!);
    if (close) depth--;
    else {
      if (depth === 0) {
        [place, from] = [place + 1, index + tag.length];
        [before, anchor] = [anchor, /data-anchor="([^"]*)"/.exec(tag)?.[1]];
      }
      if (!isVoid) depth++;
    }
    if (depth > 0 || !close) continue;
    const inside = main.slice(from, index);
    const isCell = /<observablehq-loading|<!--:/.test(inside);
    if (name !== "style" && (isCell || inside.trim() === "")) parts.push(before ?? `${place}`);
    parts.push(...Array.from(inside.matchAll(/ data-anchor="([^"]*)"/g), ([, anchor]) => anchor!));
  }
  return parts;
}

/** Runs in the page: the rooms of these parts; nothing for a part that nothing shows in the end. */
function sizesOf(late: readonly string[]): [name: string, room: Room][] {
  const main = document.querySelector("#observablehq-main")!;
  const isThere = ({height}: DOMRect) => height > 0;
  return late.flatMap((name): [string, Room][] => {
    const part = /^\d+$/.test(name)
      ? main.children[Number(name) - 1]
      : main.querySelector(`[data-anchor="${name}"]`)?.nextElementSibling;
    const parent = part?.parentElement;
    if (!part || !parent) return [];
    const box = part.getBoundingClientRect();
    if (!isThere(box)) return [[name, [0, 0, 0]]]; // what ends without anything takes no room before
    const siblings = [...parent.children];
    const boxes = siblings.map((sibling) => sibling.getBoundingClientRect());
    const at = siblings.indexOf(part);
    const before = boxes.slice(0, at).findLast(isThere);
    const after = boxes.slice(at + 1).find(isThere);
    // within another part, what is above the first and below the last is a gap too
    const ends = parent === main ? undefined : parent.getBoundingClientRect();
    const above = before?.bottom ?? ends?.top ?? box.top;
    const below = after?.top ?? ends?.bottom ?? box.bottom;
    const gap = (from: number, to: number) => Math.max(0, Math.round(to - from));
    return [[name, [Math.round(box.height), gap(above, box.top), gap(box.bottom, below)]]];
  });
}
