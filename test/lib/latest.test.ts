import {describe, expect, it} from "vitest";
import {latest} from "../../src/lib/latest.js";

describe("latest(make)", () => {
  it("makes an answer again only for other arguments, or for more or fewer of them", () => {
    let count = 0;
    const made = latest((...asked: readonly unknown[]) => [++count, ...asked]);
    const list = [1];
    expect(made(list, "a")).toBe(made(list, "a"));
    expect(made([1], "a")).toEqual([2, [1], "a"]);
    expect([made(list), made(list, undefined), made(), made()]).toEqual([
      [3, [1]],
      [4, [1], undefined],
      [5],
      [5],
    ]);
  });
});
