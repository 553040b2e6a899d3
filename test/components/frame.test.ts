import {describe, expect, it} from "vitest";
import {combobox, type Found} from "../../src/components/combobox.js";
import {paperWidth, printLine} from "../../src/components/frame/paper.js";
import {searchHits} from "../../src/components/frame/searchHits.js";
import {themeSwitch} from "../../src/components/frame/themeSwitch.js";
import {keptChoice} from "../../src/components/keptChoice.js";
import {lastProfile, nameField} from "../../src/components/nameField.js";
import type {SearchEntry} from "../../src/lib/site/searchEntries.js";
import type {FoundName} from "../../src/lib/site/searchNames.js";
import {themeScript} from "../../src/lib/site/theme.js";
import {onPage, page, texts} from "../support/page.js";

const row = (user_id: string, name: string, industry: string | null = null): FoundName => ({
  user_id,
  name,
  city: "Porto",
  industry,
  match_count: 1,
});
const known: Record<string, FoundName[]> = {
  "individual b": [row("ind-1", "Matti Bäcker")],
  "company b": [row("com-1", "Baker Oy", "retail")],
  "ind-1": [row("ind-1", "Matti Bäcker")],
  "ind-2": [row("ind-2", "Ada Novák")],
};
const rowsOf = async (key: string) => known[key] ?? [];

function type(element: ParentNode, text: string): void {
  const input = element.querySelector<HTMLInputElement>("input")!;
  input.value = text;
  input.dispatchEvent(new input.ownerDocument.defaultView!.Event("input", {bubbles: true}));
}
const answered = () => new Promise((resolve) => setTimeout(resolve));

describe("combobox(options)", () => {
  it("leaves out an answer that comes after a later question", async () => {
    const {document} = page();
    const answers = new Map<string, (found: Found<string>) => void>();
    const {input, list} = combobox<string>({
      id: "late",
      label: "Late",
      placeholder: "",
      find: (query) => new Promise((resolve) => answers.set(query, resolve)),
      draw: (item) => [item],
      choose: () => {},
      document,
    });
    document.body.append(input, list);
    type(document.body, "a");
    type(document.body, "ab");
    answers.get("ab")!({items: ["second"], count: 1});
    await answered();
    answers.get("a")!({items: ["first"], count: 1});
    await answered();
    expect(texts(list, "li")).toEqual(["second"]);
  });
});

describe("searchHits(query, entries, rowsOf)", () => {
  const entries: SearchEntry[] = [
    {kind: "page", title: "Countinghouse", text: "The first page", path: ""},
    {kind: "figure", title: "Balances", text: "Where money is", path: "#bank-balances"},
    {kind: "measure", title: "Balances", text: "Money on accounts", path: "guide/method#balances"},
    {kind: "page", title: "Balance sheet", text: "", path: "bank/balance"},
  ];

  it("tells people, companies, pages, measures and figures, in this order, each with its kind and place", async () => {
    const hits = await searchHits("b", entries, rowsOf);
    expect(hits.map(({kind, title}) => `${kind}: ${title}`)).toEqual([
      "Person: Matti Bäcker",
      "Company: Baker Oy",
      "Page: Balance sheet",
      "Measure: Balances",
      "Figure: Balances",
    ]);
    expect(hits[0]).toMatchObject({text: "Porto", href: expect.stringMatching(/person.*ind-1$/)});
    expect(hits[1]).toMatchObject({text: "Retail, Porto", href: expect.stringMatching(/com-1$/)});
    expect(hits[3]?.href).toBe("guide/method.html#balances");
  });

  it("tells all pages where nothing is asked, the first one too, by their files", async () => {
    const hits = await searchHits(" ", entries, rowsOf);
    expect(hits.map(({title, href}) => [title, href])).toEqual([
      ["Countinghouse", "index.html"],
      ["Balance sheet", "bank/balance.html"],
    ]);
  });
});

