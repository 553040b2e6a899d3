import {describe, expect, it} from "vitest";
import {picker} from "../../src/components/picker.js";
import {type ProfileTab, profileBar} from "../../src/components/profileBar.js";
import {onPage, page, press} from "../support/page.js";

const tabs: ProfileTab[] = [
  {page: "overview", name: "Overview"},
  {page: "budget", name: "Budget"},
];

const bar = (choices = ["ind-1", "ind-2"], url?: string) => {
  const {document} = page(url);
  const choice = picker({
    label: "Person",
    param: "id",
    choices: choices.map((value) => ({value, label: `Ada ${value}`})),
    document,
  });
  const element = onPage(profileBar(choice, tabs, "budget", {document}));
  const links = () =>
    [...element.querySelectorAll("a")].map((link) => [
      link.textContent,
      link.getAttribute("href"),
      link.getAttribute("aria-current"),
    ]);
  return {element, links, input: element.querySelector("input")!};
};

describe("profileBar(picker, tabs, page)", () => {
  it("leads to each page of the same subject, and says which is shown", () =>
    expect(bar().links()).toEqual([
      ["Overview", "./overview.html?id=ind-1", null],
      ["Budget", "./budget.html?id=ind-1", "page"],
    ]));

  it("follows the picker, and has its value", () => {
    const {element, links, input} = bar();
    const told: string[] = [];
    element.addEventListener("input", ({target}) => {
      if (target !== input) told.push(element.value);
    });
    input.focus();
    input.value = "ind-2";
    input.dispatchEvent(new element.ownerDocument.defaultView!.Event("input", {bubbles: true}));
    press(input, "Enter");
    expect(element.value).toBe("ind-2");
    expect(told.at(-1)).toBe("ind-2");
    expect(links().map(([, href]) => href)).toEqual([
      "./overview.html?id=ind-2",
      "./budget.html?id=ind-2",
    ]);
  });

  it("begins with the subject in the address", () =>
    expect(
      bar(["ind-1", "ind-2"], "https://bank.example/person/budget?id=ind-2").links()[0]?.[1],
    ).toBe("./overview.html?id=ind-2"));

  it("leads to the pages themselves where there is nobody to choose", () =>
    expect(
      bar([])
        .links()
        .map(([, href]) => href),
    ).toEqual(["./overview.html", "./budget.html"]));

  it("writes an id as an address holds it", () =>
    expect(bar(["a&b c"]).links()[0]?.[1]).toBe("./overview.html?id=a%26b%20c"));
});
