import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {environment, projectRoot} from "../../loaders/environment.js";
import {openBrowser} from "../../scripts/site/browser.js";
import {lateParts, measureRooms} from "../../scripts/site/measureRooms.js";
import {pageShape} from "../../scripts/site/pageShape.js";
import {markdownFiles} from "../../scripts/site/pages.js";
import {type Room, readRooms, roomStyle} from "../../scripts/site/rooms.js";
import {serveSite} from "../../scripts/site/serve/serveSite.js";
import {browserTest} from "../support/browser.js";

const threeOf = (room: Room) => [room, room, room];

describe("lateParts(html)", () => {
  it("finds the parts of main that wait for data or are empty, a figure by its anchor also within a part, another by its place", () => {
    const html = `<body><nav><p></p></nav><main id="observablehq-main">
      <h1>Title</h1>
      <p>Text with <observablehq-loading></observablehq-loading><!--:1:--> in it</p>
      <div data-anchor="a"></div>
      <div class="observablehq--block"><observablehq-loading></observablehq-loading></div>
      <ul><li>one<br>line</li><li><img src="x"></li></ul>
      <div><div><observablehq-loading></observablehq-loading></div></div>
      <div class="observablehq--block"><!--:2:--></div>
      <div><div class="observablehq--block"><!--:3:--></div></div>
      <div><div data-anchor="b"></div><div class="observablehq--block"><!--:4:--></div></div></main></body>`;
    expect(lateParts(html)).toEqual(["2", "3", "a", "6", "7", "8", "9", "b"]);
  });
});

describe("roomStyle(path, rooms, shape)", () => {
  const shape = "heading paragraph fence fence";
  const rooms = {
    "people/savings": {
      shape,
      parts: {
        4: [
          [300, 10, 20],
          [200, 10, 20],
          [100, 10, 20],
        ],
        "savings-shares": threeOf([50, 1, 2]),
      },
    },
  } as const;

  it("keeps the room of each width from its width on, as long as the part is empty or waits", () => {
    const style = roomStyle("/people/savings", rooms, shape);
    expect(style).toMatch(
      /^<style data-rooms>#observablehq-main>:nth-child\(4\):is\(:not\(:has\(\*\)\),:has\(observablehq-loading/,
    );
    expect(Array.from(style.matchAll(/min-height:\d{3}px/g), ([height]) => height)).toEqual([
      "min-height:300px",
      "min-height:200px",
      "min-height:100px",
    ]);
    expect(style.match(/@media\(min-width:\d+px\)/g)).toEqual([
      "@media(min-width:640px)",
      "@media(min-width:1200px)",
    ]);
  });

  it("lets the picture of a figure that is still to be drawn take no more than was measured", () => {
    const style = (name: string, height: number) =>
      roomStyle(
        "/people/savings",
        {"people/savings": {shape, parts: {[name]: threeOf([height, 0, 0])}}},
        shape,
      );
    expect(style("savings-shares", 300)).toContain(
      '[data-anchor="savings-shares"]+*>.figure[aria-busy=true]>.picture{min-height:1px!important}',
    );
    expect(style("savings-shares", 0)).not.toContain(".picture");
    expect(style("4", 300)).not.toContain(".picture");
  });

  it("finds a figure behind its anchor, also where the page has another shape by now", () => {
    const figure = '#observablehq-main [data-anchor="savings-shares"]+*:is(';
    expect(roomStyle("/people/savings", rooms, shape)).toContain(figure);
    const style = roomStyle("/people/savings", rooms, `${shape} paragraph`);
    expect(style).toContain(figure);
    expect(style).not.toContain("nth-child");
  });

  it("is nothing for a page that was never measured", () => {
    expect(roomStyle("/people/new", rooms, shape)).toBe("");
    expect(roomStyle("/index", {"": rooms["people/savings"]}, shape)).toContain("nth-child(4)");
  });
});

describe("the rooms that are kept", () => {
  it("are of the pages as they are now: after a block more or less, npm run rooms", () => {
    const sources = join(projectRoot, "src");
    const rooms = readRooms(projectRoot);
    const other = Object.keys(rooms).filter(
      (page) => pageShape(sources, `/${page || "index"}`) !== rooms[page]!.shape,
    );
    expect(other).toEqual([]);
    const pages = markdownFiles(sources)
      .filter((file) => !file.includes("[") && file !== "404.md")
      .map((file) => file.replace(/\.md$/, "").replace(/(^|(?<=\/))index$/, ""));
    expect(Object.keys(rooms).sort()).toEqual(pages.sort());
  });
});

describe.runIf(browserTest)("measureRooms(browser, address)", () => {
  it("measures what a part takes, not the room that was kept for it: a cell that shows nothing takes none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "rooms-"));
    const parts = {1: threeOf([90, 0, 40]), 2: threeOf([90, 0, 40])};
    const style = roomStyle("/index", {"": {shape: "html", parts}}, "html");
    writeFileSync(
      join(folder, "index.html"),
      `<html><head>${style}</head><body><main id="observablehq-main"><div><!--:1:--></div><div id="late"></div>
      <p>text</p></main><script>late.innerHTML = '<p style="height:50px;margin:0"></p>'</script></body></html>`,
    );
    const server = await serveSite(folder);
    const browser = await openBrowser(environment);
    try {
      const rooms = await measureRooms(browser, server.url);
      expect(rooms["1"]).toEqual(threeOf([0, 0, 0]));
      expect(rooms["2"]?.[0]?.[0]).toBe(50);
    } finally {
      await browser.close();
      await server.close();
      rmSync(folder, {recursive: true});
    }
  });
});
