import {readFileSync} from "node:fs";
import type {Plugin} from "esbuild";

const original = /function objectConverter\(columns\) \{\s*return new Function\([\s\S]*?\n\}/;

const replacement = `function objectConverter(columns) {
  return (row) => Object.fromEntries(columns.map((name, i) => [name, row[i] || ""]));
}`;

/**
 * Lets `d3-dsv` parse without `new Function`, which the site's content security policy forbids. Fails the
 * bundling when a later version has another body there.
 */
export const withoutNewFunction: Plugin = {
  name: "d3-dsv without new Function",
  setup({onLoad}) {
    onLoad({filter: /d3-dsv\.mjs$/}, ({path}) => ({
      contents: replaceObjectConverter(readFileSync(path, "utf8")),
    }));
  },
};

/** The source of `d3-dsv` with its row converter replaced; throws where it is not as expected. */
export function replaceObjectConverter(source: string): string {
  const replaced = source.replace(original, replacement);
  if (replaced === source || /new Function/.test(replaced)) {
    throw new Error("d3-dsv has changed: objectConverter not found");
  }
  return replaced;
}
