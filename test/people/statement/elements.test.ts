import {beforeEach, describe, expect, it} from "vitest";
import {accountLines} from "../../../src/people/statement/accountLines.js";
import type {DeskElement} from "../../../src/people/statement/desk.js";
import {fileLines} from "../../../src/people/statement/fileLines.js";
import {whyText} from "../../../src/people/statement/paymentRows.js";
import {ownPayments} from "../../../src/people/statement/paymentTable.js";
import {ownMonths} from "../../../src/people/statement/sections.js";
import {analysed, checking, file} from "../../support/ownFiles.js";
import {onPage, page, texts} from "../../support/page.js";

let document: Document;
let window: Window & typeof globalThis;
beforeEach(() => {
  ({document, window} = page());
});

const markup = "<img src=x onerror=alert(1)>";
const bad = () =>
  file(`${markup}.csv`, ["Date,Payee,Amount", `2025-01-31,${markup},-3.20`, "2025-01-30,=1+1,-9"]);

/** A desk that holds an analysis, and no files of its own. */
const deskOf = (value: DeskElement["value"]) =>
  Object.assign(document.createElement("section"), {value, state: {}}) as unknown as DeskElement;

const nothing = () => ({onOrder: () => {}, onSide: () => {}, onRemove: () => {}, document});

describe("texts of files", () => {
  it("are shown as they are, whatever markup they hold", async () => {
    const analysis = await analysed([bad()]);
    const list = fileLines(analysis.files, nothing());
    const table = ownPayments(deskOf(analysis), {document});
    onPage(list);
    onPage(table);
    expect(document.querySelectorAll("img, script")).toHaveLength(0);
    expect(texts(list, "strong")).toEqual([`${markup}.csv`]);
    expect(texts(table, ".own-payee").join(" ")).toContain("img src=x");
  });
});

describe("accountLines(analysis)", () => {
  it("says of each currency without a rate how many payments wait for one", async () => {
    const analysis = await analysed([bad()]);
    const rateless = [1, 2].map((count) => ({currency: `C${count}`, count}));
    const actions = {onKind: () => {}, onRate: () => {}, rates: {}, document};
    const list = accountLines({...analysis, rateless}, actions);
    expect(texts(list, "span").slice(-2)).toEqual([
      "1 payment is not in the figures yet",
      "2 payments are not in the figures yet",
    ]);
  });
});

describe("fileLines(files)", () => {
  it("asks for the order of dates with a button for each reading", async () => {
    const {files} = await analysed([
      file("us.csv", ["Date,Payee,Amount", "03/04/2025,Bakery,-3.20"]),
    ]);
    const told: string[] = [];
    const list = onPage(
      fileLines(files, {
        ...nothing(),
        onOrder: (id, order) => told.push(`${id} ${order}`),
      }),
    );
    expect(texts(list, ".own-question button")).toEqual([
      "3 Apr 2025 (day first)",
      "4 Mar 2025 (month first)",
    ]);
    list.querySelectorAll<HTMLElement>(".own-question button")[1]!.click();
    expect(told).toEqual(["us.csv mdy"]);
  });

  it("says how amounts without signs are read, with a button for either side", async () => {
    const {files} = await analysed([
      file("card.csv", ["Date,Payee,Amount", "2025-01-31,Bakery,3.20", "2025-01-30,Shop,9.00"]),
    ]);
    const told: string[] = [];
    const list = onPage(
      fileLines(files, {...nothing(), onSide: (id, side) => told.push(`${id} ${side}`)}),
    );
    expect(texts(list, ".own-question span")).toEqual([
      "No amount has a sign: all are read as payments out.",
    ]);
    const buttons = [...list.querySelectorAll<HTMLElement>(".own-question button")];
    expect(buttons.map((button) => [button.textContent, button.ariaPressed])).toEqual([
      ["Payments out", "true"],
      ["Payments in", "false"],
    ]);
    buttons[1]!.click();
    expect(told).toEqual(["card.csv in"]);
  });
});

describe("ownPayments(desk)", () => {
  it("finds by payee, text and category, and those without one", async () => {
    const desk = deskOf(await analysed([file("a.csv", checking(["2025-01", "2025-02"]))]));
    const root = onPage(ownPayments(desk, {document}));
    const payees = () => texts(root, ".own-payee");
    expect(payees()).toHaveLength(8);
    const search = root.querySelector<HTMLInputElement>("input[type=search]")!;
    search.value = "salary";
    search.dispatchEvent(new window.Event("input", {bubbles: true}));
    expect(payees()).toEqual(["Acme", "Acme"]);
    search.value = "";
    const open = root.querySelector<HTMLInputElement>("input[type=checkbox]")!;
    open.checked = true;
    open.dispatchEvent(new window.Event("change"));
    expect(payees()).toEqual(["Kiosk Blau", "Kiosk Blau"]);
  });

  it("gives each choice of a category the name of its payment", async () => {
    const root = ownPayments(deskOf(await analysed([file("a.csv", checking(["2025-01"]))])), {
      document,
    });
    expect(root.querySelector("select")!.getAttribute("aria-label")).toBe(
      "Category of Ada Moor, 28 Jan 2025",
    );
  });

  it("promises what will be there, until a file is", () => {
    const root = ownPayments(deskOf(null), {document});
    expect(root.querySelector<HTMLElement>(".own-promise")!.hidden).toBe(false);
    expect(root.querySelector<HTMLElement>(".own-payments")!.hidden).toBe(true);
  });
});

describe("whyText(row)", () => {
  it("tells a guess with its certainty, and what no rule knows", async () => {
    const files = [file("a.csv", checking(["2025-01", "2025-02"]))];
    const {rows} = await analysed(files);
    const acme = rows.find(({payee}) => payee === "Acme")!;
    const kiosk = rows.find(({payee}) => payee === "Kiosk Blau")!;
    expect(whyText(kiosk)).toBe("No rule and no correction knows it");
    const guessed = await analysed(files, {
      corrections: {[kiosk.id]: "recreation", [acme.id]: "salary"},
    });
    const whys = guessed.rows.filter(({payee}) => payee === "Kiosk Blau").map(whyText);
    expect(whys[0]).toBe("Because you said so");
    expect(whys[1]).toMatch(/^Guessed: .* certain$/);
  });
});

describe("a part of the page without files", () => {
  it("is a sentence on what it will show", () => {
    globalThis.document = document;
    const part = ownMonths(null) as HTMLElement;
    Reflect.deleteProperty(globalThis, "document");
    expect(part.className).toBe("own-promise");
  });
});
