import {describe, expect, it} from "vitest";
import {builder} from "../../src/components/dom.js";
import {embedCode, embedPanel} from "../../src/components/embedCode.js";
import {figure} from "../../src/components/figure.js";
import {onPage, page} from "../support/page.js";

function drawn(finding: string) {
  const {document} = page("https://bank.example/people/budgets?measure=share#net-flow");
  const rows = [{net_eur: 10}];
  const chart = () => document.createElement("div");
  const element = onPage(figure({id: "net-flow", finding, rows, chart, document}));
  element.getBoundingClientRect = () => ({height: 400.5}) as DOMRect;
  return {make: builder(document), element, document};
}

describe("embedCode(make, figure)", () => {
  it("is a frame of the page that shows the figure alone, as it is called and as high as it is", () => {
    const {make, element, document} = drawn("Net flow rose");
    const host = document.createElement("div");
    host.innerHTML = embedCode(make, element);
    const frame = host.querySelector("iframe")!;
    expect(host.childElementCount).toBe(1);
    expect(frame.src).toBe("https://bank.example/people/budgets?figure=net-flow&measure=share");
    expect(frame.title).toBe("Net flow rose");
    expect([frame.width, frame.height]).toEqual(["100%", "461"]);
  });

  it("lets no letter of a finding out of its place", () => {
    const finding = `"><script>alert(1)</script> & more`;
    const {make, element, document} = drawn(finding);
    const host = document.createElement("div");
    host.innerHTML = embedCode(make, element);
    expect(host.querySelector("script")).toBeNull();
    expect(host.querySelector("iframe")!.title).toBe(finding);
  });
});

describe("embedPanel(make, figure)", () => {
  it("copies the code, and says so", async () => {
    const {make, element, document} = drawn("Net flow rose");
    const copied: string[] = [];
    const clipboard = {writeText: async (text: string) => copied.push(text)};
    Object.defineProperty(document.defaultView!.navigator, "clipboard", {value: clipboard});
    const panel = onPage(embedPanel(make, element));
    const button = panel.querySelector("button")!;
    button.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(copied).toEqual([embedCode(make, element)]);
    expect(button.textContent).toBe("Copied");
  });

  it("chooses the whole of it for the reader to copy where the clipboard is not allowed", async () => {
    const {make, element} = drawn("Net flow rose");
    const panel = onPage(embedPanel(make, element));
    const text = panel.querySelector("textarea")!;
    panel.querySelector("button")!.click();
    await new Promise((resolve) => setTimeout(resolve));
    expect([text.selectionStart, text.selectionEnd]).toEqual([0, text.value.length]);
    expect(panel.querySelector("button")!.textContent).toBe("Copy");
  });
});
