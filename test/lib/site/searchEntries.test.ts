import {describe, expect, it} from "vitest";
import {
  findEntries,
  measureEntries,
  pageEntries,
  type SearchEntry,
} from "../../../src/lib/site/searchEntries.js";

const markdown = `---
title: Savings
---

# Savings: who saves, and how much?

\`\`\`js
# no heading
const funds = FileAttachment("../data/funds.csv").csv();
\`\`\`

## Who has a rainy-day fund

\`\`\`js figure=savings-funds room=low
fundFigure(funds)
\`\`\`

## What goes in

\`\`\`js figure=savings-flows
flowFigure(rows, FileAttachment("../data/flows.csv.sql"))
\`\`\`

\`\`\`js figure=savings-goals
goalFigure(rows)
\`\`\`

## What this page cannot show
`;
const questions = new Map([
  ["../data/funds.csv", "How long could people go on?"],
  ["../data/flows.csv.sql", "What goes in?"],
]);
const entriesOf = (path: string, text: string) =>
  pageEntries(path, text, (file) => questions.get(file));

describe("pageEntries(path, markdown, questionOf)", () => {
  it("finds the page by its name, with the question that it asks", () => {
    expect(entriesOf("people/savings", markdown)[0]).toEqual({
      kind: "page",
      title: "Savings",
      text: "Who saves, and how much?",
      path: "people/savings",
    });
  });

  it("tells of a page whose title says nothing more by its parts", () => {
    const [page] = entriesOf("bank/new", "# New\n\n## One\n\n## Two\n");
    expect(page?.text).toBe("One and Two");
  });

  it("finds a figure by the heading above it and the question of its data, by name or where they are handed over", () => {
    const [, funds] = entriesOf("people/savings", markdown);
    expect(funds).toEqual({
      kind: "figure",
      title: "Who has a rainy-day fund",
      text: "Savings: How long could people go on?",
      path: "people/savings#savings-funds",
    });
  });

  it("tells figures below one heading apart by their ids", () => {
    const titles = entriesOf("people/savings", markdown).map(({title}) => title);
    expect(titles.slice(2)).toEqual(["Savings flows", "Savings goals"]);
  });

  it("names a page of a profile by whom it tells of, however it is headed", () => {
    const [page] = entriesOf(
      "person/budget",
      "---\ntitle: Budget\n---\n\n# ${name}\n\n## Where it goes\n",
    );
    expect(page).toMatchObject({title: "One person: budget", text: "Where it goes"});
  });
});

describe("findEntries(entries, query)", () => {
  const entry = (title: string, text = "", kind: SearchEntry["kind"] = "page"): SearchEntry => ({
    kind,
    title,
    text,
    path: title.toLowerCase(),
  });
  const titles = (entries: SearchEntry[], query: string, limit?: number) =>
    findEntries(entries, query, limit ? {limit} : {}).map(({title}) => title);

  it("puts titles that begin with the query first, then those that hold its words, then the others", () => {
    const entries = [entry("Cash", "and the runway"), entry("The runway"), entry("Runway of all")];
    expect(titles(entries, "Runw")).toEqual(["Runway of all", "The runway", "Cash"]);
  });

  it("wants each word, at the beginning of a word, without case and accents", () => {
    const entries = [entry("Café prices"), entry("Decaf prices"), entry("Café")];
    expect(titles(entries, "cafe pri")).toEqual(["Café prices"]);
  });

  it("finds nothing for nothing, and no more than the limit of a kind", () => {
    const entries = [entry("A1"), entry("A2"), entry("A3", "", "measure")];
    expect(titles(entries, " ")).toEqual([]);
    expect(titles(entries, "a", 1)).toEqual(["A1", "A3"]);
  });
});

it("measureEntries() leads to the definition of each measure", () => {
  const runway = measureEntries().find(({title}) => title === "Runway");
  expect(runway).toMatchObject({kind: "measure", path: "guide/method#runway"});
});