describe("nameField(subject, rowsOf)", () => {
  it("finds names, and says when nobody has one", async () => {
    const {document} = page();
    const field = onPage(nameField("person", rowsOf, {document}));
    type(field, "bx");
    await answered();
    expect(texts(field, "[role=option]")).toEqual([]);
    type(field, "b");
    await answered();
    expect(texts(field, "[role=option] span:first-child")).toEqual(["Matti Bäcker"]);
    type(field, "x");
    await answered();
    expect(texts(field, "[role=status]")).toEqual(["No match for “x”"]);
  });
});

describe("lastProfile(subject, rowsOf, first)", () => {
  const tell = async (last?: string, first = [{user_id: "ind-2"}]) => {
    const {document, window} = page();
    if (last) keptChoice("person", window).set(last);
    return lastProfile("person", rowsOf, first, {document});
  };

  it("leads to whom the reader saw last, else to the first one", async () => {
    expect((await tell("ind-1")).textContent).toBe("You last looked at Matti Bäcker");
    const link = (await tell()).querySelector("a")!;
    expect(link.textContent).toBe("Ada Novák");
    expect(link.href).toMatch(/person\/overview\.html\?id=ind-2$/);
  });

  it("leads to the first one where the last is not in this bank, and nowhere in an empty one", async () => {
    expect((await tell("ind-9")).textContent).toBe("For example Ada Novák");
    expect((await tell("ind-9", [])).textContent).toBe("");
  });
});

describe("themeSwitch(document)", () => {
  const theme = (document: Document) => document.documentElement.dataset.theme;

  it("shows what is chosen, and what was chosen before", () => {
    const {document, window} = page();
    const choose = (value: string) => {
      const input = onPage(themeSwitch(document)).querySelector<HTMLInputElement>(
        `[value=${value}]`,
      )!;
      input.checked = true;
      input.dispatchEvent(new window.Event("change"));
      return input;
    };
    choose("dark");
    expect(theme(document)).toBe("dark");
    expect(themeSwitch(document).querySelector("[checked]")?.getAttribute("value")).toBe("dark");
    choose("system");
    expect(theme(document)).toBeUndefined();
  });

  it("is kept where the script of each page's head looks", () => {
    const {document, window} = page();
    window.localStorage.setItem("countinghouse-theme", "dark");
    const run = new Function("localStorage", "document", themeScript);
    run(window.localStorage, document);
    expect(theme(document)).toBe("dark");
    expect(themeSwitch(document).querySelector("[checked]")?.getAttribute("value")).toBe("dark");
  });
});

it("paperWidth(document) tells pictures how wide they are on a sheet, and after it on the screen", () => {
  const {document, window} = page();
  document.body.innerHTML = '<figure class="figure"><div class="picture"></div></figure>';
  const picture = document.querySelector<HTMLElement>(".picture")!;
  const isSheet = () => document.documentElement.hasAttribute("data-sheet");
  Object.defineProperty(picture, "clientWidth", {get: () => (isSheet() ? 680 : 1056)});
  const told: unknown[] = [];
  picture.addEventListener("widthchange", (event) => told.push((event as CustomEvent).detail));
  paperWidth(document);
  window.dispatchEvent(new window.Event("beforeprint"));
  expect([told, isSheet()]).toEqual([[680], false]);
  window.dispatchEvent(new window.Event("afterprint"));
  expect(told).toEqual([680, 1056]);
});

it("printLine(document, now) says when and what was printed, as it is printed", () => {
  const {document, window} = page("https://bank.example/person/overview?id=ind-1");
  document.body.innerHTML = '<main id="observablehq-main"></main>';
  printLine(document, () => new Date(2026, 10, 28, 23, 30));
  const line = document.querySelector(".print-line")!;
  expect(line.textContent).toBe("");
  window.dispatchEvent(new window.Event("beforeprint"));
  expect(line.textContent).toBe(
    "Printed on 28 November 2026 from https://bank.example/person/overview?id=ind-1",
  );
});
