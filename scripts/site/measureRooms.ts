/** Measures what `rooms.ts` keeps; on its own, since it drives a browser and the config of the site reads the rooms. */
import type {Browser} from "playwright-core";
import {newPage} from "./browser.js";
import {readThrough} from "./readThrough.js";
import {type Room, roomWidths} from "./rooms.js";

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

/**
 * The names of the parts that the page as it is served does not hold yet, and of the figures within them. A fold takes the room
 * of its title: it was opened to be measured.
 */
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
    if (name !== "style" && name !== "details" && (isCell || inside.trim() === ""))
      parts.push(before ?? `${place}`);
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
