import type {Page} from "playwright-core";

/** Does something on a page that asks the engine, and waits until the question has gone to the engine's worker. */
export async function untilAsked(page: Page, ask: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const {postMessage} = Worker.prototype;
    Worker.prototype.postMessage = function (this: Worker, ...message: [unknown]) {
      Object.assign(window, {isAsked: true});
      postMessage.apply(this, message);
    };
  });
  await ask();
  await page.waitForFunction("window.isAsked");
}
