import type {Browser} from "playwright-core";
import {newPage} from "../../scripts/site/browser.js";

/** How much of a page jumped while somebody scrolled through it fast. */
export interface LayoutShift {
  /** The cumulative layout shift: of the worst window of at most five seconds without a second of rest (web.dev/cls). */
  readonly score: number;
  /** The parts that moved, the worst first, as `main > figure#id: 0.12`. */
  readonly parts: readonly string[];
}

interface Shift {
  readonly value: number;
  readonly time: number;
  readonly part: string;
}

/** Scrolls through a page by 600 px every 120 ms as soon as it answers, at a width, and measures what jumped. */
export async function layoutShift(
  browser: Browser,
  address: string,
  {width, height = width < 640 ? 812 : 900}: {width: number; height?: number},
): Promise<LayoutShift> {
  const page = await newPage(browser, {viewport: {width, height}});
  try {
    await page.addInitScript(watchShifts);
    await page.goto(address, {waitUntil: "commit"});
    await page.waitForLoadState("domcontentloaded");
    await page.evaluate(scrollFast);
    const shifts = await page.evaluate(() => (window as unknown as {shifts: Shift[]}).shifts);
    return {score: worstWindow(shifts), parts: partsOf(shifts)};
  } finally {
    await page.close();
  }
}

/** Runs in the page: notes each shift that no press or key caused, with what moved the farthest. */
function watchShifts(): void {
  interface Source {
    readonly node: Node | null;
  }
  const shifts: Shift[] = [];
  Object.assign(window, {shifts});
  const nameOf = (node: Node | null | undefined): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    const named = element?.closest("[id], .observablehq--block, p, h2, h3");
    const id = named?.id ? `#${named.id}` : `.${named?.className ?? ""}`;
    return `${named?.localName ?? "?"}${id} ${named?.textContent?.trim().slice(0, 30) ?? ""}`;
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const {value, hadRecentInput, sources} = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources: readonly Source[];
      };
      if (!hadRecentInput)
        shifts.push({value, time: entry.startTime, part: nameOf(sources[0]?.node)});
    }
  }).observe({type: "layout-shift", buffered: true});
}

/** Runs in the page: down to its end, as fast as somebody looks for something, and a while for what comes late. */
async function scrollFast(): Promise<void> {
  for (let y = 0; y < document.documentElement.scrollHeight; y += 600) {
    scrollTo({top: y, behavior: "instant"});
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  // on a busy machine frames are rare, and a shift is told with its frame
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
}

function worstWindow(shifts: readonly Shift[]): number {
  let [worst, sum, begin, before] = [0, 0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const {value, time} of shifts) {
    if (time - begin > 5000 || time - before > 1000) [sum, begin] = [0, time];
    sum += value;
    before = time;
    worst = Math.max(worst, sum);
  }
  return worst;
}

function partsOf(shifts: readonly Shift[]): string[] {
  const sums = new Map<string, number>();
  for (const {part, value} of shifts) sums.set(part, (sums.get(part) ?? 0) + value);
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([part, value]) => `${part}: ${value.toFixed(3)}`);
}
