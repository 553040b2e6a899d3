import {describe, expect, it} from "vitest";
import {layersAround} from "../../../src/guide/lineage/layers.js";
import {lineageMap} from "../../../src/guide/lineage/lineageMap.js";
import {
  aroundFinding,
  lineageText,
  tableUses,
  usesFinding,
} from "../../../src/guide/lineage/words.js";
import {type LineageNode, lineageOf} from "../../../src/lib/site/lineage.js";
import {page, texts} from "../../support/page.js";

const node = (
  id: string,
  reads: readonly string[] = [],
  path: string | null = null,
): LineageNode => ({
  id,
  kind: id.split(":")[0] as LineageNode["kind"],
  name: id.split(":")[1]!,
  text: null,
  path,
  file: null,
  measures: [],
  reads,
});

const many = Array.from({length: 40}, (_, at) => `figure:f${at + 10}`);
const lineage = lineageOf([
  node("page:people/p", many, "people/p"),
  ...many.map((id) => node(id, ["dataset:d"], `people/p#${id.slice(7)}`)),
  node("dataset:d", ["column:legs.amount"]),
  node("table:legs"),
  node("column:legs.amount"),
  node("table:idle"),
  node("column:idle.day"),
]);
const map = (id: string, width: number, given = page("https://bank.example/guide/lineage")) => ({
  ...given,
  root: lineageMap(layersAround(lineage, lineage.node(id)!), {width, document: given.document}),
});

describe("lineageMap(layers, {width})", () => {
  it("shows the first names of a long layer, and the others when they are asked for", () => {
    const {root} = map("table:legs", 1000);
    expect(root.querySelectorAll(".lineage-figure li")).toHaveLength(14);
    root.querySelector<HTMLElement>(".lineage-figure .lineage-more")!.click();
    expect(root.querySelectorAll(".lineage-figure li")).toHaveLength(40);
    expect(root.querySelector(".lineage-figure .lineage-more")).toBeNull();
  });

  it("has lines between layers where there is room, and lists alone on a phone", () => {
    expect(map("table:legs", 1000).root.querySelectorAll("path").length).toBeGreaterThan(10);
    expect(map("table:legs", 340).root.querySelectorAll("svg")).toHaveLength(0);
  });

  it("marks the chosen name, and leads to pages and figures", () => {
    const {root} = map("page:people/p", 1000);
    expect(texts(root, "[aria-current]")).toEqual(["people/p"]);
    const open = root.querySelector<HTMLAnchorElement>('[aria-label="Open f10"]')!;
    expect(open.href).toMatch(/people\/p\.html#f10$/);
  });

  it("puts a name that is chosen into the address, as a step, and says so", () => {
    const {root, document, window} = map("table:legs", 1000);
    document.body.append(root);
    let told = 0;
    window.addEventListener("popstate", () => told++);
    root.querySelector<HTMLElement>(".lineage-column a")!.click();
    expect(new URL(window.location.href).searchParams.get("of")).toBe("column:legs.amount");
    expect([told, window.history.length]).toEqual([1, 2]);
  });
});

describe("what the page says", () => {
  it("counts what feeds figures", () => {
    expect(lineageText(lineage)).toBe("1 dataset feeds 40 figures on 1 page");
    expect(usesFinding(tableUses(lineage), lineage)).toBe("legs feeds most: 40 of 40 figures");
    expect(usesFinding([], lineage)).toBe("No table feeds a figure");
  });

  it.each([
    ["table:legs", "legs feeds 40 figures on 1 page"],
    ["table:idle", "idle feeds no figure"],
    ["figure:f10", "f10 is made of 1 dataset, 1 table and 1 column"],
    ["page:people/p", "people/p: 40 figures, made of 1 dataset and 1 table"],
  ])("says of %s: %s", (id, said) => {
    expect(aroundFinding(lineage, lineage.node(id)!)).toBe(said);
  });
});
