import {describe, expect, it} from "vitest";
import {lateParts, roomStyle} from "../../scripts/site/rooms.js";

describe("lateParts(html)", () => {
  it("finds the parts of main that wait for data or are empty, a figure by its anchor, another by its place", () => {
    const html = `<body><nav><p></p></nav><main id="observablehq-main">
      <h1>Title</h1>
      <p>Text with <observablehq-loading></observablehq-loading><!--:1:--> in it</p>
      <div data-anchor="a"></div>
      <div class="observablehq--block"><observablehq-loading></observablehq-loading></div>
      <ul><li>one<br>line</li><li><img src="x"></li></ul>
      <div><div><observablehq-loading></observablehq-loading></div></div>
      <div class="observablehq--block"><!--:2:--></div></main></body>`;
    expect(lateParts(html)).toEqual([
      {place: 2, name: "2"},
      {place: 3, name: "3"},
      {place: 4, name: "a"},
      {place: 6, name: "6"},
      {place: 7, name: "7"},
    ]);
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

  it("finds a figure behind its anchor", () => {
    const style = roomStyle("/people/savings", {
      "people/savings": {"savings-shares": [[300, 1, 2]]},
    });
    expect(style).toContain('#observablehq-main>[data-anchor="savings-shares"]+*:is(');
  });

  it("is nothing for a page that was never measured", () => {
    expect(roomStyle("/people/new", rooms)).toBe("");
    expect(roomStyle("/index", {"": rooms["people/savings"]})).toContain("nth-child(4)");
  });
});
