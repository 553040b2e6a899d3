/**
 * Functions that run in a page, handed over as text: they see nothing of this module and of each other.
 */

export interface PageFindings {
  readonly errorCells: string[];
  readonly emptyFigures: string[];
  /** The anchors, with those of figures that are not drawn before the reader asks for them. */
  readonly ids: string[];
  /** The links to pages of this site, as they stand after the page was drawn. */
  readonly links: string[];
}

/** Notes in `window.firstChartAt` when the first chart has marks, in milliseconds since the page began to load. */
export function watchFirstChart(): void {
  const chart = "main figure svg :is(path, rect, circle, line, text), main figure canvas";
  const look = () => {
    if (!document.querySelector(chart)) return;
    observer.disconnect();
    Object.assign(window, {firstChartAt: performance.now()});
  };
  const observer = new MutationObserver(look);
  observer.observe(document, {childList: true, subtree: true});
}

/**
 * What the page shows that it should not, and its anchors and links. A guide that shows on purpose what an error
 * looks like puts it into an element with `data-check="off"`; a figure with `data-left-out` says why it is not there.
 */
export function readFindings(): PageFindings {
  const all = (selector: string) =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter(
      (element) => !element.closest("[data-check=off]"),
    );
  const isMark = (element: Element) =>
    !element.closest('[aria-label*="axis"], [aria-label*="grid"], [aria-label="frame"], defs');
  const isEmpty = (figure: Element) =>
    !figure.querySelector("canvas, table") &&
    ![...figure.querySelectorAll("svg :is(path, rect, circle, line, text, image)")].some(isMark);
  const isUnasked = (mark: Element) => mark.nextElementSibling?.checkVisibility() === false;
  const nameOf = (figure: HTMLElement) =>
    figure.id || figure.innerText.trim().split("\n")[0] || "figure without a name";
  return {
    errorCells: all(".observablehq--error, .message.is-error").map((error) =>
      error.innerText.trim(),
    ),
    emptyFigures: all("main figure:not(figure figure, [data-left-out])")
      .filter(isEmpty)
      .map(nameOf),
    ids: [
      ...all("[id]").map(({id}) => id),
      ...all("[data-anchor]")
        .filter(isUnasked)
        .map(({dataset}) => dataset.anchor!),
    ],
    links: all("a[href]")
      .map((link) => (link as HTMLAnchorElement).href)
      .filter((href) => href.startsWith(location.origin)),
  };
}

/** The finding of each figure that has a name, and its drawings as SVG: a table has none. */
export function readPictures(): {figure: string; finding: string; svgs: string[]}[] {
  return [...document.querySelectorAll("main figure[id]:not(figure figure)")].map((figure) => ({
    figure: figure.id,
    finding: figure.querySelector(".finding")?.textContent ?? "",
    svgs: [...figure.querySelectorAll(".picture svg")].map(({outerHTML}) => outerHTML),
  }));
}

/**
 * Brings every part of the page into view once, as a reader would, and returns to the top; the folds with figures in
 * them are opened. What waits to be seen learns of it with a frame, and on a busy machine frames are rare.
 */
export async function scrollThrough(): Promise<void> {
  const folds = document.querySelectorAll<HTMLDetailsElement>("main details:has([data-anchor])");
  for (const fold of folds) fold.open = true;
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight / 2) {
    scrollTo({top: y, behavior: "instant"});
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  scrollTo({top: 0, behavior: "instant"});
}

/** Lets the page draw what has changed, however rare its frames are, and run its transitions to their end. */
export async function hasDrawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const ends = document.getAnimations().filter(({effect}) => {
    const {endTime} = effect?.getComputedTiming() ?? {};
    return Number.isFinite(Number(endTime));
  });
  await Promise.allSettled(ends.map(({finished}) => finished));
  await new Promise(requestAnimationFrame);
}

/** Whether the first chart is there, or nothing is to come. */
export function isDrawn(): boolean {
  return "firstChartAt" in window || !document.querySelector("observablehq-loading");
}

/** Whether nothing on the page is still to come. */
export function isSettled(): boolean {
  const waiting = document.querySelectorAll("observablehq-loading, main [aria-busy=true]");
  // what is not shown at all, as the rest of a page about nothing, waits for nobody
  const isShown = (element: Element) => element.parentElement?.checkVisibility() ?? true;
  return [...waiting].every((element) => element.closest("[data-check=off]") || !isShown(element));
}
