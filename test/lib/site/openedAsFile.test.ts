import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {openedAsFileScript} from "../../../src/lib/site/openedAsFile.js";

/** What a page says at the head of its text when it is opened at an address. */
async function saidAt(url: string): Promise<string> {
  const {window} = new JSDOM(
    `<html style="visibility:hidden"><head><script>${openedAsFileScript}</script></head>
    <body><main id="observablehq-main"><h1>Savings</h1></main></body></html>`,
    {url, runScripts: "dangerously"},
  );
  const {document} = window;
  if (document.readyState === "loading")
    await new Promise((loaded) => window.addEventListener("DOMContentLoaded", loaded));
  const isShown = document.documentElement.style.visibility === "";
  return `${isShown}: ${document.querySelector("main")!.firstElementChild!.textContent}`;
}

describe("openedAsFileScript", () => {
  it("says what to do on a page that was opened as a file, and shows it", async () => {
    expect(await saidAt("file:///home/me/dist/people/savings.html")).toMatch(
      /^true: This page was opened as a file.*python3 -m http\.server/,
    );
  });

  it("leaves a page alone that was served", async () => {
    expect(await saidAt("https://bank.example/people/savings.html")).toBe("false: Savings");
  });
});
