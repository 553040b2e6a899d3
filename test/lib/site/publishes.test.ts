import {describe, expect, it} from "vitest";
import {
  headlineMeasures,
  mostPublishes,
  type Publish,
  parsePublishes,
  publishBefore,
  publishesText,
  withPublish,
} from "../../../src/lib/site/publishes.js";

const publish = (snapshot: string): Publish => ({
  snapshot,
  as_of: "2026-10-31",
  headlines: [{measure: "customers", of: "all customers", window: "end", value: 3}],
});

const snapshots = (history: readonly Publish[]) => history.map(({snapshot}) => snapshot).join("");

describe("withPublish(publish, history)", () => {
  it("adds a line for another snapshot, and none for the one that was published last", () => {
    let history: readonly Publish[] = [];
    for (const snapshot of ["a", "a", "b", "b", "a"])
      history = withPublish(publish(snapshot), history);
    expect(snapshots(history)).toBe("aba");
  });

  it("keeps the last of them", () => {
    let history: readonly Publish[] = [];
    for (let at = 0; at < 2 * mostPublishes; at++)
      history = withPublish(publish(`${at} `), history);
    expect(history).toHaveLength(mostPublishes);
    expect(history.at(-1)!.snapshot).toBe(`${2 * mostPublishes - 1} `);
  });
});

describe("publishBefore(now, history)", () => {
  const history = [publish("a"), publish("b")];

  it("is the last of another snapshot, before and after the one of now is kept", () => {
    for (const snapshot of ["a", "b", "d"]) {
      const now = publish(snapshot);
      const before = publishBefore(now, history);
      expect(before?.snapshot).toBe(snapshot === "b" ? "a" : "b");
      expect(publishBefore(now, withPublish(now, history))).toEqual(before);
    }
  });

  it("is none where there is no other", () => {
    expect(publishBefore(publish("a"), [])).toBeUndefined();
    expect(publishBefore(publish("a"), [publish("a")])).toBeUndefined();
  });
});

describe("parsePublishes(text)", () => {
  it("reads what publishesText writes", () => {
    const history = [publish("a"), publish("b")];
    expect(parsePublishes(publishesText(history))).toEqual(history);
    expect(parsePublishes("")).toEqual([]);
  });

  it.each([
    ["cut off", publishesText([publish("a")]).slice(0, 20), /^line 1: cut off$/],
    ["no JSON", `${publishesText([publish("a")])}what\n`, /^line 2: no publish: what$/],
    ["no publish", '{"snapshot":1}\n', /^line 1: no publish: \{"snapshot":1\}$/],
    ["nothing", "null\n", /^line 1: no publish: null$/],
    ["a headline without a value", '{"snapshot":"a","as_of":"","headlines":[null]}\n', /^line 1:/],
  ])("throws with the line where a line is %s", (_, text, said) => {
    expect(() => parsePublishes(text)).toThrow(said);
  });
});

it("headlineMeasures are a dozen, each once", () => {
  expect(new Set(headlineMeasures).size).toBe(12);
});
