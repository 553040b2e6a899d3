import {describe, expect, it} from "vitest";
import {latePlaces, roomStyle} from "../../scripts/site/rooms.js";

describe("latePlaces(html)", () => {
  it("finds the parts of main that wait for data or are empty, by their place among its children", () => {
    const html = `<body><nav><p></p></nav><main id="observablehq-main">
      <h1>Title</h1>
      <p>Text with <observablehq-loading></observablehq-loading><!--:1:--> in it</p>
      <div data-anchor="a"></div>
      <div class="observablehq--block"><observablehq-loading></observablehq-loading></div>
      <ul><li>one<br>line</li><li><img src="x"></li></ul>
      <div><div><observablehq-loading></observablehq-loading></div></div>
      <div class="observablehq--block"><!--:2:--></div></main></body>`;
    expect(latePlaces(html)).toEqual([2, 3, 4, 6, 7]);
  });
});

describe("roomStyle(path, rooms)", () => {
  const rooms = {
    "people/savings": {
      4: [
        [300, 10, 20],
        [200, 10, 20],
        [100, 10, 20],
      ],
    },
  } as const;

  it("keeps the room of each width from its width on, as long as the part is empty or waits", () => {
    const style = roomStyle("/people/savings", rooms);
    expect(style).toMatch(
      /^<style>#observablehq-main>:nth-child\(4\):is\(:not\(:has\(\*\)\),:has\(observablehq-loading/,
    );
    expect(Array.from(style.matchAll(/min-height:\d+px/g), ([height]) => height)).toEqual([
      "min-height:300px",
      "min-height:200px",
      "min-height:100px",
    ]);
    expect(style.match(/@media\(min-width:\d+px\)/g)).toEqual([
      "@media(min-width:640px)",
      "@media(min-width:1200px)",
    ]);
  });

  it("is nothing for a page that was never measured", () => {
    expect(roomStyle("/people/new", rooms)).toBe("");
    expect(roomStyle("/index", {"": rooms["people/savings"]})).toContain("nth-child(4)");
  });
});
