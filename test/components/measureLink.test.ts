import {expect, it} from "vitest";
import {measureLink} from "../../src/components/measureLink.js";
import {measures} from "../../src/lib/measures/measures.js";
import {onPage, page, texts} from "../support/page.js";

it("measureLink(name) is a button for the definition, which is made with the first press and leads to more", () => {
  const {document} = page();
  const button = onPage(measureLink("net_burn", {label: "Burn", document}));
  expect([button.textContent, button.title]).toEqual(["Burn", ""]);
  expect(document.querySelector("[popover]")).toBeNull();
  button.click();
  button.click();
  const panels = document.querySelectorAll("[popover]");
  expect(panels).toHaveLength(1);
  expect(button.popoverTargetElement).toBe(panels[0]);
  expect(texts(panels[0]!, "b, span, a")).toEqual([
    measures.net_burn.label,
    measures.net_burn.words,
    "More on this measure",
  ]);
  expect(panels[0]!.querySelector("a")?.getAttribute("href")).toMatch(
    /guide\/method\.html#net_burn$/,
  );
});
