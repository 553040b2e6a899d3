/**
 * Framework parses each part of each page in a new window of jsdom, most of whose cost are the thousand interfaces that a
 * window has, and asks it for nothing but the document. Here all parts share one window. This has to be imported before
 * Framework, which takes the class when it is loaded; the preview is started with it (`observable.ts`), which is why it is no
 * TypeScript.
 */
import {createRequire} from "node:module";

const {resolve} = createRequire(import.meta.url);
const jsdom = createRequire(resolve("@observablehq/framework/package.json"))("jsdom");
const parser = new new jsdom.JSDOM().window.DOMParser();

jsdom.JSDOM = class {
  constructor(html) {
    this.window = {document: parser.parseFromString(html, "text/html")};
  }
};
