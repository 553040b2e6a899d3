/**
 * Loads all that the page may need for a file, once the page is there and idle: the reader's thread, the sample, what saves
 * and draws, and the fonts that a text may call for. From then on nothing is asked of any server.
 */

import {readAhead} from "../../lib/site/readAhead.js";

/** Settles with the sample once everything is here. */
export async function loadedWhenIdle<T>(
  sample: () => Promise<T>,
  isReaderReady: () => Promise<void>,
  window: Window,
): Promise<T> {
  await idle(window);
  window.performance.mark(readAhead);
  const [files] = await Promise.all([
    sample(),
    isReaderReady(),
    import("../../components/dataTable.js"),
    import("../../components/figureFiles.js"),
    import("../../components/fontFaces.js"),
    import("../../components/saveItems.js"),
    import("../../components/savedPicture.js"),
    import("../../components/sqlText.js"),
    import("../../components/workbook.js"),
    import("../../lib/csvText.js"),
    import("write-excel-file/universal"),
    import("./aheadFigures.js"),
    import("./balanceFigures.js"),
    import("./budgetFigures.js"),
    import("./contractFigures.js"),
    import("./monthFigures.js"),
    import("./positionFigures.js"),
    ...Array.from(window.document.fonts, loadedFace),
  ]);
  return files;
}

/** A face that stands in for another is one of this machine, which may not have it. */
function loadedFace(face: FontFace): Promise<FontFace> {
  return face.load().catch(() => face);
}

/**
 * Waits until the page has loaded, has drawn what its own files say, and has nothing else to do: the first look would
 * wait for what nobody needs yet.
 */
async function idle(window: Window): Promise<void> {
  const {document} = window;
  if (document.readyState !== "complete")
    await new Promise((resolve) => window.addEventListener("load", resolve, {once: true}));
  do await idleMoment(window);
  while (document.querySelector("observablehq-loading"));
}

function idleMoment(window: Window): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callbacks
    if ("requestIdleCallback" in window)
      window.requestIdleCallback(() => resolve(), {timeout: 1500});
    else setTimeout(resolve, 300);
  });
}
