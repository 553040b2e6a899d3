import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Cell, freeName} from "../../../src/lib/notebook/notebook.js";
import {
  linkedNotebook,
  linkLetters,
  mostLinkLetters,
} from "../../../src/lib/notebook/notebookLink.js";
import {parseNotebook, printNotebook} from "../../../src/lib/notebook/notebookText.js";

const line = fc.oneof(
  fc.string({maxLength: 20}).map((text) => text.replaceAll(/[\r\n]/g, "")),
  fc.constantFrom("```sql a", "```", "````", "<!-- cell -->", "\\```sql a", "# title", "  ```", ""),
);
const lines = fc.array(line, {maxLength: 6}).map((all) => all.join("\n"));
const text = lines
  .filter((source) => source.trim() !== "")
  .map((source) => source.replace(/^(\s*\n)+|(\n\s*)+$/g, ""));
const cell = fc.oneof(
  fc.record({kind: fc.constantFrom("sql" as const, "input" as const), source: lines}),
  fc.record({
    kind: fc.constant("text" as const),
    source: text.filter((source) => source.trim() !== ""),
  }),
);
const cells = fc.array(cell, {maxLength: 6}).map((all) => {
  const named: Cell[] = [];
  for (const {kind, source} of all.filter(({kind}) => kind !== "text"))
    named.push({kind, source, name: freeName(named, "answer")});
  const rest = [...named];
  return all.map((each): Cell => {
    if (each.kind !== "text") return rest.shift()!;
    const made = {...each, name: freeName(named, "text")};
    named.push(made);
    return made;
  });
});
const notebook = fc.record({title: fc.constantFrom("Fees", "A, b & c"), cells});

describe("printNotebook and parseNotebook", () => {
  it("give back any notebook as it was", () => {
    fc.assert(
      fc.property(notebook, (notebook) => {
        expect(parseNotebook(printNotebook(notebook))).toEqual(notebook);
      }),
      {numRuns: 500},
    );
  });

  it("write a page that a person can read", () => {
    const cells: Cell[] = [
      {name: "text", kind: "text", source: "Who pays?"},
      {name: "least", kind: "input", source: "kind: number\nvalue: 5"},
      {name: "fees", kind: "sql", source: "select 1", chart: "bars:a,b"},
    ];
    expect(printNotebook({title: "Fees", cells})).toBe(
      "# Fees\n\nWho pays?\n\n```input least\nkind: number\nvalue: 5\n```\n\n```sql fees chart=bars:a,b\nselect 1\n```\n",
    );
  });

  it("read any file, without a title too, and a fence that nobody closed", () => {
    expect(parseNotebook("")).toEqual({title: "A notebook", cells: []});
    expect(parseNotebook("Hi\r\n```sql a\r\nselect 1")).toEqual({
      title: "A notebook",
      cells: [
        {name: "text", kind: "text", source: "Hi"},
        {name: "a", kind: "sql", source: "select 1"},
      ],
    });
  });
});

describe("linkLetters(notebook) and linkedNotebook(letters)", () => {
  it("give back any notebook, in letters that an address takes", async () => {
    await fc.assert(
      fc.asyncProperty(notebook, async (notebook) => {
        const letters = await linkLetters(notebook);
        expect(letters).toMatch(/^[\w-]+$/);
        expect(await linkedNotebook(letters!)).toEqual(notebook);
      }),
      {numRuns: 50},
    );
  });

  it("give no link that is too long, and say when one was cut", async () => {
    const noise = Array.from({length: mostLinkLetters}, (_, at) =>
      (Math.imul(at + 1, 2_654_435_761) >>> 0).toString(36),
    );
    const long = {
      title: "Long",
      cells: [{name: "a", kind: "sql" as const, source: noise.join(" ")}],
    };
    expect(await linkLetters(long)).toBeUndefined();
    const letters = await linkLetters({title: "Short", cells: []});
    await expect(linkedNotebook(letters!.slice(0, -4))).rejects.toThrow(/may have been cut/);
    await expect(linkedNotebook("%%")).rejects.toThrow(/may have been cut/);
  });
});
